// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "items/recordmodel.h"
#include "items/recordquery.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;
using Relation = FilterTerm::Relation;

namespace {

const QDateTime today = QDateTime::fromString(u"2026-11-07T12:00:00.500Z"_s, Qt::ISODateWithMs);

// A list of tokens with few and many different texts, letters of all sorts, near and far times and gaps.
void fillAtRandom(RecordModel<Token> &model, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    const QStringList names{u"Ärger"_s, u"apfel"_s, u"Apfel"_s, u"Zebra"_s, u"zoo ISTANBUL"_s, u"Straße"_s, u""_s,
        u"ıi"_s, u"İstanbul"_s, u"K\u212A"_s, u"東京"_s, u"mia"_s, u"Mia Müller"_s};
    const auto name = [&] { return names[random.bounded(int(names.size()))]; };
    const auto time = [&]() -> QDateTime {
        switch (random.bounded(5)) {
        case 0:
            return {};
        case 1:
            return today.addMSecs(random.bounded(-5'000'000, 5'000'000));
        case 2:
            return today.addSecs(random.bounded(-400'000, 400'000));
        default:
            return today.addSecs(random.bounded(-60'000'000, 60'000'000)).addMSecs(random.bounded(1000));
        }
    };
    for (int i = 0; i < count; ++i)
        model.put(Token{.id = u"%1-%2"_s.arg(random.bounded(1 << 30), 0, 36).arg(i),
            .type = name(),
            .clientId = u"C"_s + name(),
            .clientName = name(),
            .userId = QString::number(random.bounded(50)),
            .userName = name() + name(),
            .issuedAt = time(),
            .expiresAt = time(),
            .lastUsedAt = time(),
            .scopes = {name(), name()},
            .admin = random.bounded(2) == 0});
}

bool plainText(Relation relation, const QString &value, const QString &text)
{
    switch (relation) {
    case Relation::Contains:
        return value.contains(text, Qt::CaseInsensitive);
    case Relation::Equals:
        return value.compare(text, Qt::CaseInsensitive) == 0;
    case Relation::Less:
        return QString::localeAwareCompare(value, text) < 0;
    case Relation::Greater:
        return QString::localeAwareCompare(value, text) > 0;
    }
    return false;
}

// What the words of a filter mean, cell by cell.
bool plainMatch(const FilterTerm &term, const QVariant &value, const FieldInfo &info)
{
    const bool compares = term.relation == Relation::Less || term.relation == Relation::Greater;
    if (compares && info.kind == FieldKind::Time) {
        const QDateTime time = value.toDateTime();
        if (!time.isValid())
            return false;
        if (const auto date = QDate::fromString(term.text, Qt::ISODate); date.isValid())
            return term.relation == Relation::Less ? time < date.startOfDay() : time >= date.startOfDay();
        const qint64 distance = parsedDuration(term.text)->count();
        if (info.key == "expires"_L1 && term.relation == Relation::Less)
            return distance == 0 ? time < today : time >= today && today.msecsTo(time) < distance * 1000;
        if (info.key == "expires"_L1)
            return today.msecsTo(time) >= distance * 1000;
        const qint64 away = std::abs(today.secsTo(time));
        return term.relation == Relation::Less ? away < distance : away > distance;
    }
    if (info.kind == FieldKind::List) {
        const QStringList entries = value.toStringList();
        return std::any_of(entries.begin(), entries.end(),
            [&](const QString &entry) { return plainText(term.relation, entry, term.text); });
    }
    return plainText(term.relation, displayText(value, info.kind, info.flags, today), term.text);
}

OrderedRows::Order plainlyFiltered(const RecordModel<Token> &model, const RecordQuery &query)
{
    OrderedRows::Order rows;
    for (const quint32 row : model.order()) {
        const bool matches
            = std::all_of(query.filter.terms.begin(), query.filter.terms.end(), [&](const FilterTerm &term) {
                  return term.negated
                      != std::any_of(query.columns.begin(), query.columns.end(), [&](const ListColumn &column) {
                             return (term.field.isEmpty() || term.field == column.info.key)
                                 && plainMatch(term, model.cells().value(row, column.cells), column.info);
                         });
              });
        if (matches)
            rows.push_back(row);
    }
    return rows;
}

OrderedRows::Order plainlySorted(const RecordModel<Token> &model, OrderedRows::Order rows, const RecordQuery &query)
{
    const ListColumn &column = query.columns[query.sortColumn];
    const auto less = [&](quint32 left, quint32 right) {
        const QVariant a = model.cells().value(left, column.cells);
        const QVariant b = model.cells().value(right, column.cells);
        if (column.info.kind == FieldKind::Time)
            return a.toDateTime().isValid() && (!b.toDateTime().isValid() || a.toDateTime() < b.toDateTime());
        if (column.info.kind == FieldKind::Switch)
            return a.toBool() < b.toBool();
        return QString::localeAwareCompare(displayText(a, column.info.kind, column.info.flags, today),
                   displayText(b, column.info.kind, column.info.flags, today))
            < 0;
    };
    std::stable_sort(rows.begin(), rows.end(),
        [&](quint32 a, quint32 b) { return query.sortOrder == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    return rows;
}

}

// Filtering and sorting by numbers of texts, against doing it plainly.
class tst_RecordQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_model = std::make_unique<RecordModel<Token>>(fields<Token>(), nullptr);
        fillAtRandom(*m_model, 3000, 7);
        for (int i = 0; i < 50; ++i) // gaps
            m_model->remove(m_model->index(i * 31, 0).data(IdRole).toString());
    }

