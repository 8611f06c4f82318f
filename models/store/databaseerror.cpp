// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databaseerror.h"

#include "core/log.h"
#include "store/store.h"

#include <QSqlError>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

// The result codes of SQLite that mean something to the person (sqlite.org/rescode.html), without extended bits.
QString sentence(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Store::tr("Another program is using the console's data file.");
    case 8: // SQLITE_READONLY
        return Store::tr("The console's data file is read-only.");
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Store::tr("The console's data file is damaged. It was left as it is.");
    case 13: // SQLITE_FULL
        return Store::tr("The disk is full.");
    case 14: // SQLITE_CANTOPEN
        return Store::tr("The console's data file cannot be opened.");
    default:
        return Store::tr("The console's data file could not be read or written.");
    }
}

}

tl::unexpected<Error> fileError(const QSqlError &error)
{
    qCWarning(logStore) << "SQLite" << error.nativeErrorCode() << error.databaseText() << error.driverText();
    return failure(Error::Kind::Storage, sentence(error.nativeErrorCode().toInt()), error.text());
}

namespace {

// The beginning of what stands for an error, and its sentence.
struct Meaning {
    const char *sign;
    const char *sentence;
};

// SQLSTATE (PostgreSQL manual, appendix A). The most particular stand first.
constexpr std::array statements{
    Meaning{"25006", QT_TRANSLATE_NOOP("Store", "The journal's database takes no writing at the moment.")},
    Meaning{"42501", QT_TRANSLATE_NOOP("Store", "You lack the right to do this in the journal's database.")},
    Meaning{"42P01", QT_TRANSLATE_NOOP("Store", "There is no journal in this database.")},
    Meaning{"53100", QT_TRANSLATE_NOOP("Store", "The disk of the journal's database is full.")},
    Meaning{"53300", QT_TRANSLATE_NOOP("Store", "The journal's database takes no more connections.")},
    Meaning{"55P03", QT_TRANSLATE_NOOP("Store", "Another console kept the journal's database busy for too long.")},
    Meaning{"57014", QT_TRANSLATE_NOOP("Store", "The journal's database took too long to answer.")},
    Meaning{"08", QT_TRANSLATE_NOOP("Store", "The connection to the journal's database was lost.")},
    Meaning{"25P", QT_TRANSLATE_NOOP("Store", "The connection to the journal's database was lost.")},
    Meaning{"57P", QT_TRANSLATE_NOOP("Store", "The connection to the journal's database was lost.")},
    Meaning{"XX", QT_TRANSLATE_NOOP("Store", "The journal's database is damaged.")},
};

// libpq gives no SQLSTATE where no connection came about, only text, which may be translated: what is not recognised is
// told as it is. What can stand within another stands after it.
constexpr std::array connections{
    Meaning{"password authentication failed",
        QT_TRANSLATE_NOOP("Store", "The journal's database does not accept this user name and password.")},
    Meaning{"no password supplied",
        QT_TRANSLATE_NOOP("Store", "The journal's database wants a password. Enter it in the preferences.")},
    Meaning{"authentication failed", QT_TRANSLATE_NOOP("Store", "The journal's database does not accept this user.")},
    Meaning{"no pg_hba.conf entry",
        QT_TRANSLATE_NOOP("Store", "The journal's database does not let this user in from this computer in this way.")},
    Meaning{"does not support SSL",
        QT_TRANSLATE_NOOP("Store", "The journal's database offers no TLS, which the connection to it needs.")},
    Meaning{
        "certificate", QT_TRANSLATE_NOOP("Store", "The certificate of the journal's database could not be verified.")},
    Meaning{"SSL error", QT_TRANSLATE_NOOP("Store", "The connection to the journal's database came to no secure end.")},
    Meaning{"role \"", QT_TRANSLATE_NOOP("Store", "The journal's database does not know this user.")},
    Meaning{"database \"", QT_TRANSLATE_NOOP("Store", "There is no database of this name.")},
    Meaning{"too many", QT_TRANSLATE_NOOP("Store", "The journal's database takes no more connections.")},
    Meaning{"connection slots", QT_TRANSLATE_NOOP("Store", "The journal's database takes no more connections.")},
    Meaning{"the database system is", QT_TRANSLATE_NOOP("Store", "The journal's database is starting or stopping.")},
};

QString translatedStore(const char *sentence)
{
    return QCoreApplication::translate("Store", sentence);
}

}

tl::unexpected<Error> sharedError(const QSqlError &error)
{
    const QByteArray code = error.nativeErrorCode().toLatin1();
    qCWarning(logStore) << "PostgreSQL" << code;
    // What libpq says by itself, without a code, is that the other end is gone.
    const char *sentence = code.isEmpty()
        ? QT_TRANSLATE_NOOP("Store", "The connection to the journal's database was lost.")
        : QT_TRANSLATE_NOOP("Store", "The journal's database could not be read or written.");
    const auto known = std::find_if(
        statements.begin(), statements.end(), [&](const Meaning &one) { return code.startsWith(one.sign); });
    return failure(Error::Kind::Storage, translatedStore(known == statements.end() ? sentence : known->sentence),
        error.databaseText().trimmed());
}

tl::unexpected<Error> connectError(const QSqlError &error)
{
    qCWarning(logStore) << "PostgreSQL" << error.databaseText();
    const char *sentence = QT_TRANSLATE_NOOP("Store", "The journal's database could not be reached.");
    const auto known = std::find_if(connections.begin(), connections.end(),
        [&](const Meaning &one) { return error.databaseText().contains(QLatin1StringView(one.sign)); });
    return failure(Error::Kind::Storage, translatedStore(known == connections.end() ? sentence : known->sentence),
        error.databaseText().trimmed());
}
