// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"
#include "items/recordstream.h"
#include "records/recordlayout.h"

#include <algorithm>

// How a list is read, whatever the kind of its records: what an Endpoint says of it, without its type. Secrets that a
// server does not tell whenever asked are left out of what is read.
struct ListReader {
    // What a page tells beside its records.
    struct PageEnd {
        QString next{};
        std::optional<qint64> total{};
        bool endsPart = false;
    };
    std::function<Request(const ListQuery &)> list{};
    // Appends the records of a page. For any thread.
    std::function<Result<PageEnd>(const Response &, const ListQuery &, RecordCells &records)> readPage{};
    std::function<EntryReader(const ListQuery &)> entries{}; // empty: pages are read whole
    std::function<QString(const ListQuery &)> part{};
};

// Whether the server's own words of a record are needed later: where it is only looked at, they are not.
template <typename T>
bool keepsRaw(const Endpoint<T> &endpoint)
{
    const bool hasRawFields = std::any_of(endpoint.fields.begin(), endpoint.fields.end(),
        [](const Field<T> &field) { return std::holds_alternative<RawKey>(field.where); });
    return !endpoint.rows || endpoint.update || endpoint.rotation || endpoint.memory || hasRawFields;
}

template <typename T>
ListReader listReader(const Endpoint<T> &endpoint)
{
    const auto append = [fields = endpoint.fields, layout = RecordLayout<T>(endpoint.fields, keepsRaw(endpoint))](
                            T record, RecordCells &records) {
        for (const auto &field : fields)
            if (field.kind == FieldKind::Password && !field.flags.testFlag(FieldFlag::Readable))
                field.write(record, QVariant::fromValue(Secret()));
        layout.append(record, records);
    };
    ListReader reader{.list = endpoint.list, .part = endpoint.part};
    reader.readPage = [append, read = endpoint.readPage](const Response &response, const ListQuery &query,
                          RecordCells &records) -> Result<ListReader::PageEnd> {
        const Result<Page<T>> page = read(response, query);
        if (!page)
            return tl::unexpected(page.error());
        for (const T &record : page->records)
            append(record, records);
        return ListReader::PageEnd{.next = page->next, .total = page->total, .endsPart = page->endsPart};
    };
    if (!endpoint.rows)
        return reader;
    reader.entries = [append, rows = endpoint.rows, layout = RecordLayout<T>(endpoint.fields, keepsRaw(endpoint))](
                         const ListQuery &query) {
        const Rows<T> how = rows(query);
        return EntryReader{.path = how.path,
            .rows = [how, layout] { return jsonRows(how.members, layout, how.same); },
            .readEntry = [append, read = how.readEntry](const QJsonObject &entry, RecordCells &records) -> Result<> {
                return read(entry).map([&](const T &record) { append(record, records); });
            }};
    };
    return reader;
}
