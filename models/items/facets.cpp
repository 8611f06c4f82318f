// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/facets.h"

#include "items/filterterms.h"
#include "items/recordtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using Order = OrderedRows::Order;

namespace {

struct FacetTexts {
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

constexpr int mostValues = 12; // of one facet; more are not read, but filtered
constexpr qint64 dayLength = qint64(24) * 60 * 60 * 1000;

// A time by its distance from now; what the filter language says of it.
struct Distance {
    const char *label;
    const char *term;
    qint64 days;
};
constexpr Distance ahead[]{
    {QT_TRANSLATE_NOOP("Facets", "Within 24 hours"), "<1d", 1},
    {QT_TRANSLATE_NOOP("Facets", "Within 7 days"), "<7d", 7},
    {QT_TRANSLATE_NOOP("Facets", "Within 30 days"), "<30d", 30},
};
constexpr Distance behind[]{
    {QT_TRANSLATE_NOOP("Facets", "In the last 24 hours"), "<1d", 1},
    {QT_TRANSLATE_NOOP("Facets", "In the last 7 days"), "<7d", 7},
    {QT_TRANSLATE_NOOP("Facets", "In the last 30 days"), "<30d", 30},
};

QString termOf(const QString &key, const QString &value)
{
    const QString written = writtenValue(value);
    return written.isEmpty() ? QString() : u"%1=%2"_s.arg(key, written);
}

// One column, counted.
class FacetCount {
public:
    FacetCount(const Columns &cells, const ListColumn &column, const QDateTime &now)
        : m_cells(cells)
        , m_column(column)
        , m_now(now)
    {
        facet.key = column.info.key;
        facet.label = column.info.label;
    }

    bool count(const Order &rows, const Cancelled &cancelled)
    {
        switch (m_cells.kind(m_column.cells)) {
        case ColumnKind::Text:
            return countTexts(rows, cancelled);
        case ColumnKind::List:
            return countEntries(rows, cancelled);
        case ColumnKind::Time:
            return countTimes(rows, cancelled);
        case ColumnKind::Switch:
            return countSwitches(rows, cancelled);
        case ColumnKind::Duration:
            break;
        }
        return false;
    }

    Facet facet{};

private:
    template <typename Look>
    void each(const Order &rows, const Cancelled &cancelled, Look look) const
    {
        constexpr size_t glance = 1 << 16;
        for (size_t i = 0; i < rows.size() && (i % glance != 0 || !cancelled); ++i)
            look(m_cells.cell(rows[i], m_column.cells));
    }

    // Texts of which hardly any comes twice, names and numbers, are no facet.
    bool countTexts(const Order &rows, const Cancelled &cancelled)
    {
        const Dictionary &dictionary = m_cells.dictionary(m_column.cells);
        std::vector<quint32> counts(dictionary.size());
        each(rows, cancelled, [&](Cell cell) { ++counts[size_t(cell)]; });
        std::vector<quint32> present;
        for (quint32 number = 0; number < counts.size(); ++number)
            if (counts[number] > 0)
                present.push_back(number);
        if (present.empty())
            return false;
        const size_t named = rows.size() - counts[0];
        const size_t names = present.size() - (counts[0] > 0 ? 1 : 0);
        if (m_column.info.kind != FieldKind::Choice && 2 * names > named && rows.size() > 1)
            return false;
        takeMost(present, counts, [&](quint32 number) { return QString::fromUtf8(dictionary.text(number)); });
        return true;
    }

    bool countEntries(const Order &rows, const Cancelled &cancelled)
    {
        const Dictionary &dictionary = m_cells.dictionary(m_column.cells);
        std::vector<quint32> lists(dictionary.size());
        each(rows, cancelled, [&](Cell cell) { ++lists[size_t(cell)]; });
        QHash<QString, quint32> known;
        QStringList entries;
        std::vector<quint32> counts;
        for (quint32 number = 1; number < lists.size(); ++number) {
            if (lists[number] == 0)
                continue;
            QStringList parts = QString::fromUtf8(dictionary.text(number)).split(QLatin1Char(listEnd));
            parts.removeLast();
            parts.removeDuplicates();
            for (const QString &part : std::as_const(parts)) {
                const auto at = known.constFind(part);
                const quint32 entry = at != known.cend() ? *at : quint32(entries.size());
                if (at == known.cend()) {
                    known.insert(part, entry);
                    entries << part;
                    counts.push_back(0);
                }
                counts[entry] += lists[number];
            }
        }
        std::vector<quint32> present(counts.size());
        std::iota(present.begin(), present.end(), 0);
        takeMost(present, counts, [&](quint32 number) { return entries[number]; });
        return !present.empty();
    }

