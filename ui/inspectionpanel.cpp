// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspectionpanel.h"

#include "items/pasted.h"
#include "ui/batchdialog.h"
#include "ui/confirmdialog.h"
#include "ui/elidingheader.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"
#include "ui/signinform.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QPushButton *makeButton(const QString &name, const QString &label, QWidget *parent)
{
    auto *button = new QPushButton(label, parent);
    button->setObjectName(name);
    return button;
}

InspectionPanel::InspectionPanel(Server &server, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_inspection(server.tokens().inspector(), std::move(clock))
    , m_model(m_inspection)
    , m_strip(new MessageStrip(this))
    , m_consent(new MessageStrip(this))
    , m_input(new SecretEdit(this))
    , m_table(new QTableView(this))
{
    setAcceptDrops(true);
    m_table->setObjectName(u"inspectionTable"_s);
    m_table->setAccessibleName(tr("Inspected tokens"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    auto *header = new ElidingHeader(m_table);
    header->setStretchLastSection(true);
    m_table->setHorizontalHeader(header);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(buildDetail());
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addLayout(buildInput());
    layout->addWidget(m_strip);
    layout->addWidget(m_consent);
    layout->addWidget(splitter, 1);
    m_contents = splitter;
    m_cover = new QLabel(tr("What was inspected is covered while secrets are."), this);
    m_cover->setProperty("look", u"muted"_s);
    m_cover->setAlignment(Qt::AlignCenter);
    m_cover->setWordWrap(true);
    m_cover->hide();
    layout->addWidget(m_cover, 1);
    layout->addLayout(buildFoot());

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InspectionPanel::updateDetail);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &InspectionPanel::updateDetail);
    connect(&m_inspection, &Inspection::progressed, this, &InspectionPanel::updateState);
    connect(&m_inspection, &Inspection::finished, this, &InspectionPanel::updateState);
    connect(&m_inspection, &Inspection::finished, this, &InspectionPanel::fitColumns);
    connect(&m_inspection, &Inspection::failed, m_strip, &MessageStrip::showError);
    updateDetail();
    updateState();
}

QHBoxLayout *InspectionPanel::buildInput()
{
    m_input->setObjectName(u"inspectInput"_s);
    m_input->setAccessibleName(tr("Token to inspect"));
    m_input->setPlaceholderText(tr("Paste a token, or drop a file with many"));
    auto *inspectOne = makeButton(u"inspectOne"_s, tr("Inspect"), this);
    inspectOne->setProperty("look", u"primary"_s);
    auto *paste = makeButton(u"inspectClipboard"_s, tr("From Clipboard"), this);
    auto *file = makeButton(u"inspectFile"_s, tr("From File…"), this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_input, 1);
    line->addWidget(inspectOne);
    line->addWidget(paste);
    line->addWidget(file);
    connect(inspectOne, &QPushButton::clicked, this, [this] { take(m_input->secret().revealUtf8()); });
    connect(m_input, &QLineEdit::returnPressed, inspectOne, &QPushButton::click);
    connect(paste, &QPushButton::clicked, this, [this] { take(QGuiApplication::clipboard()->text().toUtf8()); });
    connect(file, &QPushButton::clicked, this, &InspectionPanel::openFile);
    return line;
}

QWidget *InspectionPanel::buildDetail()
{
    const auto makeText = [this](const QString &name, const QString &accessibleName) {
        auto *text = new QPlainTextEdit(this);
        text->setObjectName(name);
        text->setAccessibleName(accessibleName);
        text->setReadOnly(true);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        text->setPlaceholderText(accessibleName);
        return text;
    };
    auto *detail = new QWidget(this);
    m_verdict = new QLabel(detail);
    m_verdict->setObjectName(u"inspectionVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_header = makeText(u"inspectionHeader"_s, tr("Header"));
    m_claims = makeText(u"inspectionClaims"_s, tr("Claims"));
    auto *texts = new QHBoxLayout;
    texts->addWidget(m_header, 1);
    texts->addWidget(m_claims, 2);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_verdict);
    layout->addLayout(texts, 1);
    return detail;
}

QHBoxLayout *InspectionPanel::buildFoot()
{
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_progress->setAccessibleName(tr("Tokens are being checked"));
    m_stop = makeButton(u"inspectionStop"_s, tr("Stop"), this);
    m_revoke = makeButton(u"inspectionRevoke"_s, tr("Revoke…"), this);
    m_note = new QLabel(dialectText(m_server.dialect().tokens.revocationNote), this);
    m_note->setProperty("look", u"muted"_s);
    m_note->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_progress);
    line->addWidget(m_stop);
    line->addWidget(m_note, 1);
    line->addWidget(m_revoke);
    connect(m_stop, &QPushButton::clicked, &m_inspection, &Inspection::stop);
    connect(m_revoke, &QPushButton::clicked, this, &InspectionPanel::askToRevoke);
    m_revoke->setVisible(m_server.tokens().canRevoke());
    return line;
}

void InspectionPanel::setCovered(bool covered)
{
    m_isCovered = covered;
    m_contents->setVisible(!covered);
    m_cover->setVisible(covered);
    updateDetail();
}

void InspectionPanel::dropSecrets()
{
    m_inspection.setTokens({});
    m_consent->clear();
    updateState();
}

void InspectionPanel::inspect(const QList<Secret> &tokens)
{
    show(tokens, {}, true);
}

void InspectionPanel::take(const QByteArray &text)
{
    const auto pasted = pastedTokens(text, Inspection::mostTokens);
    if (!pasted)
        return m_strip->showError(pasted.error());
    if (pasted->tokens.isEmpty())
        return m_strip->showWarning(tr("Nothing in it looks like a token."));
    show(pasted->tokens, pasted->remark);
}

