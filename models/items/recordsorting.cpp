// SPDX-License-Identifier: GPL-3.0-or-later
// The order of rows: texts are ranked once each, and the ranks are sorted digit by digit.
#include "items/recordquery.h"

#include "items/recordtext.h"

#include <QCollator>

#include <algorithm>
#include <array>

using Order = OrderedRows::Order;

namespace {

struct Keyed {
    quint64 key = 0;
    quint32 row = 0;
};
using KeyedRows = std::vector<Keyed>;

// Stable. Digits that are the same in all keys cost nothing.
void sortByKey(KeyedRows &rows)
{
    constexpr quint64 digits = 1 << 11;
    quint64 differing = 0;
    for (const Keyed &row : rows)
        differing |= row.key ^ rows.front().key;
    KeyedRows next(rows.size());
    for (int shift = 0; shift < 64; shift += 11) {
        if (((differing >> shift) & (digits - 1)) == 0)
            continue;
        std::array<quint32, digits + 1> starts{};
        for (const Keyed &row : rows)
            ++starts[((row.key >> shift) & (digits - 1)) + 1];
        for (size_t digit = 0; digit < digits; ++digit)
            starts[digit + 1] += starts[digit];
        for (const Keyed &row : rows)
            next[starts[(row.key >> shift) & (digits - 1)]++] = row;
        rows.swap(next);
    }
}

char smallLetter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
}

bool isBefore(QByteArrayView a, QByteArrayView b)
{
    const auto less = [](char x, char y) {
        return static_cast<unsigned char>(smallLetter(x)) < static_cast<unsigned char>(smallLetter(y));
    };
    if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less))
        return true;
    return !std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less) && a < b;
}

// By letters alone: the first eight as a number, which settles nearly everything.
void rankByLetters(const Dictionary &dictionary, const Order &numbers, std::vector<quint32> &ranks)
{
    KeyedRows keyed;
    keyed.reserve(numbers.size());
    for (const quint32 number : numbers) {
        const QByteArrayView text = dictionary.text(number);
        quint64 key = 0;
        for (qsizetype i = 0; i < 8; ++i)
            key = key << 8 | (i < text.size() ? static_cast<unsigned char>(smallLetter(text[i])) : 0U);
        keyed.push_back({key, number});
    }
    sortByKey(keyed);
    for (auto first = keyed.begin(); first != keyed.end();) {
        const auto last
            = std::find_if(first, keyed.end(), [first](const Keyed &other) { return other.key != first->key; });
        if (last - first > 1)
            std::sort(first, last, [&](const Keyed &a, const Keyed &b) {
                return isBefore(dictionary.text(a.row), dictionary.text(b.row));
            });
        first = last;
    }
    for (size_t i = 0; i < keyed.size(); ++i)
        ranks[keyed[i].row] = quint32(i);
}

// As people in this locale sort what the list shows; the same rank for what they do not tell apart.
void rankByLocale(const Columns &cells, const ListColumn &column, const Order &numbers, std::vector<quint32> &ranks)
{
    const QCollator collator;
    const bool isList = cells.kind(column.cells) == ColumnKind::List;
    std::vector<std::pair<QCollatorSortKey, quint32>> keyed;
    keyed.reserve(numbers.size());
    for (const quint32 number : numbers) {
        const QString text = QString::fromUtf8(cells.dictionary(column.cells).text(number));
        QVariant value(text);
        if (isList) {
            QStringList entries = text.split(QLatin1Char(listEnd));
            entries.removeLast();
            value = entries;
        }
        keyed.emplace_back(
            collator.sortKey(displayText(value, column.info.kind, column.info.flags, QDateTime())), number);
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    quint32 rank = 0;
    for (size_t i = 0; i < keyed.size(); ++i) {
        if (i > 0 && keyed[i - 1].first.compare(keyed[i].first) != 0)
            ++rank;
        ranks[keyed[i].second] = rank;
    }
}

// By number of a text, for those that occur.
std::vector<quint32> ranksOf(const Columns &cells, const ListColumn &column, const Order &rows)
{
    constexpr size_t most = 100'000; // beyond, comparing as people do takes seconds
    const Dictionary &dictionary = cells.dictionary(column.cells);
    std::vector<bool> occurs(dictionary.size());
    for (const quint32 row : rows)
        occurs[size_t(cells.cell(row, column.cells))] = true;
    Order numbers;
    for (quint32 number = 0; number < dictionary.size(); ++number)
        if (occurs[number])
            numbers.push_back(number);
    std::vector<quint32> ranks(dictionary.size());
    if (numbers.size() > most)
        rankByLetters(dictionary, numbers, ranks);
    else
        rankByLocale(cells, column, numbers, ranks);
    return ranks;
}

}

Order sorted(const Columns &cells, const Order &rows, const RecordQuery &query, const Cancelled &cancelled)
{
    if (query.sortColumn < 0 || query.sortColumn >= query.columns.size() || rows.empty())
        return rows;
    const ListColumn &column = query.columns[query.sortColumn];
    const ColumnKind kind = cells.kind(column.cells);
    const bool isText = kind == ColumnKind::Text || kind == ColumnKind::List;
    const std::vector<quint32> ranks = isText ? ranksOf(cells, column, rows) : std::vector<quint32>();
    if (cancelled)
        return {};
    constexpr quint64 middle = quint64(1) << 63; // numbers below 0 come before those above
    KeyedRows keyed;
    keyed.reserve(rows.size());
    for (const quint32 row : rows) {
        const Cell cell = cells.cell(row, column.cells);
        quint64 key = isText ? ranks[size_t(cell)] : quint64(cell) ^ middle;
        if (kind == ColumnKind::Time && cell == 0)
            key = ~quint64(0);
        keyed.push_back({query.sortOrder == Qt::AscendingOrder ? key : ~key, row});
    }
    sortByKey(keyed);
    Order order;
    order.reserve(keyed.size());
    for (const Keyed &row : keyed)
        order.push_back(row.row);
    return order;
}
