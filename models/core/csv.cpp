// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>
#include <utility>

// OWASP, "CSV Injection": what a cell must not begin with, the full-width forms included.
static bool looksLikeFormula(QByteArrayView utf8)
{
    static constexpr const char *starts[]{"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    return std::any_of(std::begin(starts), std::end(starts), [&](const char *start) { return utf8.startsWith(start); });
}

void appendCsvCell(QByteArray &out, QByteArrayView utf8)
{
    const bool isQuoted = std::any_of(
        utf8.begin(), utf8.end(), [](char letter) { return QByteArrayView("\",;\t\r\n").contains(letter); });
    if (isQuoted)
        out += '"';
    if (looksLikeFormula(utf8))
        out += '\'';
    for (const char letter : utf8) {
        if (letter == '"')
            out += '"';
        out += letter;
    }
    if (isQuoted)
        out += '"';
}

QByteArray withoutFormulaMark(const QByteArray &utf8)
{
    return utf8.startsWith('\'') && looksLikeFormula(QByteArrayView(utf8).sliced(1)) ? utf8.sliced(1) : utf8;
}

// Of the first row, wherever it ends: what stands in quotation marks separates nothing.
static char separatorOf(const QByteArray &utf8)
{
    QHash<char, int> counts;
    bool isQuoted = false;
    for (const char c : utf8) {
        isQuoted = isQuoted != (c == '"'); // one that is doubled opens again at once
        if (c == '\n' && !isQuoted)
            break;
        if (!isQuoted)
            ++counts[c];
    }
    char most = ',';
    for (const char candidate : {';', '\t'})
        most = counts.value(candidate) > counts.value(most) ? candidate : most;
    return most;
}

namespace {

// Cuts a file into rows of cells, from its beginning to its end.
class CsvReader {
public:
    CsvReader(const QByteArray &utf8, char separator)
        : m_text(utf8)
        , m_separator(separator)
    {
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    // False when a quote is at fault.
    bool readRow(QByteArrayList &row)
    {
        for (;;) {
            QByteArray cell;
            if (!readCell(cell))
                return false;
            row << cell;
            if (atEnd() || m_text[m_at] != m_separator)
                break;
            ++m_at;
        }
        if (!atEnd() && m_text[m_at] == '\r')
            ++m_at;
        if (!atEnd() && m_text[m_at] == '\n')
            ++m_at;
        return true;
    }

private:
    bool endsCell() const
    {
        return atEnd() || m_text[m_at] == m_separator || m_text[m_at] == '\n' || m_text[m_at] == '\r';
    }
    bool readCell(QByteArray &cell)
    {
        if (atEnd() || m_text[m_at] != '"') {
            const qsizetype from = m_at;
            while (!endsCell())
                ++m_at;
            cell = m_text.mid(from, m_at - from);
            return true;
        }
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '"' && !(m_at + 1 < m_text.size() && m_text[m_at + 1] == '"'))
                break;
            m_at += m_text[m_at] == '"' ? 1 : 0;
            cell += m_text[m_at];
        }
        if (atEnd())
            return false;
        ++m_at;
        return endsCell();
    }

    const QByteArray &m_text;
    char m_separator;
    qsizetype m_at = 0;
};

}

Result<QList<QByteArrayList>> readCsv(const QByteArray &utf8, qsizetype mostRows)
{
    CsvReader reader(utf8, separatorOf(utf8));
    QList<QByteArrayList> rows;
    while (!reader.atEnd()) {
        QByteArrayList row;
        if (!reader.readRow(row))
            return failure(Error::Kind::Rejected,
                QCoreApplication::translate("Csv", "Row %1 has a quotation mark that does not end its cell.")
                    .arg(rows.size() + 1));
        if (row.size() == 1 && row.first().isEmpty())
            continue;
        if (rows.size() == mostRows)
            return failure(Error::Kind::TooLarge,
                QCoreApplication::translate("Csv", "The file has more than %n row(s).", nullptr, int(mostRows)));
        rows << row;
    }
    return rows;
}
