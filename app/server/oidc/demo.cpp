// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/demo.h"

#include "app/server/oidc/clients.h"
#include "app/server/oidc/users.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static void seedUser(Database &database, const QString &name, const QString &given, const QString &family)
{
    insertUser(database,
        {.id = u"u-"_s + name,
            .name = name,
            .givenName = given,
            .familyName = family,
            .email = name + u"@example.test"_s,
            .isAdministrator = name == "admin"_L1},
        name + u"_pass"_s);
}

void seedAdministrator(Database &database)
{
    seedUser(database, u"admin"_s, u"Ada"_s, u"Administrator"_s);
}

void seedDemo(Database &database, qint64 now)
{
    seedUser(database, u"ana"_s, u"Ana"_s, u"Alvarez"_s);
    seedUser(database, u"ben"_s, u"Ben"_s, u"Bennett"_s);
    seedUser(database, u"carla"_s, u"Carla"_s, u"Conti"_s);
    const QString loopback = u"http://127.0.0.1/callback"_s;
    storeClient(database,
        {.id = u"console"_s,
            .metadata = {{u"client_name"_s, u"Console"_s}, {u"application_type"_s, u"native"_s},
                {u"redirect_uris"_s, QJsonArray{loopback}},
                {u"post_logout_redirect_uris"_s, QJsonArray{u"http://127.0.0.1/signed-out"_s}},
                {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}},
                {u"response_types"_s, QJsonArray{u"code"_s}}, {u"token_endpoint_auth_method"_s, u"none"_s}},
            .createdAt = now},
        {});
    storeClient(database,
        {.id = u"service"_s,
            .secret = u"service_secret"_s,
            .metadata = {{u"client_name"_s, u"Service"_s}, {u"grant_types"_s, QJsonArray{u"client_credentials"_s}},
                {u"response_types"_s, QJsonArray()}, {u"token_endpoint_auth_method"_s, u"client_secret_basic"_s}},
            .isResourceServer = true,
            .createdAt = now},
        {});
    storeClient(database,
        {.id = u"webapp"_s,
            .secret = u"webapp_secret"_s,
            .metadata = {{u"client_name"_s, u"Web Application"_s}, {u"application_type"_s, u"web"_s},
                {u"redirect_uris"_s, QJsonArray{u"https://webapp.example.test/callback"_s, loopback}},
                {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s, u"password"_s}},
                {u"response_types"_s, QJsonArray{u"code"_s}},
                {u"token_endpoint_auth_method"_s, u"client_secret_basic"_s}},
            .createdAt = now},
        {});
}

}
