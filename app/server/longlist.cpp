// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/longlist.h"

#include "app/server/database.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace server {

static constexpr qsizetype bytesOfAPiece = 256 << 10;
// What four digits can say.
static constexpr qint64 beginOfYear1 = -62'135'596'800'000;
static constexpr qint64 endOfYear9999 = 253'402'300'800'000;

namespace {

// The place in a list whose answer is under way.
class ListRest {
public:
    ListRest(Database &database, ReadRows readRows)
        : m_database(&database)
        , m_readRows(std::move(readRows))
    {
    }

    std::optional<QByteArray> operator()()
    {
        QByteArray json;
        if (m_isOver)
            return json;
        json.reserve(bytesOfAPiece);
        Transaction transaction(*m_database);
        m_isOver = m_readRows(json) < rowsOfAPiece;
        if (m_isOver)
            json += ']';
        return transaction.commit() ? std::optional(json) : std::nullopt;
    }

private:
    Database *m_database;
    ReadRows m_readRows;
    bool m_isOver = false;
};

}

Response longList(Database &database, ReadRows readRows)
{
    QByteArray json;
    json.reserve(bytesOfAPiece);
    const int count = readRows(json);
    if (count == 0)
        return jsonResponse(200, QByteArray("[]"));
    json[0] = '[';
    Response response = jsonResponse(200, count < rowsOfAPiece ? json + ']' : json);
    if (count == rowsOfAPiece)
        response.rest = ListRest(database, std::move(readRows));
    return response;
}

static void appendEscaped(QByteArray &json, char byte)
{
    if (byte == '"' || byte == '\\') {
        json.append('\\').append(byte);
    } else {
        json.append("\\u00");
        json.append(byte < 0x10 ? '0' : '1').append("0123456789abcdef"[byte & 0x0f]);
    }
}

void appendJsonText(QByteArray &json, const QByteArray &text)
{
    if (text.isNull()) {
        json.append("null");
        return;
    }
    const auto isSpecial = [](char byte) { return static_cast<uchar>(byte) < 0x20 || byte == '"' || byte == '\\'; };
    json.append('"');
    for (auto begin = text.begin(); begin != text.end();) {
        const auto end = std::find_if(begin, text.end(), isSpecial);
        json.append(begin, end - begin);
        if (end != text.end())
            appendEscaped(json, *end);
        begin = end == text.end() ? end : end + 1;
    }
    json.append('"');
}

// So many digits at this place, the last one first.
static void writeDigits(char *end, int digits, int number)
{
    for (; digits > 0; --digits, number /= 10)
        *--end = static_cast<char>('0' + number % 10);
}

void appendJsonTime(QByteArray &json, std::optional<qint64> milliseconds)
{
    if (!milliseconds || *milliseconds < beginOfYear1 || *milliseconds >= endOfYear9999) {
        json.append("null");
        return;
    }
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time(std::chrono::milliseconds{*milliseconds});
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const auto ofDay = static_cast<int>((time - day).count());
    std::array<char, 26> text{};
    std::copy_n("\"0000-00-00T00:00:00.000Z\"", text.size(), text.begin());
    writeDigits(text.data() + 5, 4, static_cast<int>(date.year()));
    writeDigits(text.data() + 8, 2, static_cast<int>(static_cast<unsigned>(date.month())));
    writeDigits(text.data() + 11, 2, static_cast<int>(static_cast<unsigned>(date.day())));
    writeDigits(text.data() + 14, 2, ofDay / 3'600'000);
    writeDigits(text.data() + 17, 2, ofDay / 60'000 % 60);
    writeDigits(text.data() + 20, 2, ofDay / 1000 % 60);
    writeDigits(text.data() + 24, 3, ofDay % 1000);
    json.append(text.data(), text.size());
}

}
