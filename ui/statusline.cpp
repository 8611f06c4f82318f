// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "core/timetext.h"

#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr int longestPath = 340; // device-independent pixels

static QLabel *addPart(QStatusBar *line, const QString &name)
{
    auto *label = new QLabel(line);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

static void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

StatusLine::StatusLine(QWidget *parent, Clock clock)
    : QStatusBar(parent)
    , m_clock(std::move(clock))
    , m_covering(addPart(this, u"statusCovering"_s))
    , m_who(addPart(this, u"statusWho"_s))
    , m_expiry(addPart(this, u"statusExpiry"_s))
    , m_clockText(addPart(this, u"statusClock"_s))
    , m_exchange(addPart(this, u"statusExchange"_s))
{
    setObjectName(u"statusLine"_s);
    m_covering->setProperty("look", u"heading"_s);
    for (QLabel *label : {m_covering, m_who, m_expiry, m_clockText})
        addWidget(label);
    addPermanentWidget(m_exchange);
    connect(&m_timer, &QTimer::timeout, this, &StatusLine::update);
    setCovering(false);
    update();
}

void StatusLine::setServer(Server *server)
{
    if (m_server)
        m_server->session().disconnect(this);
    m_server = server;
    showText(m_who, {});
    showText(m_exchange, {});
    if (server) {
        connect(&server->session(), &Session::stateChanged, this, &StatusLine::update);
        connect(&server->session(), &Session::exchanged, this, &StatusLine::showExchange);
        connect(server, &QObject::destroyed, this, &StatusLine::update);
    }
    update();
}

void StatusLine::setWho(const QString &who)
{
    showText(m_who, who);
}

void StatusLine::setCovering(bool covering)
{
    showText(m_covering, covering ? tr("Secrets are covered") : QString());
}

void StatusLine::update()
{
    QString expiry;
    QString difference;
    m_timer.stop();
    if (m_server) {
        const Session &session = m_server->session();
        const QDateTime at = session.expiresAt();
        const auto left = std::chrono::seconds(m_clock().secsTo(at));
        if (at.isValid())
            expiry = left > 0s ? tr("token expires %1").arg(relativeTime(at, m_clock())) : tr("token has expired");
        m_expiry->setToolTip(absoluteTime(at));
        // The server tells whole seconds, and its answer was some time on its way.
        constexpr auto unsure = 2s;
        const auto off = session.clockDifference().value_or(0s);
        if (off > unsure)
            difference = tr("server clock is %1 behind").arg(durationText(off));
        else if (off < -unsure)
            difference = tr("server clock is %1 ahead").arg(durationText(-off));
        // Minutes are counted down until the seconds matter.
        if (at.isValid() && left > 0s)
            m_timer.start(left > 2min ? 10s : 1s);
    }
    showText(m_expiry, expiry);
    showText(m_clockText, difference);
}

void StatusLine::showExchange(const ExchangeSummary &exchange)
{
    const QString verb = QString::fromLatin1(exchange.verb);
    const QString duration = tr("%1 ms").arg(exchange.duration.count());
    const QString status = exchange.status > 0 ? QString::number(exchange.status) : tr("no answer");
    // A path has the length the server likes; the window keeps its own.
    const QString path = m_exchange->fontMetrics().elidedText(exchange.path, Qt::ElideMiddle, longestPath);
    //: %1 verb, %2 path, %3 status, %4 duration: "GET /oauth2/clients  200  38 ms"
    showText(m_exchange, tr("%1 %2  %3  %4").arg(verb, path, status, duration));
    m_exchange->setToolTip(exchange.outcome.isEmpty() ? exchange.path : exchange.outcome);
    update();
}

#include "moc_statusline.cpp"
