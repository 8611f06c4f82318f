// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/dialectlist.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

namespace {

void checkMethods(const Dialect &dialect)
{
    const CodeAttempt attempt{.redirectUri = u"http://127.0.0.1:4711/back"_s,
        .state = Secret(u"a-state"_s),
        .nonce = Secret(u"a-nonce"_s),
        .verifier = Secret(u"a-verifier"_s),
        .challenge = u"a-challenge"_s};
    for (const SignInMethod &method : dialect.signInMethods) {
        const SignIn signIn = method.make(fuzz::someValues(method.fields));
        if (signIn.request)
            fuzz::checkSendable(signIn.request());
        if (!signIn.code)
            continue;
        const QUrl url = signIn.code->authorizationUrl(attempt);
        const QUrlQuery query(url);
        fuzz::hold(url.isValid() && !url.isRelative(), "the browser is sent to an address");
        fuzz::hold(query.allQueryItemValues(u"state"_s).contains(u"a-state"_s), "with the state of this attempt");
        fuzz::hold(query.allQueryItemValues(u"code_challenge"_s).contains(u"a-challenge"_s), "with a challenge");
        fuzz::checkSendable(signIn.code->exchange(Secret(u"a-code"_s), attempt));
    }
}

void checkTokens(const TokenOperations &tokens)
{
    const Secret token(u"some-token"_s);
    if (tokens.info)
        fuzz::checkSendable(tokens.info());
    if (tokens.keys)
        fuzz::checkSendable(tokens.keys());
    for (const auto &operation : {tokens.introspect, tokens.revoke})
        if (operation)
            fuzz::checkSendable(operation(token, u"access_token"_s));
}

}

void fuzz::discovery(const QByteArray &input)
{
    static const QList<Dialect> asked = [] {
        QList<Dialect> made = dialects();
        made.removeIf([](const Dialect &dialect) { return !dialect.discovery; });
        return made;
    }();
    static const QList<QUrl> bases{QUrl(u"https://id.example.com"_s), QUrl(u"https://id.example.com/realm/one"_s),
        QUrl(u"http://127.0.0.1:8080"_s)};
    FuzzInput given(input);
    const Dialect &dialect = asked[given.choice(asked.size())];
    const QUrl &base = bases[given.choice(bases.size())];
    const auto metadata = dialect.discovery.read({.status = 200, .body = given.rest()}, base);
    if (!metadata)
        return hold(!metadata.error().message.isEmpty(), "a refusal has a sentence");
    const Dialect made = makeDialect(dialect.id, {.base = base, .metadata = *metadata});
    checkMethods(made);
    checkTokens(made.tokens);
    for (const Grant &grant : made.grants.list)
        if (grant.request)
            checkSendable(grant.request(someValues(grant.fields)));
    if (made.clients.create)
        checkSendable(made.clients.create({.name = u"A client"_s}));
    if (made.clients.list)
        checkSendable(made.clients.list({}));
}
