// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallines.h"
#include "items/journaltext.h"
#include "tests/testprogram.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Secret fingerprintKey(u"0123456789abcdef"_s);
const QDateTime writtenAt(QDate(2026, 11, 22), QTime(8, 30, 15, 250), Qt::UTC);

JournalPlace productionPlace(const QString &run)
{
    return {.profile = {.id = u"p1"_s, .name = u"Shop"_s, .url = QUrl(u"https://user:pw@id.example.com/x?token=t"_s),
                .environment = Environment::Production},
        .who = u"admin"_s,
        .console = u"ana@desk"_s,
        .run = run};
}

Request updateRequest()
{
    Request request = jsonRequest("PUT", u"/clients/7"_s, {});
    request.change = std::make_shared<const Change>(Change{.action = Change::Action::Update,
        .kind = u"clients"_s,
        .id = u"7"_s,
        .name = u"Billing"_s,
        .before = {{u"name"_s, u"Billing"_s}, {u"enabled"_s, true}, {u"secret"_s, QVariant::fromValue(Secret(u"one"_s))}},
        .after
        = {{u"name"_s, u"Billing 2"_s}, {u"enabled"_s, true}, {u"secret"_s, QVariant::fromValue(Secret(u"two"_s))}}});
    return request;
}

JournalLine numbered(qint64 number, const NewLine &line)
{
    return {.number = number, .text = line.text};
}

}

