// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console.h"

#include "items/profilesettings.h"
#include "tests/bench/waiting.h"
#include "ui/recordpage.h"
#include "ui/servertabs.h"

#include <QTableView>

using namespace Qt::Literals::StringLiterals;

Result<Server *> BenchConsole::connect(const QUrl &url)
{
    const Moment begin = now();
    auto store = Store::open(m_folder.filePath(u"data/latchkey.db"_s));
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    m_workspace = std::make_unique<Workspace>(*m_store, m_secrets);
    Profile profile{.name = u"Bench"_s, .dialect = u"teneo"_s, .url = url, .signInMethod = u"administrator"_s};
    setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
    const auto saved = m_workspace->save(profile, {});
    if (!waitUntil([&] { return saved.isFinished(); }) || !saved.result())
        return failure(Error::Kind::Storage, u"The profile could not be saved."_s);
    profile.id = *saved.result();
    m_preparation = millisecondsBetween(begin, now());
    const SignInValues values{
        .plain = {{u"userName"_s, u"admin"_s}}, .secrets = {{u"password"_s, Secret(u"admin_pass"_s)}}};
    const auto opened = m_workspace->open(profile, values);
    if (!waitUntil([&] { return opened.isFinished(); }))
        return failure(Error::Kind::Timeout, u"The server could not be opened."_s);
    const Result<Server *> server = opened.result();
    m_server = server.value_or(nullptr);
    return server;
}

Result<> BenchConsole::open(const QUrl &url, const QString &kind)
{
    if (const auto server = connect(url); !server)
        return tl::unexpected(server.error());
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
    m_window = std::make_unique<MainWindow>(*m_workspace, m_state, *m_theme, [](const QUrl &) { return false; });
    m_window->resize(1600, 900);
    m_window->show();
    m_window->showProfile(m_server->profile().id);
    ServerPage *page = m_window->currentPage();
    m_list = page ? page->tabs().showRecords(kind) : nullptr;
    m_table = m_list ? m_list->findChild<QTableView *>(u"recordTable"_s) : nullptr;
    if (!m_table)
        return failure(Error::Kind::NotFound, u"There is no such list in the window."_s);
    return {};
}

void BenchConsole::signIn()
{
    (void)m_server->session().signIn();
}

Collection &BenchConsole::collection() const
{
    return m_list->collection();
}

int BenchConsole::columnOf(const QString &field) const
{
    const QList<FieldInfo> columns = collection().columns();
    for (int column = 0; column < columns.size(); ++column)
        if (columns[column].key == field)
            return column;
    return -1;
}
