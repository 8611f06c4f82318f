// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalchain.h"

#include "store/runhistory.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

const Migrations &journalMigrations()
{
    static const Migrations all{
        {
            u"CREATE TABLE journal ("
            "number BIGINT PRIMARY KEY NOT NULL, "
            "line TEXT NOT NULL, "
            "hash TEXT NOT NULL)"_s,
            // Not part of the chain: what would otherwise be found by reading all of it.
            u"CREATE TABLE journal_open (number BIGINT PRIMARY KEY NOT NULL)"_s,
            // Against accidents; whoever means it gets round them, and is told by the hashes.
            u"CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"_s,
            u"CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"_s,
        },
        runHistorySchema(),
    };
    return all;
}

const Migrations &sharedJournalMigrations()
{
    static const Migrations all{
        {
            u"CREATE TABLE journal ("
            "number BIGINT PRIMARY KEY NOT NULL, " // whoever appends without the lock cannot fork the chain either
            "line TEXT NOT NULL, "
            "hash TEXT NOT NULL)"_s,
            u"CREATE TABLE journal_open (number BIGINT PRIMARY KEY NOT NULL)"_s,
            u"CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"_s,
            u"CREATE TRIGGER journal_keeps_lines BEFORE UPDATE OR DELETE OR TRUNCATE ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"_s,
            u"CREATE FUNCTION journal_tells() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN NOTIFY latchkey_journal; RETURN NULL; END $$"_s,
            u"CREATE TRIGGER journal_tells AFTER INSERT ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_tells()"_s,
        },
        runHistorySchema(),
    };
    return all;
}

static QByteArray chained(const QByteArray &previous, qint64 number, const QByteArray &text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {previous, QByteArray::number(number), text}) {
        hash.addData(part);
        hash.addData("\n");
    }
    return hash.result().toHex();
}

static JournalLine lineOf(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), row.value(1).toString().toUtf8(), row.value(2).toString().toLatin1()};
}

Result<JournalLine> JournalChain::last() const
{
    return m_store.rows(u"SELECT number, line, hash FROM journal ORDER BY number DESC LIMIT 1"_s, {}, lineOf)
        .map([](const QList<JournalLine> &found) { return found.isEmpty() ? JournalLine() : found.first(); });
}

// `sql` with a `row` of placeholders for every so many values: to a database elsewhere, a statement for each would be a
// way there and back for each.
Result<> JournalChain::runForAll(const QString &sql, const QString &row, const QVariantList &values)
{
    const qsizetype width = row.count(u'?');
    const qsizetype most = 900 / width * width; // values of a statement; old versions of SQLite take no more than 999
    for (qsizetype at = 0; at < values.size(); at += most) {
        const QVariantList some = values.mid(at, most);
        const QString all = QStringList(some.size() / width, row).join(u", "_s);
        if (const auto done = m_store.run(sql.arg(all), some); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<qint64> JournalChain::append(const QList<NewLine> &added)
{
    // Begun before the last line is read: whoever else appends waits, so that the chain does not fork.
    auto transaction = Transaction::begin(m_store);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto previous = last();
    if (!previous)
        return tl::unexpected(previous.error());
    const qint64 first = previous->number + 1;
    QVariantList lines;
    QVariantList opened;
    QVariantList closed;
    for (const NewLine &line : added) {
        const qint64 number = previous->number + 1;
        *previous = {number, line.text, chained(previous->hash, number, line.text)};
        lines << number << QString::fromUtf8(line.text) << QString::fromLatin1(previous->hash);
        if (line.isOpen)
            opened << number;
        if (line.closes > 0)
            closed << line.closes;
    }
    auto done = runForAll(u"INSERT INTO journal (number, line, hash) VALUES %1"_s, u"(?, ?, ?)"_s, lines);
    if (done)
        done = runForAll(u"INSERT INTO journal_open (number) VALUES %1"_s, u"(?)"_s, opened);
    if (done)
        done = runForAll(u"DELETE FROM journal_open WHERE number IN (%1)"_s, u"?"_s, closed);
    if (!done)
        return tl::unexpected(done.error());
    return transaction->commit().map([first] { return first; });
}

Result<QList<JournalLine>> JournalChain::lines(qint64 after, int most) const
{
    return m_store.rows(
        u"SELECT number, line, hash FROM journal WHERE number > ? ORDER BY number LIMIT ?"_s, {after, most}, lineOf);
}

Result<QList<JournalLine>> JournalChain::openLines() const
{
    return m_store.rows(
        u"SELECT journal.number, line, hash FROM journal JOIN journal_open ON journal.number = journal_open.number "
        "ORDER BY journal.number"_s,
        {}, lineOf);
}

Result<JournalCheck> JournalChain::check() const
{
    constexpr int piece = 5000;
    JournalCheck found;
    while (true) {
        const auto lines = this->lines(found.lines, piece);
        if (!lines)
            return tl::unexpected(lines.error());
        for (const JournalLine &line : *lines) {
            const bool isNext = line.number == found.lines + 1;
            if (!isNext || line.hash != chained(found.head, line.number, line.text)) {
                found.broken = found.lines + 1;
                return found;
            }
            found.lines = line.number;
            found.head = line.hash;
        }
        if (lines->size() < piece)
            return found;
    }
}
