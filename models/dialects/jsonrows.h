// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/members.h"
#include "records/recordlayout.h"

#include <memory>

// Reads the objects of a long list straight into columns, many times faster than by way of QJsonObject and a record.
// It reads only what is as usual; everything else is left to that way, so that both understand the same.
class JsonRows {
public:
    // One property: names, best first, and the column it goes to; -1: a secret, which makes an entry unusual.
    struct Member {
        QList<QByteArray> names{};
        int column = -1;
    };
    using Same = QList<std::pair<int, QByteArray>>; // columns, and what every entry has there
    // `fresh`: the cells of a new record, for what no member tells.
    JsonRows(QList<Member> members, Cells fresh, int idColumn, Same same = {});
    JsonRows(JsonRows &&) noexcept;
    ~JsonRows();

    // Appends a row for this object; false: it is unusual, and nothing was appended. 64 bytes behind the object must be
    // readable.
    bool read(QByteArrayView object, Columns &columns);

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

// For records of one kind.
template <typename T>
JsonRows jsonRows(const Members<T> &members, const RecordLayout<T> &layout,
    const QList<std::pair<QString T::*, QByteArray>> &same = {})
{
    QList<JsonRows::Member> list;
    for (const auto &member : members)
        std::visit(
            [&](auto where) {
                JsonRows::Member added{.names = member.names};
                if constexpr (!std::is_same_v<decltype(where), Secret T::*>)
                    added.column = layout.columnOf(where);
                list << added;
            },
            member.where);
    JsonRows::Same texts;
    for (const auto &[where, text] : same)
        texts << std::pair(layout.columnOf(where), text);
    Columns scratch(layout.cellLayout().kinds);
    return JsonRows(list, layout.cells(T{}, scratch), layout.cellLayout().idColumn, texts);
}
