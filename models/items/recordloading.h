// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/listreader.h"
#include "items/recordrows.h"

// Brings every page of a list into a model, piece by piece where the endpoint says how its rows are read.
class RecordLoading final : public QObject {
    Q_OBJECT

public:
    using Call = std::function<Future<Response>(const Request &)>;
    using Progress = std::function<void(qsizetype loaded, const std::optional<qint64> &total)>;

    // `model` must outlive this, and have the layout that `reader` fills.
    RecordLoading(const ListReader &reader, RecordRows &model, Call call, Progress progress);

    Future<> load(); // what came before an error stays in the model

private:
    // A page, and how many of its records were not on pages before.
    struct Loaded {
        ListReader::PageEnd page{};
        qsizetype unseen = 0;
    };
    Future<> loadPage(const QString &cursor);
    Error failed(const ListQuery &query, Error error) const;
    Future<Loaded> loadWhole(const ListQuery &query);
    Future<Loaded> loadStreamed(const ListQuery &query);
    Result<qsizetype> take(const RecordCells &records);

    ListReader m_reader;
    RecordRows &m_model;
    Call m_call;
    Progress m_progress;
    qsizetype m_loaded = 0;
    std::optional<qint64> m_total; // where the server tells it
};
