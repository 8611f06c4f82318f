// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordmodel.h"
#include "items/recordstream.h"

// Brings every page of a list into a model, piece by piece where the endpoint says how its rows are read.
template <typename T>
class RecordLoading final : public QObject {
public:
    using Call = std::function<Future<Response>(const Request &)>;
    using Progress = std::function<void(qsizetype loaded, const std::optional<qint64> &total)>;

    // `model` must outlive this.
    RecordLoading(const Endpoint<T> &endpoint, RecordModel<T> &model, Call call, Progress progress)
        : m_endpoint(endpoint)
        , m_model(model)
        , m_call(std::move(call))
        , m_progress(std::move(progress))
    {
    }

    Future<> load(); // what came before an error stays in the model
    // Whether the server's own words of a record are needed later.
    static bool keepsRaw(const Endpoint<T> &endpoint);

private:
    // A page, and how many of its records were not on pages before.
    struct Loaded {
        QString next{};
        std::optional<qint64> total{};
        bool endsPart = false;
        qsizetype unseen = 0;
    };
    Future<> loadPage(const QString &cursor);
    Error failed(const ListQuery &query, Error error) const;
    Future<Loaded> loadWhole(const ListQuery &query);
    Future<Loaded> loadStreamed(const ListQuery &query);
    Result<qsizetype> take(const Records<T> &records);

    Endpoint<T> m_endpoint;
    RecordModel<T> &m_model;
    Call m_call;
    Progress m_progress;
    qsizetype m_loaded = 0;
    std::optional<qint64> m_total; // where the server tells it
};

extern template class RecordLoading<Client>;
extern template class RecordLoading<Scope>;
extern template class RecordLoading<User>;
extern template class RecordLoading<ApiToken>;
extern template class RecordLoading<Token>;