// What the journal writes of a write, and what it makes of it again.
class tst_JournalLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<FieldKind>("kind");
        QTest::newRow("text") << QVariant(u"Träger \"x\"\n"_s) << FieldKind::Text;
        QTest::newRow("list") << QVariant(QStringList{u"a"_s, u"b c"_s}) << FieldKind::List;
        QTest::newRow("no list") << QVariant(QStringList()) << FieldKind::List;
        QTest::newRow("switch") << QVariant(true) << FieldKind::Switch;
        QTest::newRow("time") << QVariant(writtenAt) << FieldKind::Time;
        QTest::newRow("never") << QVariant(QDateTime()) << FieldKind::Time;
        QTest::newRow("duration") << QVariant::fromValue(seconds(315360000)) << FieldKind::Duration;
    }
    void valuesComeBackAsTheyWere()
    {
        QFETCH(const QVariant, value);
        QFETCH(const FieldKind, kind);
        const QJsonArray written{journalValue(value, fingerprintKey)};
        const auto text = QJsonDocument(written).toJson(); // as a file has it
        QCOMPARE(fieldValue(QJsonDocument::fromJson(text).array().first(), kind), value);
    }

    void aSecretIsAFingerprintThatTakesTheKeyToGuess()
    {
        const auto of = [](const QString &secret, const Secret &key) {
            return journalValue(QVariant::fromValue(Secret(secret)), key);
        };
        QCOMPARE(of(u"hunter2"_s, fingerprintKey), of(u"hunter2"_s, fingerprintKey));
        QVERIFY(of(u"hunter2"_s, fingerprintKey) != of(u"hunter3"_s, fingerprintKey));
        QVERIFY(of(u"hunter2"_s, fingerprintKey) != of(u"hunter2"_s, Secret(u"another key"_s)));
        QCOMPARE(of(u"hunter2"_s, fingerprintKey)["fingerprint"_L1].toString().size(), 16);
        QVERIFY(of(QString(), fingerprintKey).isNull());
        QVERIFY(!fieldValue(of(u"hunter2"_s, fingerprintKey), FieldKind::Password).isValid());
    }

    void nothingSecretIsInALine()
    {
        const QByteArray line = intentLine(productionPlace(u"r"_s), updateRequest(), writtenAt, fingerprintKey).text;
        for (const QByteArray secret : {"\"one\"", "\"two\"", "user:pw", "token=t"})
            QVERIFY2(!line.contains(secret), line.constData());
        QVERIFY(line.contains("https://id.example.com/x"));
    }

    void anEntryTellsWhatHappened()
    {
        JournalReader reader({.run = u"r"_s});
        const auto intent = intentLine(productionPlace(u"r"_s), updateRequest(), writtenAt, fingerprintKey);
        QVERIFY(intent.isOpen);
        reader.take({numbered(1, intent)});
        auto entries = reader.takeEntries();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].result, QLatin1StringView(journal::underWay));
        QCOMPARE(entries[0].action, QLatin1StringView(journal::update));
        QCOMPARE(entries[0].changed, (QStringList{u"name"_s, u"secret"_s}));
        QCOMPARE(entries[0].at, writtenAt);
        QCOMPARE(entries[0].environment, u"production"_s);
        QCOMPARE(entries[0].request, u"PUT /clients/7"_s);

        const auto outcome
            = outcomeLine(1, updateRequest(), Response{.status = 200}, writtenAt.addMSecs(134), 134ms, fingerprintKey);
        QCOMPARE(outcome.closes, 1);
        reader.take({numbered(2, outcome)});
        entries = reader.takeEntries();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].id, u"1"_s);
        QCOMPARE(entries[0].result, QLatin1StringView(journal::done));
        QCOMPARE(entries[0].status, u"200"_s);
        QCOMPARE(entries[0].took, u"134"_s);
        QVERIFY(reader.takeEntries().isEmpty());
        QCOMPARE(reader.last(), 2);
    }

    void whatCameOfIt_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("result");
        QTest::addColumn<bool>("isSettled");
        using enum Error::Kind;
        const auto word = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("refused by the server") << Error{.kind = Rejected, .status = 422} << word(journal::failed) << true;
        QTest::newRow("the server broke") << Error{.kind = Server, .status = 500} << word(journal::failed) << true;
        QTest::newRow("no connection") << Error{.kind = Network} << word(journal::notSent) << true;
        QTest::newRow("locked meanwhile") << Error{.kind = ReadOnly} << word(journal::notSent) << true;
        QTest::newRow("no answer") << Error{.kind = Unknown} << word(journal::unknown) << false;
    }
    void whatCameOfIt()
    {
        QFETCH(Error, error);
        QFETCH(const QString, result);
        QFETCH(const bool, isSettled);
        error.message = u"Because."_s;
        JournalReader reader({.run = u"r"_s});
        reader.take({numbered(1, intentLine(productionPlace(u"r"_s), updateRequest(), writtenAt, fingerprintKey))});
        const auto outcome = outcomeLine(1, updateRequest(), tl::unexpected(error), writtenAt, 1ms, fingerprintKey);
        QCOMPARE(outcome.closes, isSettled ? 1 : 0);
        reader.take({numbered(2, outcome)});
        const auto entries = reader.takeEntries();
        QCOMPARE(entries[0].result, result);
        QCOMPARE(entries[0].message, u"Because."_s);
    }

    void anotherRunsIntentWithoutOutcomeIsUnknownUntilItIsFoundOut()
    {
        JournalReader reader({.run = u"this run"_s});
        reader.take({numbered(1, intentLine(productionPlace(u"a run before"_s), updateRequest(), writtenAt, fingerprintKey))});
        QCOMPARE(reader.takeEntries().first().result, QLatin1StringView(journal::unknown));
        reader.take({numbered(2, foundLine(1, journal::notDone, writtenAt))});
        QCOMPARE(reader.takeEntries().first().result, QLatin1StringView(journal::notDone));
    }

    void aRefusalIsWrittenAsOne()
    {
        const auto line = intentLine(productionPlace(u"r"_s), updateRequest(), writtenAt, fingerprintKey, u"Read-only."_s);
        QVERIFY(!line.isOpen);
        JournalReader reader({.run = u"r"_s});
        reader.take({numbered(1, line)});
        const JournalEntry entry = reader.takeEntries().first();
        QCOMPARE(entry.result, QLatin1StringView(journal::notSent));
        QCOMPARE(entry.message, u"Read-only."_s);
    }

    void aServersJournalIsItsOwn()
    {
        JournalReader reader({.run = u"r"_s, .profile = u"p2"_s});
        reader.take({numbered(1, intentLine(productionPlace(u"r"_s), updateRequest(), writtenAt, fingerprintKey)),
            numbered(2, foundLine(1, journal::done, writtenAt))});
        QVERIFY(reader.takeEntries().isEmpty());
    }

    void garbageIsNoEntryAndNoCrash()
    {
        JournalReader reader({.run = u"r"_s});
        for (const QByteArray text : {"", "7", "[]", "{\"of\":\"x\"}", "{\"of\":99}", "\xff", "{\"before\":[],\"after\":7}"})
            reader.take({{.number = 1, .text = text}});
        for (const JournalEntry &entry : reader.takeEntries())
            (void)differencesOf(entry);
    }

    void theReportShowsTextsAsTexts()
    {
        JournalEntry entry{.id = u"1"_s, .at = writtenAt, .server = u"<script>alert(1)</script>"_s,
            .action = QString::fromLatin1(journal::update), .kind = u"clients"_s, .name = u"A & <b>B</b>"_s,
            .changed = {u"name"_s}, .result = QString::fromLatin1(journal::done)};
        entry.raw = {{u"before"_s, QJsonObject{{u"name"_s, u"<img src=x>"_s}}},
            {u"after"_s, QJsonObject{{u"name"_s, u"\"quoted\""_s}}}};
        const QByteArray report = journalReport({entry}, {.lines = 2, .head = "abc"}, writtenAt);
        QVERIFY(report.contains("A &amp; &lt;b&gt;B&lt;/b&gt;"));
        QVERIFY(report.contains("&lt;img src=x&gt;"));
        QVERIFY(!report.contains("<script>") && !report.contains("<img"));
        QVERIFY(report.contains("abc"));
        const QByteArray broken = journalReport({}, {.lines = 2, .broken = 3}, writtenAt);
        QVERIFY(broken.contains('3') && broken != journalReport({}, {.lines = 2}, writtenAt));
    }
};

int tst_journallines(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JournalLines>(argc, argv);
}
#include "tst_journallines.moc"