    template <typename Text>
    void takeMost(std::vector<quint32> &present, const std::vector<quint32> &counts, Text text)
    {
        const auto end = present.begin() + std::min<std::ptrdiff_t>(mostValues, std::ssize(present));
        std::partial_sort(present.begin(), end, present.end(),
            [&](quint32 a, quint32 b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
        const bool isOurs = m_column.info.flags.testFlag(FieldFlag::OwnWords);
        for (auto number = present.begin(); number != end; ++number) {
            const QString value = text(*number);
            const QString shown = displayText(value, m_column.info.kind, m_column.info.flags, m_now);
            facet.values << FacetValue{shown.isEmpty() ? FacetTexts::tr("(none)") : shown,
                termOf(facet.key, isOurs ? shown : value), counts[*number]};
        }
        facet.others = std::ssize(present) - (end - present.begin());
    }

    bool countTimes(const Order &rows, const Cancelled &cancelled)
    {
        const bool isDeadline = m_column.info.flags.testFlag(FieldFlag::Deadline);
        const auto &distances = isDeadline ? ahead : behind;
        const qint64 now = m_now.toMSecsSinceEpoch();
        qint64 over = 0, beyond = 0, none = 0;
        std::array<qint64, std::size(ahead)> within{};
        each(rows, cancelled, [&](Cell cell) {
            if (cell == 0) {
                ++none;
                return;
            }
            const qint64 left = millisecondsOf(cell) - now;
            const qint64 away = isDeadline ? left : std::abs(left / 1000) * 1000; // as filters measure it
            if (away < 0) {
                ++over;
                return;
            }
            for (size_t i = 0; i < within.size(); ++i)
                within[i] += away < distances[i].days * dayLength;
            const qint64 last = distances[within.size() - 1].days * dayLength;
            beyond += isDeadline ? away >= last : away > last;
        });
        take(FacetTexts::tr("Expired"), facet.key + "<0d"_L1, over);
        for (size_t i = 0; i < within.size(); ++i)
            if (i == 0 || within[i] > within[i - 1])
                take(FacetTexts::tr(distances[i].label), facet.key + QLatin1StringView(distances[i].term), within[i]);
        take(isDeadline ? FacetTexts::tr("Later") : FacetTexts::tr("Before that"), facet.key + ">30d"_L1, beyond);
        const QString nothing = displayText({}, m_column.info.kind, m_column.info.flags, m_now);
        take(nothing.isEmpty() ? FacetTexts::tr("(none)") : nothing, termOf(facet.key, nothing), none);
        return !facet.values.isEmpty();
    }

    bool countSwitches(const Order &rows, const Cancelled &cancelled)
    {
        qint64 on = 0;
        each(rows, cancelled, [&](Cell cell) { on += cell; });
        for (const bool value : {true, false}) {
            const QString shown = displayText(value, m_column.info.kind, m_column.info.flags, m_now);
            take(shown, termOf(facet.key, shown), value ? on : qint64(rows.size()) - on);
        }
        return !facet.values.isEmpty();
    }

    void take(const QString &label, const QString &term, qint64 count)
    {
        if (count > 0)
            facet.values << FacetValue{label, term, count};
    }

    const Columns &m_cells;
    const ListColumn &m_column;
    QDateTime m_now;
};

// So many days to a bar that nearly all of it is in sight: one token of ten years must not make all others one bar.
int daysPerBar(std::vector<qint64> &times, qint64 start, int mostBars)
{
    constexpr size_t percent = 97;
    const auto nearlyAll = times.begin() + std::ptrdiff_t((times.size() - 1) * percent / 100);
    std::nth_element(times.begin(), nearlyAll, times.end());
    for (const int days : {1, 2, 7, 14, 30, 91, 365})
        if (*nearlyAll - start < dayLength * days * mostBars)
            return days;
    return 3650;
}

ExpiryHistogram histogramOf(const Columns &cells, const Order &rows, const ListColumn &column, const QDateTime &now)
{
    constexpr int mostBars = 30;
    ExpiryHistogram histogram{.key = column.info.key, .first = now.toLocalTime().date()};
    std::vector<qint64> times;
    for (const quint32 row : rows) {
        const Cell cell = cells.cell(row, column.cells);
        if (cell == 0)
            ++histogram.never;
        else if (millisecondsOf(cell) >= now.toMSecsSinceEpoch())
            times.push_back(millisecondsOf(cell));
    }
    if (times.empty())
        return histogram;
    const auto startOf = [&](int bar) { return histogram.begin(bar).startOfDay().toMSecsSinceEpoch(); };
    histogram.daysPerBar = daysPerBar(times, startOf(0), mostBars);
    const qint64 last = *std::max_element(times.begin(), times.end());
    std::vector<qint64> ends; // of the bars; days are not all as long
    do
        ends.push_back(startOf(int(ends.size()) + 1));
    while (ends.back() <= last && ends.size() < mostBars);
    histogram.bars.fill(0, qsizetype(ends.size()));
    for (const qint64 time : times) {
        const auto bar = std::upper_bound(ends.begin(), ends.end(), time) - ends.begin();
        ++(bar < histogram.bars.size() ? histogram.bars[bar] : histogram.later);
    }
    return histogram;
}

}

QString ExpiryHistogram::term(int bar) const
{
    const auto text = [](const QDate &date) { return date.toString(Qt::ISODate); };
    const QString until = u"%1<%2"_s.arg(key, text(begin(bar + 1)));
    // What has expired earlier today is not in the first bar.
    return bar == 0 ? u"%1 -%2<0d"_s.arg(until, key) : u"%1>%2 %3"_s.arg(key, text(begin(bar)), until);
}

Facets facetsOf(const Columns &cells, const Order &rows, const QList<ListColumn> &columns, const QDateTime &now,
    const Cancelled &cancelled)
{
    Facets found{.rows = qint64(rows.size())};
    for (const ListColumn &column : columns) {
        if (cancelled || !column.info.flags.testFlag(FieldFlag::Column))
            continue;
        FacetCount count(cells, column, now);
        if (count.count(rows, cancelled))
            found.facets << count.facet;
        if (column.info.flags.testFlag(FieldFlag::Deadline))
            found.expiry = histogramOf(cells, rows, column, now);
    }
    return found;
}
