// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filter.h"
#include "items/filtercompletion.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QDate completionDay(2026, 11, 7);

void fillClients(RecordModel<Client> &model)
{
    model.put(Client{.id = u"c1"_s,
        .name = u"Studio EU"_s,
        .type = u"STUDIO"_s,
        .description = u"two\nlines"_s,
        .grantTypes = {u"client_credentials"_s, u"refresh_token"_s}});
    model.put(Client{.id = u"c2"_s, .name = u"Inquire"_s, .type = u"OTHER"_s, .grantTypes = {u"refresh_token"_s}});
    model.put(Client{.id = u"c3"_s, .name = u"say \"hi\" twice"_s, .type = u"STUDIO"_s});
    model.put(Client{.id = u"c4"_s, .name = u"Äpfel"_s, .type = u"INQUIRE"_s});
    model.put(Client{.id = u"c5"_s, .name = u"\"quoted\""_s, .type = QString()});
}

QStringList termsOf(const FilterCompletions &completions)
{
    QStringList terms;
    for (const auto &completion : completions.list)
        terms << completion.term;
    return terms;
}

}

class tst_FilterCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waysToGoOn_data()
    {
        // '|' is the cursor.
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("name by key") << u"ty|"_s << QStringList{u"type:"_s};
        QTest::newRow("whatever the case") << u"TY|"_s << QStringList{u"type:"_s};
        QTest::newRow("name by label") << u"client i|"_s << QStringList{u"id:"_s};
        QTest::newRow("excluded") << u"-ena|"_s << QStringList{u"enabled:"_s};
        QTest::newRow("behind other terms") << u"a \"b c\" type:\"x y\" ena|"_s << QStringList{u"enabled:"_s};
        QTest::newRow("before other terms") << u"ena| type:x"_s << QStringList{u"enabled:"_s};
        QTest::newRow("within a name") << u"en|a"_s << QStringList();
        QTest::newRow("name of a time") << u"upd|"_s << QStringList{u"updatedAt"_s};
        QTest::newRow("no such name") << u"studio|"_s << QStringList();
        QTest::newRow("no such field") << u"colour:|"_s << QStringList();
        QTest::newRow("address") << u"https://|"_s << QStringList();
        QTest::newRow("in quotation marks") << u"\"ty|"_s << QStringList();
        QTest::newRow("all values") << u"type:|"_s << QStringList{u"type:INQUIRE"_s, u"type:OTHER"_s, u"type:STUDIO"_s};
        QTest::newRow("beginning first") << u"type=i|"_s << QStringList{u"type=INQUIRE"_s, u"type=STUDIO"_s};
        QTest::newRow("key as typed") << u"TYPE:oth|"_s << QStringList{u"TYPE:OTHER"_s};
        QTest::newRow("typed already") << u"type:STUDIO|"_s << QStringList();
        QTest::newRow("spaces are quoted") << u"name:stu|"_s << QStringList{u"name:\"Studio EU\""_s};
        QTest::newRow("within quotation marks") << u"name:\"studio e|"_s << QStringList{u"name:\"Studio EU\""_s};
        QTest::newRow("non-ASCII") << u"name:ÄPF|"_s << QStringList{u"name:Äpfel"_s};
        QTest::newRow("cannot be written") << u"name:say|"_s << QStringList();
        QTest::newRow("cannot be written either") << u"name:quoted|"_s << QStringList();
        QTest::newRow("lines") << u"description:t|"_s << QStringList();
        QTest::newRow("entries of lists")
            << u"grantTypes:re|"_s << QStringList{u"grantTypes:refresh_token"_s, u"grantTypes:client_credentials"_s};
        QTest::newRow("switch") << u"enabled:|"_s << QStringList{u"enabled:No"_s, u"enabled:Yes"_s};
        QTest::newRow("switch, typed") << u"enabled:y|"_s << QStringList{u"enabled:Yes"_s};
        QTest::newRow("text is not compared") << u"name<|"_s << QStringList();
        QTest::newRow("time less") << u"updatedAt<|"_s
                                   << QStringList{u"updatedAt<1d"_s, u"updatedAt<7d"_s, u"updatedAt<30d"_s,
                                          u"updatedAt<2026-11-07"_s};
        QTest::newRow("time greater") << u"updatedAt>3|"_s << QStringList{u"updatedAt>30d"_s};
        QTest::newRow("time as a word") << u"updatedAt:|"_s << QStringList();
        QTest::newRow("duration") << u"accessTokenLifetime>|"_s
                                  << QStringList{u"accessTokenLifetime>1h"_s, u"accessTokenLifetime>24h"_s};
        QTest::newRow("a name that is whole")
            << u"createdAt|"_s
            << QStringList{u"createdAt<1d"_s, u"createdAt<7d"_s, u"createdAt<30d"_s, u"createdAt>30d"_s,
                   u"createdAt>90d"_s, u"createdAt<2026-11-07"_s, u"createdAt>2026-11-07"_s};
    }
    void waysToGoOn()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, terms);
        RecordModel<Client> model(fields<Client>(), nullptr);
        fillClients(model);
        const auto cursor = int(text.indexOf(u'|'));
        text.remove(u'|');
        const auto completions = completionsOf(text, cursor, model, completionDay);
        QCOMPARE(termsOf(completions), terms);
        QVERIFY(completions.start <= cursor && completions.start + completions.length >= cursor);
        // What is offered is a filter, once a value follows where one has to.
        for (const auto &completion : completions.list) {
            QString with = text;
            with.replace(completions.start, completions.length,
                completion.term + (completion.isWhole || !completion.term.endsWith(u':') ? u""_s : u"x"_s));
            const auto parsed = parseFilter(with, model.columns());
            QVERIFY2(parsed.has_value(), qPrintable(with));
        }
    }

    void whatIsReplaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("replaced");
        QTest::newRow("word") << u"a ty| b"_s << u"ty"_s;
        QTest::newRow("without the minus sign") << u"-ty|"_s << u"ty"_s;
        QTest::newRow("rest of the value") << u"a type:st|x b"_s << u"type:stx"_s;
        QTest::newRow("quoted value") << u"name:\"st|udio e\" b"_s << u"name:\"studio e\""_s;
        QTest::newRow("open quotation") << u"name:\"studio e|"_s << u"name:\"studio e"_s;
        QTest::newRow("between terms") << u"a | b"_s << u""_s;
        QTest::newRow("before a term") << u"|abc"_s << u""_s;
        QTest::newRow("nothing at all") << u"|"_s << u""_s;
        QTest::newRow("minus sign alone") << u"-|"_s << u""_s;
    }
    void whatIsReplaced()
    {
        QFETCH(QString, text);
        QFETCH(QString, replaced);
        const RecordModel<Client> model(fields<Client>(), nullptr);
        const auto cursor = int(text.indexOf(u'|'));
        text.remove(u'|');
        const auto completions = completionsOf(text, cursor, model, completionDay);
        QCOMPARE(text.mid(completions.start, completions.length), replaced);
    }

    void namesSayWhatTheyMean()
    {
        const RecordModel<Client> model(fields<Client>(), nullptr);
        const auto all = completionsOf({}, 0, model, completionDay);
        QCOMPARE(all.list.size(), model.columns().size());
        QCOMPARE(all.list[2].term, u"id:"_s);
        QCOMPARE(all.list[2].meaning, u"Client ID"_s);
        QVERIFY(!all.list[2].isWhole);
        const auto times = completionsOf(u"updatedAt<7"_s, 11, model, completionDay);
        QVERIFY(times.list[0].isWhole && !times.list[0].meaning.isEmpty());
    }

    void manyValuesAreNotAllLookedAt()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        auto records = model.emptyRecords();
        for (quint32 i = 0; i < 3 * searchedTexts; ++i)
            records.append(Client{.id = u"c%1"_s.arg(i), .name = u"Client %1"_s.arg(i)});
        model.put(records);
        QCOMPARE(completionsOf(u"id:c"_s, 4, model, completionDay).list.size(), mostCompletions);
        QCOMPARE(completionsOf(u"id:C%1"_s.arg(searchedTexts - 10), 8, model, completionDay).list.size(), 1);
        QVERIFY(completionsOf(u"id:C%1"_s.arg(2 * searchedTexts), 9, model, completionDay).list.isEmpty());
    }

    void nothingTypedBreaksIt()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        fillClients(model);
        const QStringList pieces{
            u"-"_s, u"\""_s, u" "_s, u"type"_s, u":"_s, u"<"_s, u"name=\""_s, u"ä"_s, u"--"_s, u"://"_s};
        for (const QString &a : pieces)
            for (const QString &b : pieces)
                for (const QString &c : pieces)
                    for (int cursor = 0; cursor <= (a + b + c).size(); ++cursor) {
                        const auto found = completionsOf(a + b + c, cursor, model, completionDay);
                        QVERIFY(found.start <= cursor && found.start + found.length <= (a + b + c).size());
                    }
    }
};

int tst_filtercompletion(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_FilterCompletion>(argc, argv);
}
#include "tst_filtercompletion.moc"
