// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lintbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static const QList<LintRule::Severity> &allSeverities()
{
    static const QList<LintRule::Severity> all{
        LintRule::Severity::Error, LintRule::Severity::Warning, LintRule::Severity::Note};
    return all;
}

LintBar::LintBar(const Lint &lint, QWidget *parent)
    : QWidget(parent)
    , m_lint(lint)
    , m_severities{makeFilter(u"lintErrors"_s, u"data-error"_s), makeFilter(u"lintWarnings"_s, u"data-warning"_s),
          makeFilter(u"lintNotes"_s, u"data-information"_s)}
    , m_muted(makeFilter(u"lintMuted"_s, u"audio-volume-muted"_s))
    , m_grouping(new QComboBox(this))
    , m_progress(new QProgressBar(this))
    , m_export(makeTool(u"exportLint"_s, u"document-export"_s, tr("Export")))
    , m_stop(makeTool(u"stopLint"_s, u"process-stop"_s, tr("Stop")))
    , m_refresh(makeTool(u"refreshLint"_s, u"view-refresh"_s, tr("Check Again")))
{
    for (QToolButton *severity : std::as_const(m_severities))
        severity->setChecked(true);
    m_grouping->setObjectName(u"lintGrouping"_s);
    m_grouping->setAccessibleName(tr("Grouping"));
    m_grouping->addItem(tr("By Check"), QVariant::fromValue(int(LintModel::Grouping::ByRule)));
    m_grouping->addItem(tr("By Record"), QVariant::fromValue(int(LintModel::Grouping::ByRecord)));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(100);
    m_progress->setAccessibleName(tr("Checking"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(4);
    for (QToolButton *filter : std::as_const(m_severities))
        layout->addWidget(filter);
    layout->addWidget(m_muted);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addSpacing(6);
    layout->addWidget(m_grouping);
    layout->addSpacing(6);
    for (QToolButton *tool : {m_export, m_stop, m_refresh})
        layout->addWidget(tool);

    connect(m_grouping, &QComboBox::currentIndexChanged, this, &LintBar::shownChanged);
    connect(m_export, &QToolButton::clicked, this, &LintBar::exportRequested);
    connect(m_stop, &QToolButton::clicked, this, &LintBar::stopRequested);
    connect(m_refresh, &QToolButton::clicked, this, &LintBar::refreshRequested);
    connect(&lint, &Lint::changed, this, &LintBar::update);
    connect(&lint, &Lint::runningChanged, this, &LintBar::update);
    update();
}

QToolButton *LintBar::makeFilter(const QString &objectName, const QString &icon)
{
    auto *button = makeTool(objectName, icon, {});
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button, &QToolButton::toggled, this, &LintBar::shownChanged);
    return button;
}

QToolButton *LintBar::makeTool(const QString &objectName, const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(QIcon::fromTheme(icon));
    button->setIconSize(QSize(16, 16));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QList<LintRule::Severity> LintBar::shownSeverities() const
{
    QList<LintRule::Severity> shown;
    for (int i = 0; i < m_severities.size(); ++i)
        if (m_severities.at(i)->isChecked())
            shown << allSeverities()[i];
    return shown;
}

bool LintBar::isMutedShown() const
{
    return m_muted->isChecked();
}

LintModel::Grouping LintBar::grouping() const
{
    return LintModel::Grouping(m_grouping->currentData().toInt());
}

static int shownCount(qint64 count)
{
    return int(std::min<qint64>(count, INT_MAX));
}

void LintBar::update()
{
    const Findings &findings = m_lint.findings();
    const QStringList texts{tr("%Ln error(s)", nullptr, shownCount(findings.found(LintRule::Severity::Error))),
        tr("%Ln warning(s)", nullptr, shownCount(findings.found(LintRule::Severity::Warning))),
        tr("%Ln note(s)", nullptr, shownCount(findings.found(LintRule::Severity::Note)))};
    for (int i = 0; i < m_severities.size(); ++i)
        m_severities.at(i)->setText(texts[i]);
    m_muted->setText(tr("%Ln muted", nullptr, shownCount(findings.muted())));
    m_muted->setVisible(findings.muted() > 0 || m_muted->isChecked());
    m_progress->setVisible(m_lint.isRunning());
    m_stop->setVisible(m_lint.isRunning());
    m_export->setEnabled(!findings.list.isEmpty());
}

#include "moc_lintbar.cpp"
