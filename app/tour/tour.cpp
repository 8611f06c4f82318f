// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "app/tour/chapters.h"
#include "app/tour/picture.h"
#include "ui/mainwindow.h"
#include "ui/serverpage.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QDir>
#include <QPixmap>
#include <QTreeWidget>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

static constexpr std::chrono::seconds patience{20}; // for one step; the longest waits for a maintenance task

Tour::Tour(MainWindow &window, Theme &theme, const QString &folder)
    : m_window(window)
    , m_theme(theme)
    , m_folder(folder)
    , m_hands(window)
{
    m_timer.setInterval(20);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
}

void Tour::start(const QUrl &servers)
{
    if (!QDir().mkpath(m_folder))
        return fail(u"the folder cannot be made"_s);
    m_window.resize(1280, 780);
    const auto below = [&servers](const QString &persona) { return QUrl(servers.toString() + u'/' + persona); };
    tourTeneo(*this, below(u"teneo"_s));
    tourMediationZone(*this, below(u"mediationzone"_s));
    tourAutentico(*this, below(u"autentico"_s));
    tourWyn(*this, below(u"wyn"_s));
    tourStandard(*this, below(u"oidc"_s));
    m_timer.start();
    next();
}

void Tour::connectTo(const TourServer &server)
{
    step(
        u"open the dialog for %1"_s.arg(server.name), [this] { return m_hands.click(u"addServer"_s); },
        [this] { return m_hands.isShown(u"profileDialog"_s); });
    step(u"describe %1"_s.arg(server.name), [this, server] {
        return m_hands.type(u"profile.name"_s, server.name) && m_hands.choose(u"profile.environment"_s, u"1"_s)
            && m_hands.choose(u"profile.product"_s, server.dialect)
            && m_hands.type(u"profile.url"_s, server.url.toString())
            && m_hands.choose(u"profile.method"_s, server.method);
    });
    for (const auto &[field, text] : server.plain)
        step(u"fill in %1"_s.arg(field),
            [this, field = field, text = text] { return m_hands.type(u"signIn."_s + field, text); });
    addPicture(server.dialect + u"-add"_s);
    step(
        u"keep %1"_s.arg(server.name), [this] { return m_hands.click(u"saveProfile"_s); },
        [this] { return m_hands.find(u"welcomeConnect"_s) != nullptr; });
    step(
        u"connect to %1"_s.arg(server.name), [this] { return m_hands.click(u"welcomeConnect"_s); },
        [this] { return m_hands.isShown(u"signInDialog"_s); });
    step(
        u"give what is secret"_s,
        [this, server] {
            bool isTyped = m_hands.uncheck(u"keepSecrets"_s);
            for (const auto &[field, text] : server.secrets)
                isTyped = isTyped && m_hands.type(u"signIn."_s + field, text);
            return isTyped && m_hands.click(u"confirm"_s);
        },
        [this, server] {
            return session() && session()->state() == Session::State::SignedIn
                && m_window.currentPage()->server().dialect().id == server.dialect;
        });
}

void Tour::confirm(const QString &what, std::function<bool()> holds)
{
    step(
        u"be asked whether to %1"_s.arg(what), [] { return true; },
        [this] { return m_hands.isShown(u"confirmDialog"_s); });
    addPicture(u"confirm-"_s + QString(what).replace(u' ', u'-'));
    step(
        what, [this] { return m_hands.click(u"confirm"_s); }, std::move(holds));
}

void Tour::addPictures(const QStringList &pages, const QString &prefix)
{
    for (const bool dark : {false, true}) {
        step(dark ? u"put on the dark theme"_s : u"put on the light theme"_s, [this, dark] {
            m_theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            return true;
        });
        for (const QString &page : pages) {
            openTab(page);
            step(
                u"wait for page %1"_s.arg(page),
                [this] {
                    return m_hands.rowCount(u"recordTable"_s) <= 0 || m_hands.selectFirstRows(u"recordTable"_s, 1);
                },
                [this, page] {
                    const auto *facets = m_hands.find<QTreeWidget>(u"facets"_s);
                    const bool isCounted = !facets || facets->topLevelItemCount() > 0;
                    const bool isChecked = page != u"lint" || m_hands.find(u"lintTree"_s);
                    return isChecked && (isCounted || m_hands.rowCount(u"recordTable"_s) <= 0);
                });
            addPicture(prefix + page + (dark ? u"-dark"_s : QString()));
        }
    }
    step(u"put the light theme back on"_s, [this] {
        m_theme.setMode(Theme::Mode::Light);
        return true;
    });
}

void Tour::step(const QString &name, std::function<bool()> act, std::function<bool()> holds)
{
    m_steps << TourStep{name, std::move(act), std::move(holds)};
}

void Tour::openTab(const QString &kind)
{
    step(
        u"open page %1"_s.arg(kind), [this, kind] { return m_hands.openTab(u"page."_s + kind); },
        [this] {
            const auto *page = m_window.currentPage();
            const auto collections = page ? page->server().collections() : QList<Collection *>();
            return page && std::none_of(collections.begin(), collections.end(), [](const Collection *one) {
                return one->isBusy();
            });
        });
}

void Tour::addPicture(const QString &name)
{
    // Two turns of the event loop, so that what the last step set off has been laid out and painted.
    step(
        u"look at %1"_s.arg(name), [] { return true; }, [] { return true; });
    step(u"take the picture %1"_s.arg(name), [this, name] { return takePicture(name); });
}

bool Tour::takePicture(const QString &name)
{
    return pictureOf(m_window).save(QDir(m_folder).filePath(name + u".png"_s));
}

Session *Tour::session() const
{
    auto *page = m_window.currentPage();
    return page ? &page->server().session() : nullptr;
}

void Tour::next()
{
    ++m_at;
    m_acted = false;
    m_deadline = QDateTime::currentDateTimeUtc().addSecs(patience.count());
    if (m_at == m_steps.size()) {
        m_timer.stop();
        std::printf("The tour is complete: %d steps.\n", int(m_steps.size()));
        Q_EMIT ended(true);
    }
}

void Tour::poll()
{
    const TourStep &current = m_steps[m_at];
    m_acted = m_acted || current.act();
    if (m_acted && (!current.holds || current.holds()))
        return next();
    if (QDateTime::currentDateTimeUtc() > m_deadline)
        fail(m_acted ? u"it had no effect"_s : u"there was nothing to do it with"_s);
}

void Tour::fail(const QString &reason)
{
    m_timer.stop();
    const QString name = m_at >= 0 && m_at < m_steps.size() ? m_steps[m_at].name : u"begin"_s;
    std::fprintf(stderr, "The tour stopped at “%s”: %s.\n", qUtf8Printable(name), qUtf8Printable(reason));
    takePicture(u"stopped-here"_s);
    Q_EMIT ended(false);
}

#include "moc_tour.cpp"