void InspectionPanel::show(const QList<Secret> &tokens, const QString &remark, bool isOurs)
{
    m_strip->clear();
    if (!remark.isEmpty())
        m_strip->showInfo(remark);
    m_input->setSecret({});
    m_inspection.setTokens(tokens);
    if (isOurs)
        m_inspection.consent(tokens);
    fitColumns();
    m_table->selectRow(0);
    m_inspection.start();
    askConsent();
    updateState();
}

// The verdict, which comes last and takes the rest, must stay in sight. What is cut stands whole in the claims below.
void InspectionPanel::fitColumns()
{
    constexpr int widest = 110;
    for (int column = 0; column < m_model.columnCount() - 1; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), widest));
    }
}

void InspectionPanel::openFile()
{
    const QString name = QFileDialog::getOpenFileName(this, tr("File with Tokens"));
    if (name.isEmpty())
        return;
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        take(file.readAll());
    else
        m_strip->showError(
            {.kind = Error::Kind::Storage, .message = tr("The file cannot be read."), .detail = file.errorString()});
}

void InspectionPanel::askConsent()
{
    m_consent->clear();
    const auto questions = m_inspection.needsConsent();
    if (questions.isEmpty())
        return;
    const int count = int(questions.size());
    m_consent->showWarning(count == 1
            ? questions.first().reason
            : tr("%n tokens are not known to be this server's own, so they were not sent to it.", nullptr, count));
    m_consent->setAction(tr("Ask This Server All the Same"), [this, questions] {
        QList<Secret> tokens;
        for (const auto &question : questions)
            tokens << question.token;
        m_consent->clear();
        m_inspection.consent(tokens);
        m_inspection.start();
    });
}

void InspectionPanel::updateDetail()
{
    const QModelIndex current = m_table->selectionModel()->selectedRows().value(0);
    QStringList sentences;
    if (current.isValid()) {
        sentences << current.data(InspectionModel::ExplanationRole).toString()
                  << current.data(InspectionModel::RemarksRole).toStringList()
                  << current.data(InspectionModel::ErrorRole).toString();
        sentences.removeAll(QString());
    }
    m_verdict->setText(m_isCovered ? QString() : sentences.join(u'\n'));
    m_header->setPlainText(m_isCovered ? QString() : current.data(InspectionModel::HeaderRole).toString());
    m_claims->setPlainText(m_isCovered ? QString() : current.data(InspectionModel::ClaimsRole).toString());
    m_revoke->setEnabled(!selected().isEmpty() && !m_server.session().isReadOnly());
}

void InspectionPanel::updateState()
{
    const auto progress = m_inspection.progress();
    m_progress->setMaximum(std::max(1, progress.total));
    m_progress->setValue(progress.done);
    m_progress->setVisible(m_inspection.isRunning());
    m_stop->setVisible(m_inspection.isRunning());
    updateDetail();
}

QList<Secret> InspectionPanel::selected() const
{
    QList<Secret> tokens;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const auto &row : rows)
        tokens << row.data(InspectionModel::TokenRole).value<Secret>();
    return tokens;
}

// Revoking sends the token too, so it needs the same consent as asking about it.
void InspectionPanel::askToRevoke()
{
    QList<Secret> tokens = selected();
    const auto questions = m_inspection.needsConsent();
    for (const auto &question : questions)
        tokens.removeAll(question.token);
    if (tokens.isEmpty())
        return m_strip->showWarning(
            tr("These tokens are not known to be this server's own, so they are not sent to it."));
    const int count = int(tokens.size());
    auto *dialog = new ConfirmDialog(
        {.title = tr("Revoke %n token(s)?", nullptr, count),
            .consequence = tr("Whoever uses what is revoked has to sign in again. This cannot be undone."),
            .confirmLabel = tr("Revoke")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, tokens] { revoke(tokens); });
    dialog->open();
}

void InspectionPanel::revoke(const QList<Secret> &tokens)
{
    auto *dialog = new BatchDialog(m_server.tokens().revocationOf(tokens), tr("Revoke"), this);
    connect(dialog, &BatchDialog::ended, this, [this, tokens] { prove(tokens); });
    dialog->run();
}

// How many of them stand how, in whole sentences.
void InspectionPanel::prove(const QList<Secret> &tokens)
{
    onResult(this, m_inspection.prove(tokens), [this](const Result<QList<Proof>> &proofs) {
        if (!proofs)
            return m_strip->showError(proofs.error());
        QMap<QString, int> counts;
        for (const Proof &proof : *proofs)
            ++counts[proof.sentence];
        QStringList lines;
        for (auto count = counts.begin(); count != counts.end(); ++count)
            //: %1 number of tokens, %2 what is true of each
            lines << (counts.size() == 1 && count.value() == 1 ? count.key()
                                                               : tr("%1 × %2").arg(count.value()).arg(count.key()));
        const bool isProven = std::all_of(proofs->begin(), proofs->end(),
            [](const Proof &proof) { return proof.outcome == Proof::Outcome::Inactive && !proof.passesBySignature; });
        if (isProven)
            m_strip->showInfo(lines.join(u'\n'));
        else
            m_strip->showWarning(lines.join(u'\n'));
    });
}

void InspectionPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void InspectionPanel::dropEvent(QDropEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        QFile file(urls.first().toLocalFile());
        if (file.open(QIODevice::ReadOnly))
            return take(file.readAll());
    }
    take(event->mimeData()->text().toUtf8());
}

#include "moc_inspectionpanel.cpp"
