// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verifyjournal.h"

#include "store/sharedjournal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

struct VerifyTexts {
    Q_DECLARE_TR_FUNCTIONS(VerifyJournal)
};

int say(std::FILE *stream, const QString &text, int status)
{
    std::fprintf(stream, "%s\n", qUtf8Printable(text));
    return status;
}

}

static Result<std::unique_ptr<Store>> openFile(const QString &path)
{
    const QString file = path.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/journal.db"_s
        : path;
    if (!QFileInfo::exists(file)) // opening it would make one
        return failure(Error::Kind::Storage, VerifyTexts::tr("There is no journal at %1.").arg(file));
    return Store::open(file, journalMigrations());
}

// libpq takes the password from the environment (PGPASSWORD) or from its own file.
static Result<std::unique_ptr<Store>> openDatabase(const QString &text)
{
    const auto read = DatabaseAddress::read(text);
    if (!read)
        return tl::unexpected(read.error());
    if (!read->second.isEmpty())
        return failure(Error::Kind::Rejected,
            VerifyTexts::tr("A password on the command line can be seen by everybody on this computer. Take it out of "
                            "the address and put it into the environment variable PGPASSWORD."));
    return openSharedJournal(read->first, {});
}

int verifyJournal(const QString &where)
{
    const auto store = DatabaseAddress::isMeant(where) ? openDatabase(where) : openFile(where);
    const auto check
        = store ? JournalChain(**store).check() : Result<JournalCheck>(tl::unexpected(store.error()));
    if (!check)
        return say(stderr, check.error().message, 2);
    if (check->broken)
        return say(stdout,
            VerifyTexts::tr("Broken at line %1: it is missing or is not what was written. %2 lines before it are whole.")
                .arg(*check->broken)
                .arg(check->lines),
            1);
    return say(stdout,
        VerifyTexts::tr("Unbroken: %1 lines. Hash of the last: %2")
            .arg(check->lines)
            .arg(QString::fromLatin1(check->head)),
        0);
}
