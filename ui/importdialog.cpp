// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importdialog.h"

#include "ui/messagestrip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

ImportDialog::ImportDialog(Collection &collection, ChangeSet &changes, QWidget *parent)
    : QDialog(parent)
    , m_collection(collection)
    , m_changes(changes)
    , m_strip(new MessageStrip(this))
    , m_file(new QLabel(tr("CSV, JSON or JSON Lines, up to 16 MB. Nothing is sent to the server."), this))
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(u"importDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import %1").arg(collection.title()));
    m_progress->setProperty("look", u"thin"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading"));
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setProperty("look", u"heading"_s);
    m_file->setObjectName(u"importFile"_s);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_choose = new QPushButton(tr("Choose File…"), this);
    m_choose->setObjectName(u"chooseImport"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_choose);
    top->addWidget(m_file, 1);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildMapping());
    splitter->addWidget(buildPreview());
    splitter->setSizes({330, 570});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(m_strip);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buildButtons());
    resize(920, 560);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    updateState();
}

QWidget *ImportDialog::buildMapping()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"importMapping"_s);
    scroll->setAccessibleName(tr("Columns and fields"));
    scroll->setWidgetResizable(true);
    scroll->setMinimumWidth(240);
    return scroll;
}

QWidget *ImportDialog::buildPreview()
{
    m_shown->setFilterKeyColumn(RecordImport::ProblemColumn);
    m_preview = new QTableView(this);
    m_preview->setObjectName(u"importPreview"_s);
    m_preview->setAccessibleName(tr("What each row would do"));
    m_preview->setModel(m_shown);
    m_preview->setShowGrid(false);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_preview->horizontalHeader()->setStretchLastSection(true);
    return m_preview;
}

QWidget *ImportDialog::buildButtons()
{
    auto *footer = new QWidget(this);
    m_problemsOnly = new QCheckBox(tr("Only Problems"), footer);
    m_problemsOnly->setObjectName(u"importProblems"_s);
    auto *cancel = new QPushButton(tr("Cancel"), footer);
    cancel->setAutoDefault(false);
    m_stage = new QPushButton(footer);
    m_stage->setObjectName(u"stageImport"_s);
    m_stage->setProperty("look", u"primary"_s);
    m_stage->setAutoDefault(false);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins({});
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_problemsOnly);
    layout->addSpacing(8);
    layout->addWidget(cancel);
    layout->addWidget(m_stage);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stage, &QPushButton::clicked, this, &ImportDialog::stage);
    connect(m_problemsOnly, &QCheckBox::toggled, this,
        [this](bool only) { m_shown->setFilterRegularExpression(only ? u"."_s : QString()); });
    return footer;
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(u"importChooser"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Records (*.csv *.json *.ndjson *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::read);
    dialog->open();
}

void ImportDialog::read(const QString &path)
{
    m_strip->clear();
    m_file->setText(QDir::toNativeSeparators(path));
    m_isReading = true;
    delete m_import;
    m_import = nullptr;
    updateState();
    onResult(this, readImportFile(path), [this](const Result<ImportTable> &table) { takeTable(table); });
}

// What is there decides what is new, so the list is asked for anew.
void ImportDialog::takeTable(const Result<ImportTable> &table)
{
    if (!table) {
        m_isReading = false;
        m_strip->showError(table.error());
        return updateState();
    }
    onResult(this, m_collection.refresh(), [this, read = *table](const Result<> &listed) {
        m_isReading = false;
        if (listed)
            showImport(read);
        else
            m_strip->showError(listed.error());
        updateState();
    });
}

void ImportDialog::showImport(const ImportTable &table)
{
    delete m_import;
    m_import = new RecordImport(m_collection, table, this);
    m_shown->setSourceModel(m_import);
    const QList<int> widths{64, 120, 160};
    for (int column = 0; column < widths.size(); ++column)
        m_preview->setColumnWidth(column, widths[column]);
    connect(m_import, &RecordImport::progressed, this, &ImportDialog::updateState);
    showMapping();
}

void ImportDialog::showMapping()
{
    auto *body = new QWidget;
    auto *form = new QFormLayout(body);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    QList<QComboBox *> boxes;
    for (int column = 0; column < m_import->columns().size(); ++column) {
        auto *box = new QComboBox(body);
        box->setObjectName(u"column."_s + m_import->columns()[column]);
        box->setAccessibleName(m_import->columns()[column]);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        box->addItem(tr("Ignored"), -1);
        for (int field = 0; field < m_import->fields().size(); ++field)
            box->addItem(m_import->fields()[field].label, field);
        box->setCurrentIndex(m_import->fieldOf(column) + 1);
        boxes << box;
        auto *title = new QLabel(m_import->columns()[column], body);
        title->setTextFormat(Qt::PlainText);
        form->addRow(title, box);
    }
    for (int column = 0; column < boxes.size(); ++column)
        connect(boxes[column], &QComboBox::currentIndexChanged, this, [this, boxes, column](int index) {
            m_import->setField(column, index - 1);
            for (int each = 0; each < boxes.size(); ++each) { // another one may have lost its field
                const QSignalBlocker quiet(boxes[each]);
                boxes[each]->setCurrentIndex(m_import->fieldOf(each) + 1);
            }
        });
    findChild<QScrollArea *>(u"importMapping"_s)->setWidget(body);
}

QString ImportDialog::summary() const
{
    using enum RecordImport::Outcome;
    if (!m_import)
        return {};
    if (!m_import->isDone())
        return tr("%Ln row(s) left to check", nullptr, m_import->count(Waiting));
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(m_import->count(New), tr("%Ln new", nullptr, m_import->count(New)));
    add(m_import->count(Changed), tr("%Ln changed", nullptr, m_import->count(Changed)));
    add(m_import->count(Unchanged), tr("%Ln unchanged", nullptr, m_import->count(Unchanged)));
    add(m_import->count(Problem), tr("%Ln with problems", nullptr, m_import->count(Problem)));
    return parts.join(u" · "_s);
}

void ImportDialog::updateState()
{
    using enum RecordImport::Outcome;
    const bool isDone = m_import && m_import->isDone();
    const int count = isDone ? m_import->count(New) + m_import->count(Changed) : 0;
    m_summary->setText(summary());
    m_choose->setEnabled(!m_isReading);
    m_stage->setText(count > 0 ? tr("Stage %Ln Change(s)", nullptr, count) : tr("Stage"));
    m_stage->setEnabled(count > 0);
    m_problemsOnly->setEnabled(m_import);
    const int rows = m_import ? m_import->rowCount() : 1;
    m_progress->setRange(0, m_isReading ? 0 : rows);
    m_progress->setValue(m_import && !isDone ? rows - m_import->count(Waiting) : 0);
}

void ImportDialog::stage()
{
    const int count = m_import->stage(m_changes);
    Q_EMIT staged(count);
    accept();
}

#include "moc_importdialog.cpp"
