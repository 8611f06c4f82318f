// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/facetcounts.h"
#include "items/filterterms.h"
#include "items/recordfilter.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 3, 20), QTime(12, 0)).toUTC(); // days of 23 and 25 hours are near

RecordModel<Token> &fill(RecordModel<Token> &model, int count)
{
    QRandomGenerator random(11);
    const auto time = [&](int spread, int ahead) -> QDateTime {
        return random.bounded(9) == 0 ? QDateTime() : noon.addSecs(random.bounded(spread) - spread + ahead);
    };
    const QStringList clients{u"Portal"_s, u"Night Shift"_s, u"with \" mark"_s, u""_s, u"Überweisung"_s, u"a=b"_s};
    const QStringList scopes{u"read"_s, u"write"_s, u"all of it"_s};
    auto records = model.emptyRecords();
    for (int i = 0; i < count; ++i)
        records.append(Token{.id = QString::number(i),
            .type = i % 3 == 0 ? u"CLIENT"_s : u"USER"_s,
            .clientName = clients[random.bounded(int(clients.size()))],
            .userName = u"user%1"_s.arg(random.bounded(40)),
            .issuedAt = time(90 * 86400, 0),
            .expiresAt = time(100 * 86400, 60 * 86400),
            .lastUsedAt = time(50 * 86400, 0),
            .scopes = {scopes[random.bounded(3)], scopes[random.bounded(3)]}});
    model.put(records);
    return model;
}

QList<Field<Token>> tokenFields()
{
    auto all = fields<Token>();
    for (auto &field : all)
        if (qstrcmp(field.key, "scopes") == 0 || qstrcmp(field.key, "admin") == 0 || qstrcmp(field.key, "id") == 0)
            field.flags |= FieldFlag::Column;
    return all;
}

qint64 matching(const RecordRows &model, const QString &text)
{
    const auto filter = parseFilter(text, model.columns());
    if (!filter)
        return -1;
    const Cancelled never = false;
    return qint64(
        filtered(model.cells(), model.order(), {.columns = model.listColumns(), .filter = *filter, .now = noon}, never)
            .size());
}

const Facet &facetOf(const Facets &facets, const QString &key)
{
    static const Facet none;
    for (const Facet &facet : facets.facets)
        if (facet.key == key)
            return facet;
    return none;
}

}

