// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/revocation.h"

#include "tests/bench/console.h"
#include "tests/bench/waiting.h"
#include "ui/recordpage.h"

#include <QAbstractButton>
#include <QDialog>

using namespace Qt::Literals::StringLiterals;

// Of clients: the console's own has none, and would end the work.
static QStringList revocable(const BenchConsole &console, int count)
{
    const auto *model = console.collection().model();
    const int client = console.columnOf(u"client"_s);
    QStringList ids;
    for (int row = 0; row < model->rowCount() && ids.size() < count; ++row)
        if (!model->index(row, client).data(ValueRole).toString().isEmpty())
            ids << model->index(row, 0).data(IdRole).toString();
    return ids;
}

Result<QJsonObject> measureRevocation(const QUrl &server, int tokens)
{
    BenchConsole console;
    if (const auto opened = console.open(server, u"accessTokens"_s); !opened)
        return tl::unexpected(opened.error());
    console.signIn();
    Collection &list = console.collection();
    if (!waitUntil([&] { return list.isComplete() && !list.isBusy(); }))
        return failure(Error::Kind::Timeout, u"The list is not loaded."_s);
    const QStringList ids = revocable(console, tokens);
    if (ids.size() < tokens)
        return failure(Error::Kind::NotFound, u"There are only %1 tokens."_s.arg(ids.size()));
    console.list().selectIds(ids);
    if (!waitUntil([&] { return console.list().selectedIds().size() == tokens; }))
        return failure(Error::Kind::Timeout, u"They could not be selected."_s);

    QAbstractButton *confirm = nullptr;
    console.list().removeSelected();
    const bool isAsked = waitUntil([&] {
        const auto *dialog = console.page().window()->findChild<QDialog *>(u"blastRadius"_s);
        confirm = dialog ? dialog->findChild<QAbstractButton *>(u"confirm"_s) : nullptr;
        return confirm && confirm->isEnabled();
    });
    if (!isAsked)
        return failure(Error::Kind::Timeout, u"It is not asked whether they are to be revoked."_s);
    const int before = list.model()->rowCount();
    StallWatch stall;
    const Moment begin = now();
    confirm->click();
    if (!waitUntil([&] { return console.collection().model()->rowCount() <= before - tokens; }))
        return failure(Error::Kind::Timeout, u"Not all of them were revoked."_s);
    stall.look();
    const double took = millisecondsBetween(begin, now());
    return QJsonObject{{u"tokens"_s, tokens}, {u"revoke_ms"_s, took}, {u"per_second"_s, tokens * 1000 / took},
        {u"worst_stall_ms"_s, stall.worst()}};
}
