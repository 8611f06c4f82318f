// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/httplogdock.h"

#include "items/exchangetext.h"
#include "items/har.h"
#include "ui/httplogtable.h"
#include "ui/messagestrip.h"
#include "ui/scriptbutton.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static const QString splitterKey = u"httpLog"_s;
static constexpr int firstTableWidth = 800; // device-independent pixels, as the next
static constexpr int firstDetailsWidth = 480;

HttpLogDock::HttpLogDock(HttpLog &log, UiState &state, QWidget *parent)
    : QDockWidget(tr("HTTP Log"), parent)
    , m_log(log)
    , m_state(state)
    , m_shown(log)
    , m_strip(new MessageStrip(this))
    , m_filter(new QLineEdit(this))
    , m_failed(new QCheckBox(tr("Failed"), this))
    , m_allServers(new QCheckBox(tr("All servers"), this))
    , m_copy(new ScriptButton(
          u"log"_s, [this](ScriptLanguage language) { return scriptOf(language, m_table->selectedExchanges()); },
          *m_strip, this))
    , m_sendAgain(addButton(u"logSendAgain"_s, tr("Send Again")))
    , m_export(addButton(u"logExport"_s, tr("Export…")))
    , m_clear(addButton(u"logClear"_s, tr("Clear")))
    , m_table(new HttpLogTable(m_shown, this))
    , m_splitter(new QSplitter(this))
{
    setObjectName(u"httpLog"_s);
    setWidget(buildBody());
    setFocusProxy(m_filter);
    toggleViewAction()->setObjectName(u"menu.httpLog"_s);
    toggleViewAction()->setText(tr("&HTTP Log"));
    toggleViewAction()->setShortcut(Qt::Key_F12);
    connect(toggleViewAction(), &QAction::triggered, this, [this](bool shown) {
        if (shown)
            setFocus();
    });

    connect(m_filter, &QLineEdit::textChanged, &m_shown, &HttpLogFilter::setText);
    connect(m_failed, &QCheckBox::toggled, &m_shown, &HttpLogFilter::setFailedOnly);
    connect(m_allServers, &QCheckBox::toggled, this, &HttpLogDock::filterByServer);
    connect(m_sendAgain, &QPushButton::clicked, this, &HttpLogDock::sendAgain);
    connect(m_export, &QPushButton::clicked, this, &HttpLogDock::chooseFile);
    connect(m_clear, &QPushButton::clicked, &m_log, &HttpLog::clear);
    connect(m_table, &HttpLogTable::choiceChanged, this, &HttpLogDock::showChoice);
    filterByServer();
    showChoice();
}

QWidget *HttpLogDock::buildBody()
{
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(buildDetails());
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    const auto sizes = m_state.splitterSizes(splitterKey);
    m_splitter->setSizes(sizes.isEmpty() ? QList{firstTableWidth, firstDetailsWidth} : sizes);
    m_splitter->setStretchFactor(0, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_state.setSplitterSizes(splitterKey, m_splitter->sizes()); });

    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_strip->setMargins({14, 10, 14, 0});
    layout->addWidget(m_strip);
    layout->addWidget(buildTools());
    layout->addWidget(m_splitter, 1);
    return body;
}

QPushButton *HttpLogDock::addButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    return button;
}

QWidget *HttpLogDock::buildTools()
{
    auto *tools = new QWidget(this);
    m_filter->setObjectName(u"logFilter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Method, path, status or asker"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(120);
    m_failed->setObjectName(u"logFailed"_s);
    m_allServers->setObjectName(u"logAllServers"_s);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_failed, m_allServers, m_copy, m_sendAgain, m_export, m_clear})
        layout->addWidget(widget);
    return tools;
}

QWidget *HttpLogDock::buildDetails()
{
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"logDetails"_s);
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    const auto addText = [&](const QString &objectName, const QString &title) {
        auto *text = new QPlainTextEdit(tabs);
        text->setObjectName(objectName);
        text->setAccessibleName(title);
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        tabs->addTab(text, title);
        return text;
    };
    m_request = addText(u"logRequest"_s, tr("Request"));
    m_answer = addText(u"logAnswer"_s, tr("Answer"));
    return tabs;
}

void HttpLogDock::setProfile(const QString &profileId)
{
    m_profileId = profileId;
    filterByServer();
    updateSendAgain();
}

void HttpLogDock::filterByServer()
{
    const bool isOfAll = m_allServers->isChecked() || m_profileId.isEmpty();
    m_shown.setProfile(isOfAll ? QString() : m_profileId);
    m_table->setColumnHidden(HttpLog::ServerColumn, !isOfAll);
}

void HttpLogDock::showChoice()
{
    const HttpLogEntry *entry = m_table->currentEntry();
    m_request->setPlainText(entry ? sentText(entry->exchange) : QString());
    m_answer->setPlainText(entry ? receivedText(entry->exchange) : QString());
    m_copy->setEnabled(m_table->selectionModel()->hasSelection());
    updateSendAgain();
}

void HttpLogDock::updateSendAgain()
{
    const HttpLogEntry *entry = m_table->currentEntry();
    const Result<> permission = entry ? m_log.canSendAgain(*entry) : Result<>();
    m_sendAgain->setEnabled(entry && permission);
    m_sendAgain->setToolTip(permission ? QString() : permission.error().message);
}

void HttpLogDock::sendAgain()
{
    const HttpLogEntry *entry = m_table->currentEntry();
    if (!entry)
        return;
    m_strip->clear();
    onResult(this, m_log.sendAgain(*entry), [this](const Result<Response> &answer) {
        if (!answer)
            m_strip->showError(answer.error());
    });
}

void HttpLogDock::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export HTTP Log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("HTTP Archive (*.har)"));
    dialog->setDefaultSuffix(u"har"_s);
    dialog->selectFile(u"latchkey.har"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &HttpLogDock::exportTo);
    dialog->open();
}

void HttpLogDock::exportTo(const QString &path)
{
    onResult(this, exportHar(m_shown.entries(), path), [this, path](const Result<qint64> &count) {
        if (!count)
            return m_strip->showError(count.error());
        m_strip->showInfo(
            tr("%n request(s) exported to %1.", nullptr, int(*count)).arg(QDir::toNativeSeparators(path)));
    });
}

#include "moc_httplogdock.cpp"
