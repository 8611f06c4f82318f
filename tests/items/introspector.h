// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/inspection.h"

#include "tests/jose/signer.h"

#include <QSet>

constexpr auto issuer = "https://as.example";

// A server that answers when the test says so, and remembers everything it was sent.
class Introspector {
public:
    Inspector inspector(const QString &name = QString::fromLatin1(issuer))
    {
        return {.issuer = name,
            .keys =
                [this] {
                    ++keyReadings;
                    auto promise = std::make_shared<QPromise<Result<Jwks>>>();
                    promise->start();
                    if (holdKeys) {
                        heldKeys = promise;
                    } else {
                        promise->addResult(keys);
                        promise->finish();
                    }
                    return promise->future();
                },
            .introspect =
                [this](const Secret &token) {
                    const QString text = token.reveal();
                    sent << text;
                    auto promise = std::make_shared<QPromise<Result<Introspected>>>();
                    promise->start();
                    pending.insert(text, promise);
                    most = std::max(most, int(pending.size()));
                    if (!hold)
                        answer(text);
                    return promise->future();
                }};
    }
    void answer(const QString &token)
    {
        const auto promise = pending.take(token);
        if (failing.contains(token))
            promise->addResult(Result<Introspected>(failure(Error::Kind::Network, u"Out of reach."_s)));
        else
            promise->addResult(Result<Introspected>(Introspected{.active = !revoked.contains(token), .facts = facts}));
        promise->finish();
    }
    void answerAll()
    {
        const auto tokens = pending.keys();
        for (const auto &token : tokens)
            answer(token);
    }

    QStringList sent; // in order
    QHash<QString, std::shared_ptr<QPromise<Result<Introspected>>>> pending;
    int most = 0; // at a time
    bool hold = false;
    QSet<QString> revoked;
    QSet<QString> failing;
    Token facts;

    Result<Jwks> keys{Jwks{}};
    int keyReadings = 0;
    bool holdKeys = false;
    std::shared_ptr<QPromise<Result<Jwks>>> heldKeys;
};
