// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/tokenlists.h"

#include "dialects/alltokens.h"

#include <algorithm>

static Collection *listOf(const QList<Collection *> &lists, const QString &kind)
{
    const auto found
        = std::find_if(lists.begin(), lists.end(), [&](const Collection *one) { return one->kind() == kind; });
    return found == lists.end() ? nullptr : *found;
}

void keepTokenListsInStep(const QList<Collection *> &lists)
{
    Collection *all = listOf(lists, allTokensKind);
    for (const TokenKind &kind : tokenKinds()) {
        Collection *list = listOf(lists, kind.list);
        if (!all || !list)
            continue;
        const QString prefix = keyOf(Token{.kind = QLatin1String(kind.word)});
        QObject::connect(list, &Collection::removed, all,
            [all, prefix](const QString &id) { (void)all->forget(QStringList{prefix + id}); });
        QObject::connect(all, &Collection::removed, list, [list, prefix](const QString &id) {
            if (id.startsWith(prefix))
                (void)list->forget(QStringList{id.mid(prefix.size())});
        });
    }
}
