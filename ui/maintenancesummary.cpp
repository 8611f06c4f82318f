// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancesummary.h"

#include "items/runlog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MaintenanceSummary::MaintenanceSummary(MaintenanceFleet &fleet, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_clock(std::move(clock))
    , m_row(new QHBoxLayout)
    , m_troubles(new QPushButton(this))
{
    setObjectName(u"maintenanceSummary"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_row->setSpacing(4);
    layout->addLayout(m_row);
    addKind(u"failed"_s, {Standing::Failed}, u"emblem-error"_s);
    addKind(u"lost"_s, {Standing::Lost}, u"emblem-question"_s);
    addKind(u"late"_s, {Standing::Late, Standing::Slow}, u"emblem-warning"_s);
    addKind(u"noAnswer"_s, {Standing::NoAnswer}, u"emblem-warning"_s);
    addKind(u"running"_s, {Standing::Running}, u"media-playback-start"_s);
    addKind(u"fine"_s, {Standing::Fine, Standing::NeverRan}, u"emblem-success"_s);
    m_troubles->setObjectName(u"troubles"_s);
    m_troubles->setProperty("look", u"link"_s);
    m_troubles->setVisible(false);
    connect(m_troubles, &QPushButton::clicked, this, &MaintenanceSummary::troublesRequested);
    m_row->addStretch();
    layout->addWidget(m_troubles, 0, Qt::AlignLeft);
    m_count.setSingleShot(true);
    m_count.setInterval(400ms);
    connect(&m_count, &QTimer::timeout, this, &MaintenanceSummary::refresh);
    connect(&fleet, &MaintenanceFleet::tallyChanged, this, &MaintenanceSummary::update);
    update();
}

void MaintenanceSummary::addKind(const QString &name, const QList<Standing> &standings, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"standing."_s + name);
    button->setIcon(QIcon::fromTheme(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, button, standings](bool isChecked) {
        for (const Kind &kind : std::as_const(m_kinds))
            if (kind.button != button)
                kind.button->setChecked(false);
        Q_EMIT chosen(isChecked ? standings : QList<Standing>());
        update();
    });
    m_row->addWidget(button);
    m_kinds << Kind{standings, button};
}

void MaintenanceSummary::showAll()
{
    for (const Kind &kind : std::as_const(m_kinds))
        kind.button->setChecked(false);
    Q_EMIT chosen({});
    update();
}

QString MaintenanceSummary::textOf(int kind, int count) const
{
    switch (kind) {
    case 0:
        return tr("%Ln failed", nullptr, count);
    case 1:
        return tr("%Ln unknown", nullptr, count);
    case 2:
        return tr("%Ln late", nullptr, count);
    case 3:
        return tr("%Ln without answer", nullptr, count);
    case 4:
        return tr("%Ln running", nullptr, count);
    default:
        return tr("%Ln fine", nullptr, count);
    }
}

void MaintenanceSummary::update()
{
    const auto tally = m_fleet.tally();
    for (int i = 0; i < m_kinds.size(); ++i) {
        int count = 0;
        for (const Standing standing : m_kinds[i].standings)
            count += tally.of(standing);
        m_kinds[i].button->setText(textOf(i, count));
        m_kinds[i].button->setVisible(count > 0 || m_kinds[i].button->isChecked());
    }
    if (!m_count.isActive())
        m_count.start();
}

QDateTime MaintenanceSummary::since() const
{
    const QDateTime now = m_clock().toLocalTime();
    const QTime evening(18, 0);
    QDateTime since(now.date(), evening);
    while (since.secsTo(now) < std::chrono::seconds(6h).count())
        since = since.addDays(-1);
    return since.toUTC();
}

void MaintenanceSummary::refresh()
{
    const int round = ++m_round;
    const auto total = std::make_shared<int>(0);
    for (const MaintenanceBoard *board : m_fleet.boards())
        if (RunLog *log = board->watch().log())
            onResult(this, log->runs({.since = since(), .onlyTroubles = true}),
                [this, round, total](const Result<QList<MaintenanceRun>> &runs) {
                    *total += runs ? int(runs->size()) : 0;
                    if (round == m_round)
                        takeTroubles(*total);
                });
}

void MaintenanceSummary::takeTroubles(int count)
{
    const QString when = QLocale().toString(since().toLocalTime(), QLocale::ShortFormat);
    //: %1 a time
    m_troubles->setText(tr("%Ln run(s) did not succeed since %1", nullptr, count).arg(when));
    m_troubles->setVisible(count > 0);
}

#include "moc_maintenancesummary.cpp"
