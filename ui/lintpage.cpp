// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lintpage.h"

#include "items/collection.h"
#include "items/lintreport.h"
#include "ui/emptystate.h"
#include "ui/lintbar.h"
#include "ui/lintdetail.h"
#include "ui/linttree.h"
#include "ui/messagestrip.h"
#include "ui/reportfile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

LintPage::LintPage(Lint &lint, const QString &serverName, QWidget *parent)
    : QWidget(parent)
    , m_lint(lint)
    , m_serverName(serverName)
    , m_model(new LintModel(lint, this))
    , m_strip(new MessageStrip(this))
    , m_bar(new LintBar(lint, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(m_stack))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_strip->setMargins({14, 0, 14, 10});
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(buildFindings());
    m_stack->addWidget(m_empty);
    layout->addWidget(buildFoot());

    connect(m_bar, &LintBar::shownChanged, this, [this] {
        m_model->setShown(m_bar->shownSeverities(), m_bar->isMutedShown());
        if (m_model->grouping() != m_bar->grouping())
            m_model->setGrouping(m_bar->grouping());
        update();
    });
    connect(m_bar, &LintBar::refreshRequested, this, &LintPage::refresh);
    connect(m_bar, &LintBar::stopRequested, &lint, &Lint::stop);
    connect(m_bar, &LintBar::exportRequested, this, &LintPage::exportFindings);
    connect(m_tree, &LintTree::selectionMoved, this, &LintPage::showSelected);
    connect(&lint, &Lint::changed, this, &LintPage::update);
    connect(&lint, &Lint::runningChanged, this, &LintPage::update);
    for (Collection *collection : lint.collections())
        connect(collection, &Collection::stateChanged, this, &LintPage::updateFoot);
    update();
}

QWidget *LintPage::buildFindings()
{
    auto *splitter = new QSplitter(m_stack);
    m_tree = new LintTree(*m_model, splitter);
    m_detail = new LintDetail(splitter);
    m_detail->setMinimumWidth(290);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({700, 380});
    const auto selected = [this] { return m_model->anyFinding(m_tree->currentIndex()); };
    const auto showRecord = [this, selected] {
        if (const Finding *finding = selected())
            Q_EMIT recordRequested(QString(finding->kind), QString(finding->id));
    };
    connect(m_detail, &LintDetail::recordRequested, this, showRecord);
    connect(m_tree, &QTreeView::activated, this, [this, showRecord](const QModelIndex &index) {
        if (m_model->finding(index))
            showRecord();
    });
    connect(m_detail, &LintDetail::fixRequested, this, [this, selected] {
        if (const Finding *finding = selected())
            Q_EMIT fixRequested(Finding(*finding));
    });
    connect(m_detail, &LintDetail::stageRequested, this, [this, selected] {
        if (const Finding *finding = selected())
            Q_EMIT stageRequested(Finding(*finding));
    });
    connect(m_detail, &LintDetail::muteRequested, this, [this, selected](bool muted) {
        if (const Finding *finding = selected())
            setMuted(muteKey(*finding->rule, finding->kind, finding->id), muted);
    });
    connect(m_detail, &LintDetail::ruleMuteRequested, this, [this, selected](bool muted) {
        if (const Finding *finding = selected())
            setMuted(muteKey(*finding->rule), muted);
    });
    return splitter;
}

QWidget *LintPage::buildFoot()
{
    auto *foot = new QWidget(this);
    m_checked = new QLabel(foot);
    m_checked->setObjectName(u"lintChecked"_s);
    m_checked->setProperty("look", u"muted"_s);
    m_checked->setWordWrap(true);
    m_more = new QPushButton(foot);
    m_more->setObjectName(u"lintMore"_s);
    m_more->setProperty("look", u"link"_s);
    connect(m_more, &QPushButton::clicked, this, [this] { m_lint.load(m_lint.notLoaded()); });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->addWidget(m_checked, 1);
    layout->addWidget(m_more);
    return foot;
}

void LintPage::refresh()
{
    m_strip->clear();
    m_lint.refresh();
}

void LintPage::setReadOnly(bool readOnly, const QString &reason)
{
    m_detail->setReadOnly(readOnly, reason);
}

void LintPage::setMuted(const QString &key, bool muted)
{
    QSet<QString> all = m_lint.muted();
    if (muted)
        all.insert(key);
    else
        all.remove(key);
    m_lint.setMuted(all);
}

// "12 clients and 8 API tokens"
static QString recordsText(const Lint &lint)
{
    QStringList texts;
    for (const Collection *collection : lint.collections())
        if (const auto count = lint.findings().records.constFind(collection->kind());
            count != lint.findings().records.cend())
            texts << collection->nameOf(int(*count));
    return QLocale().createSeparatedList(texts);
}

QString LintPage::checkedText() const
{
    if (!m_lint.judgedAt().isValid())
        return {};
    if (m_lint.findings().rules == 0)
        return tr("Nothing that is loaded here says anything the checks could judge by.");
    //: %1 "12 clients and 8 API tokens"
    return tr("%n check(s) ran over %1.", nullptr, m_lint.findings().rules).arg(recordsText(m_lint));
}

void LintPage::updateFoot()
{
    QStringList titles;
    bool isLoading = false;
    for (const Collection *collection : m_lint.notLoaded()) {
        titles << collection->title();
        isLoading = isLoading || collection->isBusy();
    }
    m_checked->setText(checkedText());
    m_checked->setVisible(m_stack->currentWidget() != m_empty);
    //: %1 lists, "Access Tokens and Refresh Tokens"
    m_more->setText(tr("Load and Check %1").arg(QLocale().createSeparatedList(titles)));
    m_more->setVisible(!titles.isEmpty());
    m_more->setEnabled(!isLoading);
}

void LintPage::update()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty && !m_lint.judgedAt().isValid())
        m_empty->setText(m_lint.wasStopped() ? tr("Stopped") : tr("Checking…"), {});
    else if (isEmpty && !m_lint.findings().list.isEmpty())
        m_empty->setText(
            tr("Nothing to show"), tr("All findings are muted, or of a severity that is not chosen above."));
    else if (isEmpty)
        m_empty->setText(tr("Nothing found"), checkedText());
    updateFoot();
    showSelected();
}

void LintPage::showSelected()
{
    const QModelIndex index = m_tree->currentIndex();
    const Finding *any = m_model->anyFinding(index);
    if (!any)
        return m_detail->clear();
    const bool isRuleMuted = m_lint.muted().contains(muteKey(*any->rule));
    if (m_model->finding(index))
        m_detail->showFinding(*any, isRuleMuted, any->hasFix ? m_lint.fixed(*any).get() : nullptr);
    else if (m_model->rule(index))
        m_detail->showRule(*any->rule, isRuleMuted);
    else
        m_detail->showRecord(*any);
}

void LintPage::exportFindings()
{
    ReportFile::ask(
        this, tr("Export Findings"),
        [this](bool isJson) {
            const auto findings = m_model->shownFindings();
            return isJson ? jsonLintReport(findings, m_serverName, m_lint.judgedAt()) : csvLintReport(findings);
        },
        *m_strip);
}

#include "moc_lintpage.cpp"
