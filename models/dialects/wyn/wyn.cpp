// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/authorizationserver.h"
#include "dialects/wyn/signin.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

// Wyn Enterprise, group Identity-Token of API v2: tokens are issued and revoked, one or all of a time; nothing is
// listed.
namespace wyn {

static const char *const revocationNote = QT_TRANSLATE_NOOP("Dialects",
    "Only tokens of the client you sign in with are revoked. One of another client stays valid, and the server does "
    "not "
    "say so.");

// Some servers quote numbers of 64 bits.
static Result<qint64> readCount(const Response &response)
{
    return response.object().and_then([](const QJsonObject &json) -> Result<qint64> {
        const QJsonValue told = json[u"count"];
        bool isNumber = true;
        const qint64 count = told.isString() ? told.toString().toLongLong(&isNumber) : told.toInteger(-1);
        if (!isNumber || count < 0)
            return failure(Error::Kind::Protocol,
                QCoreApplication::translate(
                    "Dialects", QT_TRANSLATE_NOOP("Dialects", "The server did not tell how many tokens it revoked.")));
        return count;
    });
}

static BatchRevocation batchRevocation()
{
    return {
        .request =
            [](const QDateTime &before) {
                const auto format = before.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
                return jsonRequest("POST", u"/api/v2/identity/token/batch-revocation"_s,
                    {{u"creationBefore"_s, before.toUTC().toString(format)}});
            },
        .readCount = readCount,
        .spared
        = QT_TRANSLATE_NOOP("Dialects", "Tokens made on the Generate Token page of the Admin Portal stay valid."),
    };
}

static Endpoint<Token> accessTokens()
{
    Endpoint<Token> endpoint = oauth::issuedTokens(QT_TRANSLATE_NOOP("Dialects",
                                                       "The server lists no tokens: these are the ones this console "
                                                       "got. There may be others, and some of these may "
                                                       "have been revoked elsewhere."),
        revocation);
    endpoint.removalNote = revocationNote;
    return endpoint;
}

// The server's metadata, where it publishes any, may name addresses only its own machine reaches: what is documented
// stays where it is documented, and only the keys are taken from there.
static TokenOperations tokens(const QJsonObject &metadata)
{
    TokenOperations operations{
        .issuer = metadata[u"issuer"].toString(), .revoke = revocation, .revocationNote = revocationNote};
    if (const oauth::Place keys = oauth::endpointIn(metadata, u"jwks_uri"_s))
        operations.keys = [keys] { return oauth::moved(getRequest({}), keys); };
    return operations;
}

Dialect dialect(const Setup &setup)
{
    return {
        .id = u"wyn"_s,
        .name = u"Wyn Enterprise"_s,
        .urlHint = "http://localhost:51980",
        .settings = settings(),
        .presets = presets(),
        .discovery = oauth::discovery(false),
        .signInMethods = signInMethods(setup),
        .accessTokens = accessTokens(),
        .tokens = tokens(setup.metadata),
        .grants = grants(),
        .batchRevocation = batchRevocation(),
    };
}

}
