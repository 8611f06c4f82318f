// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/keptfile.h"

#include "store/journalchain.h"
#include "store/profiles.h"

using namespace Qt::Literals::StringLiterals;

namespace {

bool appendPair(Store &store, int number)
{
    const QByteArray filler(400 + 37 * number % 2500, char('a' + number % 26));
    const NewLine line{.text = "{\"n\":" + QByteArray::number(number) + ",\"x\":\"" + filler + "\"}", .isOpen = true};
    return JournalChain(store).append({line, line}).has_value();
}

int chainLength(Store &store)
{
    const auto check = JournalChain(store).check();
    return check && !check->broken ? int(check->lines) : -1;
}

bool insertPair(Store &store, int number)
{
    auto transaction = Transaction::begin(store);
    Profiles profiles(store);
    for (int i = 0; i < 2; ++i)
        if (!profiles.insert({.name = u"%1 %2"_s.arg(number).arg(QString(300 + 53 * number % 2000, u'x'))}))
            return false;
    return transaction && transaction->commit().has_value();
}

int profileCount(Store &store)
{
    const auto all = Profiles(store).all();
    return all ? int(all->size()) : -1;
}

}

KeptFile keptFile(const QString &name)
{
    if (name == "journal"_L1)
        return {journalMigrations(), appendPair, chainLength};
    return {migrations(), insertPair, profileCount};
}

int keptRows(const KeptFile &kept, const QString &path)
{
    const auto store = Store::open(path, kept.schema);
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const bool isWhole = store && (*store)->rows(u"PRAGMA integrity_check"_s, {}, text) == QStringList{u"ok"_s};
    return isWhole ? kept.rows(**store) : -1;
}
