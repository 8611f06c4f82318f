// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallines.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

// A journal whose lines can be taken away, for the next input.
class ScratchJournal {
public:
    ScratchJournal()
        : m_store(Store::open(scratchFolder().filePath(u"journal.db"_s), journalMigrations()).value())
    {
        (void)m_store->run(u"DROP TRIGGER journal_keeps_lines"_s);
        (void)m_store->run(u"DROP TRIGGER journal_loses_nothing"_s);
        (void)m_store->run(u"PRAGMA synchronous=OFF"_s);
    }
    void clear()
    {
        (void)m_store->run(u"DELETE FROM journal"_s);
        (void)m_store->run(u"DELETE FROM journal_open"_s);
    }
    void change(qint64 number, const QString &column, const QString &value)
    {
        const QString sql = u"UPDATE journal SET %1 = ? WHERE number = ?"_s.arg(column);
        fuzz::hold(m_store->run(sql, {value, number}).has_value(), "a line can be changed without the triggers");
    }
    JournalChain chain() { return JournalChain(*m_store); }

private:
    static const QTemporaryDir &scratchFolder()
    {
        static const QTemporaryDir folder(
            (QFileInfo::exists(u"/dev/shm"_s) ? u"/dev/shm"_s : QDir::tempPath()) + u"/latchkey-fuzz-XXXXXX"_s);
        return folder;
    }

    std::unique_ptr<Store> m_store;
};

void checkJournalEntries(const QList<JournalLine> &lines)
{
    JournalReader whole({.run = u"this-run"_s});
    whole.take(lines);
    JournalReader pieces({.run = u"this-run"_s});
    for (const JournalLine &line : lines)
        pieces.take({line});
    const QList<JournalEntry> entries = whole.takeEntries();
    fuzz::hold(entries == pieces.takeEntries(), "entries do not depend on how lines come");
    for (const JournalEntry &entry : entries)
        for (const auto &field : fields<JournalEntry>())
            (void)field.read(entry);
    JournalReader other({.run = u"this-run"_s, .profile = u"nobody's"_s});
    other.take(lines);
    for (const JournalEntry &entry : other.takeEntries())
        fuzz::hold(entry.profile == u"nobody's", "only one profile was asked for");
}

void checkJournalValues(const QByteArray &text)
{
    const QJsonObject line = QJsonDocument::fromJson(text).object();
    for (const auto &value : line)
        for (int kind = 0; kind <= int(FieldKind::Password); ++kind) {
            const QVariant read = fieldValue(value, FieldKind(kind));
            const QVariant again = fieldValue(journalValue(read, Secret(u"key"_s)), FieldKind(kind));
            fuzz::hold(again == read || !read.isValid() || kind == int(FieldKind::Time) || read.isNull(),
                "a value is kept as what it is");
        }
}

void checkJournalChain(const QList<JournalLine> &lines, qint64 which)
{
    static auto &scratch = *new ScratchJournal; // its database must not outlive what Qt keeps of it
    scratch.clear();
    QList<NewLine> added;
    for (const JournalLine &line : lines)
        added << NewLine{.text = line.text, .isOpen = line.number % 2 == 0, .closes = line.number - 1};
    JournalChain chain = scratch.chain();
    fuzz::hold(chain.append(added).has_value(), "any line can be appended");
    const auto check = chain.check();
    fuzz::hold(check && !check->broken && check->lines == lines.size(), "a chain that was appended to is whole");
    const qint64 number = 1 + which % lines.size();
    scratch.change(number, u"line"_s, QString::fromUtf8(lines[number - 1].text) + u' ');
    fuzz::hold(chain.check()->broken == number, "a changed line is found");
}

}

void fuzz::journals(const QByteArray &input)
{
    FuzzInput given(input);
    const qsizetype which = given.choice(8);
    QList<JournalLine> lines;
    for (QByteArray text : given.rest().split('\n').mid(0, 8)) {
        // What is appended is always UTF-8: it was made by QJsonDocument.
        text = QString::fromUtf8(text.replace('\0', ' ')).toUtf8();
        lines << JournalLine{.number = lines.size() + 1, .text = text};
        checkJournalValues(text);
    }
    checkJournalEntries(lines);
    checkJournalChain(lines, which);
}
