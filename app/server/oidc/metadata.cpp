// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/metadata.h"

#include "app/server/oauth.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

namespace {

// Reads the members of a wish and remembers the first one that is wrong.
class Wish {
public:
    explicit Wish(const QJsonObject &object)
        : m_object(object)
    {
    }

    void text(const QString &name);
    void webAddress(const QString &name);
    void oneOf(const QString &name, const QStringList &allowed, const QString &standard);
    void strings(const QString &name);
    void someOf(const QString &name, const QStringList &allowed, const QStringList &standard);
    void redirectUris(const QString &name);
    void complain(const QString &description, const QByteArray &code = "invalid_client_metadata");

    QJsonObject result{};
    std::optional<Refusal> problem{};

private:
    QJsonValue given(const QString &name) const { return m_object[name]; }
    bool isGiven(const QString &name) const { return !given(name).isUndefined() && !given(name).isNull(); }

    const QJsonObject &m_object;
};

}

void Wish::complain(const QString &description, const QByteArray &code)
{
    if (!problem)
        problem = Refusal{.status = 400, .code = code, .description = description};
}

void Wish::text(const QString &name)
{
    if (!isGiven(name))
        return;
    if (!given(name).isString())
        return complain(name + u" must be a string."_s);
    result[name] = given(name);
}

void Wish::webAddress(const QString &name)
{
    if (!isGiven(name))
        return;
    const QUrl url(given(name).toString(), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty())
        return complain(name + u" must be an http or https URL."_s);
    result[name] = given(name);
}

void Wish::oneOf(const QString &name, const QStringList &allowed, const QString &standard)
{
    const QJsonValue value = isGiven(name) ? given(name) : QJsonValue(standard);
    if (!allowed.contains(value.toString()))
        return complain(u"%1 must be one of: %2."_s.arg(name, allowed.join(u", "_s)));
    result[name] = value;
}

void Wish::strings(const QString &name)
{
    if (!isGiven(name))
        return;
    const QJsonArray array = given(name).toArray();
    if (!given(name).isArray()
        || !std::all_of(array.begin(), array.end(), [](const QJsonValue &value) { return value.isString(); }))
        return complain(name + u" must be an array of strings."_s);
    result[name] = array;
}

void Wish::someOf(const QString &name, const QStringList &allowed, const QStringList &standard)
{
    if (!isGiven(name)) {
        result[name] = QJsonArray::fromStringList(standard);
        return;
    }
    strings(name);
    const QJsonArray array = result.value(name).toArray();
    if (!std::all_of(array.begin(), array.end(), [&](const QJsonValue &v) { return allowed.contains(v.toString()); }))
        complain(u"%1 may hold: %2."_s.arg(name, allowed.join(u", "_s)));
}

void Wish::redirectUris(const QString &name)
{
    strings(name);
    const QJsonArray array = result.value(name).toArray();
    if (!std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return isRedirectUri(v.toString()); }))
        complain(name + u" must hold absolute URIs without a fragment."_s, "invalid_redirect_uri");
}

tl::expected<QJsonObject, Refusal> readMetadata(const QJsonObject &object)
{
    Wish wish(object);
    wish.redirectUris(u"redirect_uris"_s);
    wish.redirectUris(u"post_logout_redirect_uris"_s);
    wish.oneOf(u"token_endpoint_auth_method"_s, {u"client_secret_basic"_s, u"client_secret_post"_s, u"none"_s},
        u"client_secret_basic"_s);
    wish.someOf(u"grant_types"_s, {u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s, u"password"_s},
        {u"authorization_code"_s});
    const QJsonArray grants = wish.result.value("grant_types"_L1).toArray();
    const bool hasCode = grants.contains(u"authorization_code"_s);
    wish.someOf(u"response_types"_s, {u"code"_s}, hasCode ? QStringList{u"code"_s} : QStringList());
    wish.oneOf(u"application_type"_s, {u"web"_s, u"native"_s}, u"web"_s);
    wish.oneOf(u"subject_type"_s, {u"public"_s}, u"public"_s);
    wish.oneOf(u"id_token_signed_response_alg"_s, {u"RS256"_s}, u"RS256"_s);
    for (const QString &name : {u"client_name"_s, u"scope"_s, u"software_id"_s, u"software_version"_s})
        wish.text(name);
    for (const QString &name : {u"client_uri"_s, u"logo_uri"_s, u"tos_uri"_s, u"policy_uri"_s})
        wish.webAddress(name);
    wish.strings(u"contacts"_s);
    if (hasCode && wish.result.value("redirect_uris"_L1).toArray().isEmpty())
        wish.complain(u"redirect_uris is required for the grant type authorization_code."_s, "invalid_redirect_uri");
    if (hasCode == wish.result.value("response_types"_L1).toArray().isEmpty())
        wish.complain(u"The grant type authorization_code and the response type code belong together."_s);
    if (wish.result.value("token_endpoint_auth_method"_L1) == "none"_L1 && grants.contains(u"client_credentials"_s))
        wish.complain(u"A client without authentication has no credentials of its own to use."_s);
    if (wish.problem)
        return tl::unexpected(*wish.problem);
    return wish.result;
}

}
