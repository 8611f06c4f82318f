// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportdialog.h"

#include "ui/messagestrip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeWrappedLabel(const QString &objectName, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

ExportDialog::ExportDialog(
    Collection &collection, const RecordFilter &shown, const QList<ListColumn> &visible, QWidget *parent)
    : QDialog(parent)
    , m_collection(collection)
    , m_shown(shown)
    , m_visible(visible)
    , m_strip(new MessageStrip(this))
    , m_summary(makeWrappedLabel(u"exportSummary"_s, u"heading"_s, this))
    , m_hint(makeWrappedLabel(u"exportHint"_s, u"muted"_s, this))
    , m_choices(buildChoices())
    , m_bar(new QProgressBar(this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export %1").arg(collection.title()));
    m_bar->setAccessibleName(tr("Progress"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(14);
    layout->addWidget(m_strip);
    layout->addWidget(m_summary);
    layout->addWidget(m_choices);
    layout->addWidget(m_bar);
    layout->addStretch();
    layout->addLayout(buildButtons());
    setMinimumWidth(480);

    constexpr auto interval = std::chrono::milliseconds(100);
    m_glance.setInterval(interval);
    connect(&m_glance, &QTimer::timeout, this, &ExportDialog::updateProgress);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&shown, signal, this, &ExportDialog::updateState);
    connect(&shown, &RecordFilter::updated, this, &ExportDialog::updateState);
    connect(&collection, &Collection::stateChanged, this, &ExportDialog::updateState);
    updateState();
}

ExportDialog::~ExportDialog()
{
    if (m_progress)
        m_progress->stopped = true;
}

QWidget *ExportDialog::buildChoices()
{
    auto *choices = new QWidget(this);
    m_format = new QComboBox(choices);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->addItem(tr("CSV"), int(ExportFormat::Csv));
    m_format->addItem(tr("JSON"), int(ExportFormat::Json));
    m_format->addItem(tr("NDJSON (JSON Lines)"), int(ExportFormat::Ndjson));
    m_columns = new QComboBox(choices);
    m_columns->setObjectName(u"exportColumns"_s);
    m_columns->addItem(tr("The %n column(s) shown", nullptr, int(m_visible.size())));
    m_columns->addItem(tr("All %n field(s), hidden ones too", nullptr, int(m_collection.model()->allColumns().size())));
    auto *form = new QFormLayout(choices);
    form->setContentsMargins({});
    form->setHorizontalSpacing(14);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Format:"), m_format);
    form->addRow({}, m_hint);
    form->addRow(tr("Columns:"), m_columns);
    if (!m_collection.model()->readableSecrets().isEmpty())
        form->addRow({}, buildSecrets());
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::updateState);
    return choices;
}

QWidget *ExportDialog::buildSecrets()
{
    auto *secrets = new QWidget(this);
    QStringList labels;
    for (const FieldInfo &field : m_collection.model()->readableSecrets())
        labels << field.label;
    m_secrets = new QCheckBox(tr("Include secrets (%1)").arg(QLocale().createSeparatedList(labels)), secrets);
    m_secrets->setObjectName(u"exportSecrets"_s);
    m_warning = makeWrappedLabel(u"exportWarning"_s, u"problem"_s, secrets);
    m_warning->setText(tr("The file holds secrets in clear text: whoever gets it, or a copy, can act in their name. "
                          "Only your account may read it; delete it once it has served."));
    m_secrets->setAccessibleDescription(m_warning->text());
    auto *layout = new QVBoxLayout(secrets);
    layout->setContentsMargins({});
    layout->addWidget(m_secrets);
    layout->addWidget(m_warning);
    connect(m_secrets, &QCheckBox::toggled, this, &ExportDialog::updateState);
    return secrets;
}

QLayout *ExportDialog::buildButtons()
{
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAutoDefault(false);
    m_export = new QPushButton(tr("Export…"), this);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setProperty("look", u"primary"_s);
    m_export->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    return buttons;
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(m_format->currentData().toInt());
}

QString ExportDialog::suffix() const
{
    switch (format()) {
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::Ndjson:
        break;
    }
    return u"ndjson"_s;
}

static QString hintOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return ExportDialog::tr(
            "For spreadsheets. Text a spreadsheet would run as a formula gets an apostrophe in front.");
    case ExportFormat::Json:
        return ExportDialog::tr("One array with an object for each row.");
    case ExportFormat::Ndjson:
        break;
    }
    return ExportDialog::tr("One object per line, for tools that read line by line.");
}

void ExportDialog::updateState()
{
    const int count = m_shown.rowCount();
    const QString name = m_collection.nameOf(count);
    if (count == 0)
        m_summary->setText(tr("There is nothing to export: no row is shown."));
    else if (count < m_collection.model()->rowCount())
        m_summary->setText(tr("Exports the %1 that match the filter.", "the 3 clients").arg(name));
    else if (m_collection.isBusy())
        m_summary->setText(tr("Exports the %1 loaded so far.", "the 3 clients").arg(name));
    else
        m_summary->setText(tr("Exports the whole list: %1.", "3 clients").arg(name));
    m_hint->setText(hintOf(format()));
    if (m_warning)
        m_warning->setVisible(m_secrets->isChecked());
    m_choices->setEnabled(!isRunning());
    m_bar->setVisible(isRunning());
    m_export->setEnabled(!isRunning() && count > 0 && !m_shown.isUpdating());
    m_cancel->setText(isRunning() ? tr("Stop") : tr("Cancel"));
}

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    dialog->selectFile(u"%1-%2.%3"_s.arg(m_collection.kind(), QDate::currentDate().toString(Qt::ISODate), suffix()));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::start);
    dialog->open();
}

void ExportDialog::start(const QString &path)
{
    const auto columns = m_columns->currentIndex() == 0 ? m_visible : m_collection.model()->allColumns();
    const auto secrets = m_secrets && m_secrets->isChecked() ? ExportSecrets::Included : ExportSecrets::Omitted;
    m_strip->clear();
    m_progress = std::make_shared<ExportProgress>();
    m_total = m_shown.order().size();
    m_glance.start();
    updateState();
    updateProgress();
    onResult(this,
        exportToFile(exportOf(*m_collection.model(), m_shown.order(), columns, format(), secrets), path, m_progress),
        [this, path](const Result<qint64> &written) { takeEnd(written, path); });
}

void ExportDialog::updateProgress()
{
    constexpr int steps = 1000;
    m_bar->setRange(0, steps);
    m_bar->setValue(m_progress ? int(m_progress->rows * steps / std::max<qint64>(1, qint64(m_total))) : 0);
}

void ExportDialog::takeEnd(const Result<qint64> &written, const QString &path)
{
    m_glance.stop();
    m_progress.reset();
    updateState();
    if (!written && written.error().kind == Error::Kind::Stopped)
        return m_strip->showInfo(written.error().message);
    if (!written)
        return m_strip->showError(written.error());
    Q_EMIT exported(*written, path);
    accept();
}

// Wrapped text takes the height it needs at this width, which a size hint does not know.
bool ExportDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return isTaken;
}

void ExportDialog::reject()
{
    if (isRunning())
        m_progress->stopped = true;
    else
        QDialog::reject();
}

#include "moc_exportdialog.cpp"
