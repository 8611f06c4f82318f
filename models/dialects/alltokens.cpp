// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/alltokens.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Part {
    TokenKind kind{};
    Endpoint<Token> tokens{};
};
using Parts = QList<Part>;

// What an API token and a token have in common, and where.
struct Shared {
    decltype(Member<ApiToken>::where) from{};
    decltype(Member<Token>::where) to{};
};
const QList<Shared> &sharedMembers()
{
    static const QList<Shared> all{
        {&ApiToken::id, &Token::id},
        {&ApiToken::name, &Token::name},
        {&ApiToken::userId, &Token::userId},
        {&ApiToken::userName, &Token::userName},
        {&ApiToken::createdAt, &Token::issuedAt},
        {&ApiToken::expiresAt, &Token::expiresAt},
        {&ApiToken::lastUsedAt, &Token::lastUsedAt},
        {&ApiToken::value, &Token::value},
    };
    return all;
}

// From one kind of record to the other, what both have.
template <typename From, typename To>
To converted(const From &record)
{
    To made;
    for (const Shared &shared : sharedMembers())
        std::visit(
            [&](auto apiToken, auto token) {
                if constexpr (std::is_same_v<std::decay_t<decltype(ApiToken().*apiToken)>,
                                  std::decay_t<decltype(Token().*token)>>) {
                    if constexpr (std::is_same_v<From, ApiToken>)
                        made.*token = record.*apiToken;
                    else
                        made.*apiToken = record.*token;
                }
            },
            shared.from, shared.to);
    return made;
}

Members<Token> converted(const Members<ApiToken> &members)
{
    Members<Token> made;
    for (const auto &member : members)
        for (const Shared &shared : sharedMembers())
            if (shared.from == member.where)
                made << Member<Token>{.names = member.names, .where = shared.to};
    return made;
}

Rows<Token> converted(const Rows<ApiToken> &rows)
{
    const auto readEntry
        = [read = rows.readEntry](const QJsonObject &json) { return read(json).map(converted<ApiToken, Token>); };
    return {.path = rows.path, .members = converted(rows.members), .readEntry = readEntry};
}

Result<Page<Token>> converted(const Result<Page<ApiToken>> &page)
{
    if (!page)
        return tl::unexpected(page.error());
    Page<Token> made{.next = page->next};
    for (const ApiToken &token : page->records)
        made.records << converted<ApiToken, Token>(token);
    return made;
}

Endpoint<Token> asTokens(const Endpoint<ApiToken> &apiTokens)
{
    Endpoint<Token> made{
        .fields = chosenFields<Token>(
            {{"name"}, {"user"}, {"issued"}, {"expires"}, {"lastUsed"}, {"id"}, {"userId"}, {"value"}}),
        .list = apiTokens.list,
        .readPage = [read = apiTokens.readPage](
                        const Response &response, const ListQuery &asked) { return converted(read(response, asked)); },
        .removal = apiTokens.removal,
        .removalNote = apiTokens.removalNote,
    };
    if (apiTokens.rows)
        made.rows = [rows = apiTokens.rows](const ListQuery &asked) { return converted(rows(asked)); };
    if (apiTokens.remove)
        made.remove
            = [remove = apiTokens.remove](const Token &token) { return remove(converted<Token, ApiToken>(token)); };
    return made;
}

Parts partsOf(const Dialect &dialect)
{
    const QList<Endpoint<Token>> lists{dialect.apiTokens.list ? asTokens(dialect.apiTokens) : Endpoint<Token>(),
        dialect.accessTokens, dialect.refreshTokens};
    Parts parts;
    for (qsizetype i = 0; i < lists.size(); ++i)
        if (lists[i].list)
            parts << Part{tokenKinds()[i], lists[i]};
    return parts;
}

// Every field one of them has, the kind first.
QList<Field<Token>> fieldsOf(const Parts &parts)
{
    QList<Field<Token>> made = chosenFields<Token>({{"kind"}, {"name"}});
    const auto isIn = [](const QList<Field<Token>> &list, const Field<Token> &field) {
        return std::any_of(list.begin(), list.end(), [&](const auto &one) { return qstrcmp(one.key, field.key) == 0; });
    };
    for (const Field<Token> &field : fields<Token>())
        for (const Part &part : parts)
            if (!isIn(made, field) && isIn(part.tokens.fields, field))
                made << field;
    return made;
}