class tst_Facets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_model = std::make_unique<RecordModel<Token>>(tokenFields(), nullptr);
        fill(*m_model, 4000);
        const Cancelled never = false;
        m_facets = facetsOf(m_model->cells(), m_model->order(), m_model->listColumns(), noon, never);
    }

    // What a value says is what a click on it shows.
    void everyCountIsThatOfItsFilter()
    {
        int checked = 0;
        for (const Facet &facet : m_facets.facets)
            for (const FacetValue &value : facet.values) {
                if (value.term.isEmpty())
                    continue;
                const QString shown = u"%1 %2"_s.arg(facet.key, value.term);
                QVERIFY2(matching(*m_model, value.term) == value.rows, qPrintable(shown));
                ++checked;
            }
        QVERIFY(checked > 30);
    }

    void everyBarIsThatOfItsFilter()
    {
        const ExpiryHistogram &expiry = m_facets.expiry;
        QCOMPARE(expiry.key, u"expires"_s);
        QVERIFY(expiry.bars.size() > 10);
        qint64 sum = expiry.later;
        for (int bar = 0; bar < expiry.bars.size(); ++bar) {
            QVERIFY2(matching(*m_model, expiry.term(bar)) == expiry.bars[bar], qPrintable(expiry.term(bar)));
            sum += expiry.bars[bar];
        }
        QCOMPARE(sum, matching(*m_model, u"expires>0d"_s));
        QCOMPARE(expiry.never, matching(*m_model, u"expires=Never"_s));
    }

    void oneOfTenYearsDoesNotHideTheRest()
    {
        RecordModel<Token> model(tokenFields(), nullptr);
        for (int i = 0; i < 200; ++i)
            model.put(Token{.id = QString::number(i), .expiresAt = noon.addDays(i % 20)});
        model.put(Token{.id = u"old"_s, .expiresAt = noon.addDays(3650)});
        const Cancelled never = false;
        const auto expiry = facetsOf(model.cells(), model.order(), model.listColumns(), noon, never).expiry;
        QCOMPARE(expiry.daysPerBar, 1);
        QCOMPARE(expiry.later, 1);
    }

    void namesAndNumbersAreNoFacet()
    {
        QVERIFY(facetOf(m_facets, u"id"_s).key.isEmpty());
        QCOMPARE(facetOf(m_facets, u"type"_s).values.size(), 2);
        QCOMPARE(facetOf(m_facets, u"user"_s).values.size(), 12);
        QCOMPARE(facetOf(m_facets, u"user"_s).others, 28);
    }

    void whatHasNoWordsCannotBeChosen()
    {
        const Facet &clients = facetOf(m_facets, u"client"_s);
        const auto quoted = std::find_if(clients.values.begin(), clients.values.end(),
            [](const FacetValue &value) { return value.label == "with \" mark"_L1; });
        QVERIFY(quoted != clients.values.end());
        QCOMPARE(quoted->term, QString());
    }

    void theMostComeFirst()
    {
        for (const QString &key : {u"type"_s, u"client"_s, u"user"_s, u"scopes"_s}) {
            const auto &values = facetOf(m_facets, key).values;
            QVERIFY2(std::is_sorted(values.begin(), values.end(),
                         [](const FacetValue &a, const FacetValue &b) { return a.rows > b.rows; }),
                qPrintable(key));
        }
    }

    void nothingHasNoFacets()
    {
        const Cancelled never = false;
        const Facets none = facetsOf(m_model->cells(), {}, m_model->listColumns(), noon, never);
        QCOMPARE(none.rows, 0);
        for (const Facet &facet : none.facets)
            QVERIFY(facet.values.isEmpty());
        QVERIFY(none.expiry.bars.isEmpty());
    }

    void termsAreAddedAndTakenOut_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("terms");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("without");
        QTest::newRow("empty") << u""_s << u"type=USER"_s << u"type=USER"_s << u""_s;
        QTest::newRow("beside others") << u"portal -old"_s << u"type=USER"_s << u"portal -old type=USER"_s
                                       << u"portal -old"_s;
        QTest::newRow("already there") << u"a type=USER b"_s << u"type=USER"_s << u"a type=USER b"_s << u"a b"_s;
        QTest::newRow("quoted") << u"client=\"Night Shift\" x"_s << u"client=\"Night Shift\""_s
                                << u"client=\"Night Shift\" x"_s << u"x"_s;
        QTest::newRow("a mark within a word")
            << u"client=a\"b c"_s << u"type=USER"_s << u"client=a\"b c type=USER"_s << u"client=a\"b c"_s;
        QTest::newRow("two") << u"x expires>2026-03-20"_s << u"expires>2026-03-20 expires<2026-03-21"_s
                             << u"x expires>2026-03-20 expires<2026-03-21"_s << u"x"_s;
        QTest::newRow("not closed") << u"x \"y"_s << u"type=USER"_s << u"x \"y type=USER"_s << u"x \"y"_s;
    }
    void termsAreAddedAndTakenOut()
    {
        QFETCH(QString, before);
        QFETCH(QString, terms);
        QTEST(withTerms(before, terms), "with");
        QTEST(withoutTerms(before, terms), "without");
        QVERIFY(!hasTerms(withoutTerms(before, terms), terms));
    }

    void countsFollowTheFilter()
    {
        RecordModel<Token> model(tokenFields(), nullptr);
        fill(model, 500);
        RecordFilter filter(model, nullptr, [] { return noon; });
        FacetCounts counts(filter, nullptr, [] { return noon; });
        QSignalSpy changed(&counts, &FacetCounts::changed);
        QVERIFY(!counts.isUpToDate());
        counts.setActive(true);
        QTRY_VERIFY(counts.isUpToDate());
        QCOMPARE(counts.facets().rows, 500);

        QVERIFY(!filter.setFilterText(u"type=USER"_s));
        QVERIFY(!counts.isUpToDate());
        QTRY_VERIFY(counts.isUpToDate());
        QCOMPARE(counts.facets().rows, filter.rowCount());
        QCOMPARE(facetOf(counts.facets(), u"type"_s).values.size(), 1);

        counts.setActive(false);
        const auto before = changed.size();
        QVERIFY(!filter.setFilterText({}));
        QCOMPARE(counts.facets().rows, matching(model, u"type=USER"_s));
        counts.setActive(true);
        QTRY_COMPARE(counts.facets().rows, 500);
        QCOMPARE(changed.size(), before + 1);
    }

private:
    std::unique_ptr<RecordModel<Token>> m_model;
    Facets m_facets;
};

int tst_facets(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Facets>(argc, argv);
}

#include "tst_facets.moc"
