// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/oauth.h"

using namespace Qt::Literals::StringLiterals;

namespace oauth {

static QJsonValue timeText(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

Memory<Token> rememberedTokens(const char *explanation)
{
    return {
        .explanation = explanation,
        .write =
            [](const Token &token) {
                return QJsonObject{{u"id"_s, token.id}, {u"type"_s, token.type}, {u"clientId"_s, token.clientId},
                    {u"clientName"_s, token.clientName}, {u"userName"_s, token.userName},
                    {u"issuedAt"_s, timeText(token.issuedAt)}, {u"expiresAt"_s, timeText(token.expiresAt)},
                    {u"scopes"_s, QJsonArray::fromStringList(token.scopes)}};
            },
        .read =
            [](const QJsonObject &json) {
                const auto time
                    = [&json](const QString &key) { return QDateTime::fromString(json[key].toString(), Qt::ISODate); };
                return Token{.id = json[u"id"].toString(),
                    .type = json[u"type"].toString(),
                    .clientId = json[u"clientId"].toString(),
                    .clientName = json[u"clientName"].toString(json[u"clientId"].toString()),
                    .userName = json[u"userName"].toString(),
                    .issuedAt = time(u"issuedAt"_s),
                    .expiresAt = time(u"expiresAt"_s),
                    .scopes = scopesIn(json[u"scopes"])};
            },
        .key = &Token::value,
        .isOver
        = [](const Token &token, const QDateTime &now) { return token.expiresAt.isValid() && token.expiresAt < now; },
    };
}

Endpoint<Token> issuedTokens(
    const char *explanation, const std::function<Request(const Secret &token, const QString &hint)> &revoke)
{
    using enum FieldFlag;
    Endpoint<Token> endpoint{
        .fields = chosenFields<Token>({{"client"}, {"user"}, {"issued"}, {"expires"}, {"scopes", Column}, {"type"},
            {"id"}, {"value", Hidden | Readable}}),
        .removal = Removal::Revoke,
        .memory = rememberedTokens(explanation),
    };
    if (revoke)
        endpoint.remove = [revoke](const Token &token) {
            const bool isRefresh = token.type == "refresh_token"_L1;
            return revoke(token.value, isRefresh ? token.type : u"access_token"_s);
        };
    return endpoint;
}

Endpoint<Token> keptTokens(const std::function<Request(const Secret &token, const QString &hint)> &revoke)
{
    return issuedTokens(QT_TRANSLATE_NOOP("Dialects",
                            "Got in the token workbench and kept. The server's own lists hold no values, so these are "
                            "the ones that can still be inspected."),
        revoke);
}
}