// A cursor of all is the number of a list, a space, and that list's own cursor.
struct Place {
    qsizetype part = 0;
    ListQuery query{};
};
Place placeOf(const ListQuery &query)
{
    const auto space = query.cursor.indexOf(u' ');
    return {.part = QStringView(query.cursor).left(space).toInt(), .query = {.cursor = query.cursor.mid(space + 1)}};
}
QString cursorAt(qsizetype part, const QString &cursor = {})
{
    return QString::number(part) + u' ' + cursor;
}

Result<Page<Token>> readPart(const Parts &parts, const Response &response, const ListQuery &asked)
{
    const auto [number, query] = placeOf(asked);
    const Part &part = parts[number];
    Result<Page<Token>> page = part.tokens.readPage(response, query);
    if (!page)
        return page;
    for (Token &token : page->records)
        token.kind = QLatin1StringView(part.kind.word);
    page->total.reset(); // of one list only
    page->endsPart = page->next.isEmpty();
    if (!page->endsPart)
        page->next = cursorAt(number, page->next);
    else if (number + 1 < parts.size())
        page->next = cursorAt(number + 1);
    return page;
}

Rows<Token> rowsOf(const Part &part, const ListQuery &query)
{
    Rows<Token> rows = part.tokens.rows(query);
    rows.readEntry = [read = rows.readEntry, word = part.kind.word](const QJsonObject &json) {
        return read(json).map([word](Token token) {
            token.kind = QLatin1StringView(word);
            return token;
        });
    };
    rows.same << std::pair(&Token::kind, QByteArray(part.kind.word));
    return rows;
}

Request removal(const Parts &parts, const Token &token)
{
    const auto part = std::find_if(parts.begin(), parts.end(),
        [&token](const Part &each) { return token.kind == QLatin1StringView(each.kind.word); });
    return part == parts.end() ? Request() : part->tokens.remove(token);
}

// Revoking is the word for all of them as soon as one is revoked; what happens to API tokens then has to be said.
void sayRemoval(Endpoint<Token> &all, const Parts &parts)
{
    all.removal = parts.last().tokens.removal;
    all.removalNote = parts.last().tokens.removalNote;
    if (parts.first().tokens.removal == Removal::Delete && all.removal == Removal::Revoke)
        all.removalNote
            = QT_TRANSLATE_NOOP("Dialects", "API tokens among them are deleted, and whoever uses one needs a new one.");
}

}

const QList<TokenKind> &tokenKinds()
{
    static const QList<TokenKind> all{
        {QT_TRANSLATE_NOOP("Fields", "API"), u"apiTokens"_s},
        {QT_TRANSLATE_NOOP("Fields", "Access"), u"accessTokens"_s},
        {QT_TRANSLATE_NOOP("Fields", "Refresh"), u"refreshTokens"_s},
    };
    return all;
}

Endpoint<Token> allTokens(const Dialect &dialect)
{
    const Parts parts = partsOf(dialect);
    if (parts.size() < 2)
        return {};
    const auto all = [&parts](auto has) { return std::all_of(parts.begin(), parts.end(), has); };
    Endpoint<Token> made{.fields = fieldsOf(parts),
        .list =
            [parts](const ListQuery &asked) {
                const auto [part, query] = placeOf(asked);
                return parts[part].tokens.list(query);
            },
        .readPage
        = [parts](const Response &response, const ListQuery &asked) { return readPart(parts, response, asked); },
        .part = [parts](const ListQuery &asked) { return parts[placeOf(asked).part].kind.list; }};
    if (all([](const Part &part) { return bool(part.tokens.rows); }))
        made.rows = [parts](const ListQuery &asked) {
            const auto [part, query] = placeOf(asked);
            return rowsOf(parts[part], query);
        };
    if (all([](const Part &part) { return bool(part.tokens.remove); }))
        made.remove = [parts](const Token &token) { return removal(parts, token); };
    for (const Part &part : parts)
        made.choices.insert(part.tokens.choices);
    sayRemoval(made, parts);
    return made;
}
