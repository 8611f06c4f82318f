// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/jsonrows.h"

#include <simdjson.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

namespace json = simdjson::ondemand;

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

// `digits` digits at `at`; -1 when they are not.
int numberAt(std::string_view text, size_t at, size_t digits)
{
    int number = 0;
    for (size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

// Days since 1970 of a date of the Gregorian calendar: years are counted from March, so that the leap day comes last.
qint64 daysOf(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int yearOfEra = y % 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

// "2026-03-02T08:15:30Z" or with ".000"; everything else is left to Qt.
Cell cellOfTime(std::string_view text)
{
    const bool hasMilliseconds = text.size() == 24 && text[19] == '.';
    const bool isUsual = (text.size() == 20 || hasMilliseconds) && text.back() == 'Z' && text[4] == '-'
        && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':';
    const int year = isUsual ? numberAt(text, 0, 4) : -1;
    if (year >= 1 && isUsual) {
        const int month = numberAt(text, 5, 2), day = numberAt(text, 8, 2), hour = numberAt(text, 11, 2);
        const int minute = numberAt(text, 14, 2), second = numberAt(text, 17, 2);
        const int milliseconds = hasMilliseconds ? numberAt(text, 20, 3) : 0;
        const bool isTime
            = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && milliseconds >= 0;
        // Months have at least 28 days; whether this one has more is rarely the question.
        if (isTime && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || QDate::isValid(year, month, day)))
            return timeCell(
                (((daysOf(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milliseconds);
    }
    const QDateTime time = isoTimeIn(QString::fromUtf8(text.data(), qsizetype(text.size())));
    return time.isValid() ? timeCell(time.toMSecsSinceEpoch()) : 0;
}

}

class JsonRows::Parser {
public:
    Parser(QList<Member> members, Cells fresh, int idColumn, Same same)
        : m_members(std::move(members))
        , m_fresh(std::move(fresh))
        , m_idColumn(idColumn)
        , m_same(std::move(same))
    {
    }
    bool read(QByteArrayView object, Columns &columns);

private:
    struct Name {
        qsizetype member = -1; // -1: of no interest
        QByteArray text{};
    };
    const Name &nameOf(std::string_view key);
    bool take(const Name &name, json::value value, Columns &columns);
    bool takeText(Cell &cell, int column, json::value value, Columns &columns);

    QList<Member> m_members;
    Cells m_fresh;
    int m_idColumn;
    Same m_same;
    json::parser m_parser;
    std::vector<Name> m_order; // of the members of the object before: usually that of the next one, too
    size_t m_next = 0;
    Cells m_cells;
    QVarLengthArray<bool, 24> m_isTold; // by member
};

// The names of one object are nearly always those of the next, in the same order.
const JsonRows::Parser::Name &JsonRows::Parser::nameOf(std::string_view key)
{
    const size_t place = m_next++;
    if (place < m_order.size() && viewOf(m_order[place].text) == key)
        return m_order[place];
    Name name{.text = QByteArray(key.data(), qsizetype(key.size()))};
    for (qsizetype member = 0; member < m_members.size() && name.member < 0; ++member)
        if (m_members[member].names.contains(name.text))
            name.member = member;
    constexpr size_t most = 256; // a longer object is still read, only slower
    const size_t kept = std::min(place, most);
    if (kept < m_order.size())
        m_order[kept] = name;
    else
        m_order.push_back(name);
    return m_order[kept];
}

bool JsonRows::Parser::takeText(Cell &cell, int column, json::value value, Columns &columns)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return false;
    if (columns.kind(column) == ColumnKind::Time)
        cell = cellOfTime(text);
    else
        cell = columns.textCell(column, QByteArrayView(text.data(), qsizetype(text.size())));
    return true;
}

// False: unusual. So is what is told twice, and of another type than expected.
bool JsonRows::Parser::take(const Name &name, json::value value, Columns &columns)
{
    const Member &member = m_members[name.member];
    json::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == json::json_type::null) {
        // So far that is the first letter only.
        bool isNull = false;
        return value.is_null().get(isNull) == simdjson::SUCCESS && isNull;
    }
    if (member.column < 0)
        return false;
    const ColumnKind kind = columns.kind(member.column);
    Cell cell = 0;
    if (kind == ColumnKind::Switch) {
        bool isOn = false;
        if (type != json::json_type::boolean || value.get_bool().get(isOn) != simdjson::SUCCESS)
            return false;
        cell = isOn ? 1 : 0;
    } else if (kind == ColumnKind::Duration) {
        int64_t number = 0;
        if (type != json::json_type::number || value.get_int64().get(number) != simdjson::SUCCESS)
            return false;
        cell = std::max<int64_t>(0, number);
    } else if (type != json::json_type::string || !takeText(cell, member.column, value, columns)) {
        return false;
    }
    bool &isTold = m_isTold[name.member];
    if (isTold)
        return false;
    isTold = cell != 0 || kind != ColumnKind::Text;
    m_cells[member.column] = cell;
    return true;
}

bool JsonRows::Parser::read(QByteArrayView object, Columns &columns)
{
    m_cells = m_fresh;
    m_isTold.resize(m_members.size());
    std::fill(m_isTold.begin(), m_isTold.end(), false);
    m_next = 0;
    const auto size = static_cast<size_t>(object.size());
    json::document document;
    json::object members;
    if (m_parser.iterate(object.data(), size, size + simdjson::SIMDJSON_PADDING).get(document) != simdjson::SUCCESS
        || document.get_object().get(members) != simdjson::SUCCESS)
        return false;
    for (auto member : members) {
        std::string_view key;
        json::value value;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS || member.value().get(value) != simdjson::SUCCESS)
            return false;
        const Name &name = nameOf(key);
        if (name.member >= 0 && !take(name, value, columns))
            return false;
    }
    // Whatever follows the object, or is not closed in it, shows here.
    const char *behind = nullptr;
    if (document.current_location().get(behind) != simdjson::OUT_OF_BOUNDS || m_cells[m_idColumn] == 0)
        return false;
    for (const auto &[column, text] : std::as_const(m_same))
        m_cells[column] = columns.textCell(column, text);
    columns.append(m_cells);
    return true;
}

JsonRows::JsonRows(QList<Member> members, Cells fresh, int idColumn, Same same)
    : m_parser(std::make_unique<Parser>(std::move(members), std::move(fresh), idColumn, std::move(same)))
{
}

JsonRows::JsonRows(JsonRows &&) noexcept = default;
JsonRows::~JsonRows() = default;

bool JsonRows::read(QByteArrayView object, Columns &columns)
{
    return m_parser->read(object, columns);
}