    void filtersAsIfDonePlainly_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "apfel", "APFEL", "ä", "straße", "STRASSE", "i", "k", "istanbul", "-mia",
                 "mia müller", "ago", "yesterday", "2026", "nov", "in 3", "just", "never", "yes", "type:mia",
                 "type=mia", "-type=", "client<m", "client>Z", "scopes:apfel", "scopes=apfel", "admin:yes", "issued<1d",
                 "issued>30d", "expires<7d", "expires>2026-11-07", "expires<2026-11-07", "issued:ago", "userId=7",
                 "id:a -id:b", "a e i", "c"})
            if (parseFilter(QString::fromUtf8(text), columns()))
                QTest::newRow(text) << QString::fromUtf8(text);
    }
    void filtersAsIfDonePlainly()
    {
        QFETCH(const QString, text);
        const RecordQuery query{
            .columns = m_model->listColumns(), .filter = *parseFilter(text, columns()), .now = today};
        QCOMPARE(filtered(m_model->cells(), m_model->order(), query, never), plainlyFiltered(*m_model, query));
    }

    void sortsAsIfDonePlainly_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        for (int column = 0; column < columns().size(); ++column) {
            QTest::addRow("%s up", qPrintable(columns()[column].key)) << column << Qt::AscendingOrder;
            QTest::addRow("%s down", qPrintable(columns()[column].key)) << column << Qt::DescendingOrder;
        }
    }
    void sortsAsIfDonePlainly()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::SortOrder, order);
        const RecordQuery query{
            .columns = m_model->listColumns(), .sortColumn = column, .sortOrder = order, .now = today};
        QCOMPARE(
            sorted(m_model->cells(), m_model->order(), query, never), plainlySorted(*m_model, m_model->order(), query));
        const OrderedRows::Order some(m_model->order().begin() + 5, m_model->order().begin() + 105);
        QCOMPARE(sorted(m_model->cells(), some, query, never), plainlySorted(*m_model, some, query));
    }

    void veryManyTextsAreSortedByTheirLetters()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        Records<Token> records = model.emptyRecords();
        QRandomGenerator random(3);
        constexpr int many = 101'000; // see sorted()
        for (int i = 0; i < many; ++i)
            records.append(
                {.id = u"%1%2"_s.arg(random.bounded(2) ? u"same-beginning-"_s : u"X"_s).arg(i * 7919 % many)});
        model.put(records);
        const auto list = model.listColumns();
        const int id = int(std::find_if(list.begin(), list.end(), [](const ListColumn &column) {
            return column.info.key == u"id";
        }) - list.begin());
        const auto order = sorted(model.cells(), model.order(), {.columns = list, .sortColumn = id}, never);
        QCOMPARE(order.size(), size_t(many));
        QString before;
        for (const quint32 row : order) {
            const QString letters = model.idOf(row).toLower();
            QVERIFY(before < letters);
            before = letters;
        }
    }

    void whatIsCancelledEndsSoon()
    {
        const Cancelled cancelled = true;
        const RecordQuery query{.columns = m_model->listColumns(),
            .filter = *parseFilter(u"mia"_s, columns()),
            .sortColumn = 0,
            .now = today};
        QVERIFY(filtered(m_model->cells(), m_model->order(), query, cancelled).empty());
        QVERIFY(sorted(m_model->cells(), m_model->order(), query, cancelled).empty());
    }

private:
    static QList<FieldInfo> columns() { return RecordModel<Token>(fields<Token>(), nullptr).columns(); }

    std::unique_ptr<RecordModel<Token>> m_model;
    Cancelled never = false;
};

int tst_recordquery(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordQuery>(argc, argv);
}
#include "tst_recordquery.moc"
