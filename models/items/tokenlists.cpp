// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/tokenlists.h"

#include "dialects/alltokens.h"
#include "items/server.h"

void keepTokenListsInStep(const Server &server)
{
    Collection *all = server.collection(allTokensKind);
    for (const TokenKind &kind : tokenKinds()) {
        Collection *list = server.collection(kind.list);
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
