// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/algorithm.h"
#include "jose/jwks.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

void fuzz::keysets(const QByteArray &input)
{
    const auto set = readJwks(input);
    if (!set)
        return hold(!set.error().message.isEmpty(), "a refusal has a sentence");
    hold(set->keys.size() <= mostKeys, "there is a limit of keys");
    for (const Jwk &key : set->keys) {
        hold(key.key != nullptr, "a key is one");
        hold(key.type == u"RSA" || key.type == u"EC" || key.type == u"OKP", "it is of a kind that signs");
        hold(key.bits > 0, "its size is known");
        hold(!namedKeys(*set, key.keyId).isEmpty(), "it is found by its name");
        const auto *none = findSignatureAlgorithm(u"none"_s);
        hold(!none || !fits(key, *none), "no key is for no signature");
        for (const char *name : {"RS256", "PS256", "ES256", "ES512", "EdDSA"})
            if (const auto *algorithm = findSignatureAlgorithm(QString::fromLatin1(name)))
                hold(
                    !fits(key, *algorithm) || key.type == algorithm->keyType, "a key is for its own kind of signature");
    }
}
