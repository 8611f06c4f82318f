// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/alltokens.h"
#include "dialects/jsonrows.h"
#include "items/recordexport.h"
#include "items/recordmodel.h"
#include "records/records.h"
#include "tests/dialects/requests.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QBuffer>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString allKind = u"allTokens"_s;

Token tokenOf(const char *kind, const QString &id)
{
    return {.id = id, .kind = QLatin1StringView(kind)};
}

QStringList keysIn(Collection &collection)
{
    QStringList keys;
    for (int row = 0; row < collection.model()->rowCount(); ++row)
        keys << collection.model()->index(row, 0).data(IdRole).toString();
    keys.sort();
    return keys;
}

// Where the pages of `endpoint` are, as long as each answers `body`.
QStringList pathsOf(const Endpoint<Token> &endpoint, const QByteArray &body)
{
    QStringList paths;
    ListQuery query;
    do {
        paths << endpoint.list(query).path;
        query.cursor = endpoint.readPage(jsonAnswer(body), query)->next;
    } while (!query.cursor.isEmpty() && paths.size() < 10);
    return paths;
}

}

// API, access and refresh tokens as one list: what is asked and understood, and what becomes of it on the Teneo
// persona.
class tst_AllTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<TeneoConsole>();
        m_server = m_console->connectedAsAdministrator();
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void whoHasSeveralListsHasThemTogether()
    {
        QStringList having;
        for (const Dialect &dialect : dialects()) {
            const int lists = (dialect.apiTokens.list ? 1 : 0) + (dialect.accessTokens.list ? 1 : 0)
                + (dialect.refreshTokens.list ? 1 : 0);
            QCOMPARE(bool(dialect.allTokens), lists > 1);
            if (lists < 2)
                continue;
            having << dialect.id;
            // There is room for one note, so none of theirs gets lost.
            QVERIFY(!*dialect.apiTokens.removalNote && !*dialect.accessTokens.removalNote
                && !*dialect.refreshTokens.removalNote);
        }
        QCOMPARE(having, QStringList{u"teneo"_s});
        QVERIFY(!allTokens({.accessTokens = all().list ? teneo().accessTokens : Endpoint<Token>()}));
    }

    void theyAreAskedForOneAfterTheOther()
    {
        QCOMPARE(pathsOf(all(), "[]"),
            (QStringList{u"/oauth2/api-tokens"_s, u"/oauth2/access-tokens"_s, u"/oauth2/refresh-tokens"_s}));
        QStringList kinds;
        for (const auto &cursor : {QString(), u"1 "_s, u"2 "_s}) {
            const auto page = all().readPage(jsonAnswer(R"([{"id":"a"}])"), {cursor});
            kinds << page->records.first().kind;
            QVERIFY(page->endsPart);
        }
        QCOMPARE(kinds, (QStringList{u"API"_s, u"Access"_s, u"Refresh"_s}));
        QVERIFY(!all().readPage(jsonAnswer("{}"), {u"1 "_s}));
    }

    void aListOfPagesStaysOne()
    {
        Dialect paging{.accessTokens = teneo().accessTokens, .refreshTokens = teneo().refreshTokens};
        paging.accessTokens.list = [](const ListQuery &query) { return getRequest(u"/access/"_s + query.cursor); };
        paging.accessTokens.readPage = [](const Response &, const ListQuery &asked) -> Result<Page<Token>> {
            return Page<Token>{.next = asked.cursor.isEmpty() ? u"second page"_s : QString(), .total = 2};
        };
        const auto both = allTokens(paging);
        QCOMPARE(
            pathsOf(both, "[]"), (QStringList{u"/access/"_s, u"/access/second page"_s, u"/oauth2/refresh-tokens"_s}));
        const auto page = both.readPage(jsonAnswer("[]"), {});
        QVERIFY(!page->total && !page->endsPart);
    }

    void bothWaysOfReadingSayTheSame_data()
    {
        QTest::addColumn<QString>("cursor");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Token>("expected");
        const QDateTime time({2026, 3, 2}, {8, 15, 30}, Qt::UTC);
        QTest::newRow("API") << QString()
                             << R"({"id":"k1","name":"backup","userId":"u-1","userName":"eva","enabled":false,)"
                                R"("createdAt":"2026-03-02T08:15:30Z","expiresAt":null,"description":"x"})"_qba
                             << Token{.id = u"k1"_s,
                                    .kind = u"API"_s,
                                    .name = u"backup"_s,
                                    .userId = u"u-1"_s,
                                    .userName = u"eva"_s,
                                    .issuedAt = time};
        const QByteArray token
            = R"({"id":"t1","type":"USER","clientName":"Portal","expiresAt":"2026-03-02T08:15:30Z"})";
        const Token read{.id = u"t1"_s, .type = u"USER"_s, .clientName = u"Portal"_s, .expiresAt = time};
        for (const auto &[cursor, kind] : {std::pair(u"1 "_s, u"Access"_s), std::pair(u"2 "_s, u"Refresh"_s)}) {
            Token expected = read;
            expected.kind = kind;
            QTest::addRow("%s", qPrintable(kind)) << cursor << token << expected;
        }
    }
    void bothWaysOfReadingSayTheSame()
    {
        QFETCH(const QString, cursor);
        QFETCH(const QByteArray, json);
        QFETCH(const Token, expected);
        const Rows<Token> rows = all().rows({cursor});
        Token slow = rows.readEntry(QJsonDocument::fromJson(json).object()).value();
        slow.raw = {};
        QCOMPARE(slow, expected);

        Records<Token> records(all().fields, false);
        JsonRows fast = jsonRows(rows.members, records.layout(), rows.same);
        const QByteArray padded = json + QByteArray(64, ' ');
        QVERIFY2(fast.read(QByteArrayView(padded).first(json.size()), records.columns()), "the fast way takes it");
        QCOMPARE(records.record(0), expected);
    }

    void eachKindIsRemovedInItsOwnWay()
    {
        const Request deleted = all().remove(tokenOf("API", u"k/1"_s));
        QCOMPARE(deleted.verb + ' ' + deleted.path.toUtf8(), "DELETE /oauth2/api-tokens/k%2F1"_qba);
        for (const char *kind : {"Access", "Refresh"}) {
            const Request revoked = all().remove(tokenOf(kind, u"t1"_s));
            QCOMPARE(revoked.path, u"/oauth2/revoke"_s);
            QCOMPARE(formOf(revoked)[u"token"_s], u"t1"_s);
        }
        QCOMPARE(all().removal, Removal::Revoke);
        QVERIFY(QByteArray(all().removalNote).contains("deleted"));
    }

    void equalIdsOfTwoKindsAreTwoTokens()
    {
        RecordModel<Token> model(all().fields, nullptr, false);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.beginRefresh();
        Records<Token> many = model.emptyRecords();
        for (int i = 0; i < 6000; ++i)
            many.append(tokenOf("Access", QString::number(i)));
        many.append(tokenOf("Refresh", u"7"_s));
        QCOMPARE(model.put(many), 6001);
        model.endRefresh(true);
        QCOMPARE(model.rowCount(), 6001);
        QCOMPARE(model.find(u"Refresh/7"_s)->kind, u"Refresh"_s);
        QCOMPARE(model.find(u"Access/7"_s)->kind, u"Access"_s);
        QVERIFY(!model.find(u"7"_s) && !model.find(u"API/7"_s) && !model.find(u"Refresh/8"_s));
        model.remove(u"Access/7"_s);
        QVERIFY(!model.find(u"Access/7"_s) && model.find(u"Refresh/7"_s));

        // So many go that the rest moves together.
        model.beginRefresh();
        model.put(tokenOf("Access", u"9"_s));
        model.put(tokenOf("Refresh", u"9"_s));
        model.endRefresh(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.idOf(*model.rowOf(u"Refresh/9"_s)), u"Refresh/9"_s);
        QVERIFY(model.find(u"Access/9"_s) && !model.find(u"Refresh/7"_s));
    }

    void itIsWhatTheListsAreTogether()
    {
        const QAbstractItemModelTester tester(
            list(allKind).model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList each;
        for (const TokenKind &kind : tokenKinds())
            for (const QString &id : keysIn(loadedList(kind.list)))
                each << keyOf(tokenOf(kind.word, id));
        each.sort();
        QCOMPARE(keysIn(loadedList(allKind)), each);
        QVERIFY(each.size() > 20);
        QVERIFY(list(allKind).isComplete() && !m_server->separateCollections().contains(&list(allKind)));
        const QString name
            = list(allKind).removalOf({u"API/"_s + keysIn(list(u"apiTokens"_s)).first()})->names().first();
        QVERIFY(!idOf(list(u"apiTokens"_s), name).isEmpty());
    }

    void itIsExportedWithItsKinds()
    {
        auto *model = loadedList(allKind).model();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        ExportProgress progress;
        const auto exported
            = exportOf(*model, model->order(), model->allColumns(), ExportFormat::Json, ExportSecrets::Omitted);
        QVERIFY(writeRecords(exported, buffer, progress));
        QHash<QString, int> kinds;
        const QJsonArray entries = QJsonDocument::fromJson(buffer.data()).array();
        for (const auto &entry : entries) {
            ++kinds[entry[u"kind"_s].toString()];
            QVERIFY(!entry[u"id"_s].toString().contains(u'/'));
        }
        for (const TokenKind &kind : tokenKinds())
            QCOMPARE(kinds[QLatin1StringView(kind.word)], loadedList(kind.list).model()->rowCount());
    }

    void aRefusedListIsNamed()
    {
        m_console->fail({{u"path"_s, u"/oauth2/access-tokens"_s}, {u"status"_s, 403}});
        QCOMPARE(awaited(list(allKind).refresh()), "Forbidden"_qba);
        const QString told = list(allKind).error()->message;
        QVERIFY2(told.startsWith(u"“Access Tokens” could not be loaded. "_s), qPrintable(told));
        QVERIFY(!list(allKind).isComplete());
        m_console->heal();
        QCOMPARE(list(allKind).model()->rowCount(), loadedList(u"apiTokens"_s).model()->rowCount()); // what came, stays
        QVERIFY(loadedList(allKind).isComplete());
    }

    void anEmptyListIsNotTheEnd_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : {u"/oauth2/api-tokens"_s, u"/oauth2/access-tokens"_s, u"/oauth2/refresh-tokens"_s})
            QTest::addRow("%s", qPrintable(path)) << path;
    }
    void anEmptyListIsNotTheEnd()
    {
        QFETCH(const QString, path);
        m_console->fail({{u"path"_s, path}, {u"status"_s, 200}, {u"body"_s, u"[]"_s}});
        const int rows = loadedList(allKind).model()->rowCount();
        m_console->heal();
        const auto emptied = m_console->ids(path.toLatin1()).size();
        QVERIFY(emptied > 0);
        QCOMPARE(loadedList(allKind).model()->rowCount(), rows + int(emptied));
    }

    void removedHereItIsGoneThere_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("fromAll");
        const QByteArrayList paths{"/oauth2/api-tokens", "/oauth2/access-tokens", "/oauth2/refresh-tokens"};
        for (int kind = 0; kind < paths.size(); ++kind) {
            QTest::addRow("from all: %s", tokenKinds()[kind].word) << kind << paths[kind] << true;
            QTest::addRow("from its list: %s", tokenKinds()[kind].word) << kind << paths[kind] << false;
        }
    }
    void removedHereItIsGoneThere()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, path);
        QFETCH(const bool, fromAll);
        const TokenKind &which = tokenKinds()[kind];
        auto &one = loadedList(which.list);
        auto &together = loadedList(allKind);
        const QStringList others = keysIn(one).mid(0, keysIn(one).size() - 1);
        const QString id = keysIn(one).last();
        const QString key = keyOf(tokenOf(which.word, id));
        const int rows = together.model()->rowCount();

        const auto batch = fromAll ? together.removalOf({key}) : one.removalOf({id});
        batch->start();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(Batch::Outcome::Done), 1);
        QVERIFY(!m_console->ids(path).contains(id));
        QTRY_COMPARE(keysIn(one), others);
        QTRY_VERIFY(!keysIn(together).contains(key));
        QCOMPARE(together.model()->rowCount(), rows - 1);
    }

private:
    static const Dialect &teneo() { return TeneoConsole::teneo(); }
    static const Endpoint<Token> &all() { return teneo().allTokens; }
    Collection &list(const QString &kind) { return *m_server->collection(kind); }
    Collection &loadedList(const QString &kind)
    {
        const QByteArray outcome = awaited(list(kind).refresh());
        QTest::qVerify(outcome == "ok", qPrintable(kind), outcome.constData(), __FILE__, __LINE__);
        return list(kind);
    }

    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
};

int tst_alltokens(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AllTokens>(argc, argv);
}
#include "tst_alltokens.moc"
