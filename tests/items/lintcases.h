// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lint.h"
#include "tests/ui/fakecollection.h"

// Lists of a server that does not exist, for rules to judge. All times count from lintNow().
class LintScene {
public:
    // Without fields of these keys, as if the server did not have them.
    explicit LintScene(const QSet<QString> &without = {})
        : m_without(without)
    {
    }

    template <typename T>
    FakeCollection<T> &add(const QString &kind, const QList<T> &records)
    {
        auto list = std::make_unique<FakeCollection<T>>(kind, fieldsOf<T>());
        list->onServer = records;
        FakeCollection<T> &added = *list;
        m_lists.push_back(std::move(list));
        added.refresh();
        return added;
    }
    QList<Collection *> lists() const
    {
        QList<Collection *> all;
        for (const auto &list : m_lists)
            all << list.get();
        return all;
    }

    QString dialect{};

private:
    template <typename T>
    QList<Field<T>> fieldsOf() const;

    QSet<QString> m_without;
    std::vector<std::unique_ptr<Collection>> m_lists;
};

QDateTime lintNow();

// A record a rule finds something in, "x", and one like it that is just right.
struct LintCase {
    QString rule{};
    std::function<void(LintScene &)> wrong{};
    std::function<void(LintScene &)> right{};
};
const QList<LintCase> &lintCases();
