// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchangesummary.h"

#include "net/knownsecrets.h"
#include "net/requestredaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// A body that is kept, and whether that is all of it.
struct KeptBody {
    QByteArray text{};
    ExchangeSummary::Extent extent = ExchangeSummary::Extent::Whole;
};

bool isWordCharacter(char character)
{
    const bool isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    const bool isDigit = character >= '0' && character <= '9';
    return isLetter || isDigit || character < 0 || QByteArrayView("+/=~-_.%\\").contains(character);
}

// Cut before anything is looked for in it: a body may be large, and many of them arrive in a second. The cut goes
// before the word it meets, for the part of a secret is not recognised as one.
KeptBody firstPart(const QByteArray &body, const KnownSecrets &known)
{
    if (body.size() <= ExchangeSummary::bodyLimit)
        return {.text = known.removedFrom(body)};
    QByteArray part
        = known.removedFrom(body.first(std::min(body.size(), ExchangeSummary::bodyLimit + known.longest())));
    part.truncate(ExchangeSummary::bodyLimit);
    while (!part.isEmpty() && isWordCharacter(part.back()))
        part.chop(1);
    return {.text = part, .extent = ExchangeSummary::Extent::Cut};
}

// Of what a server writes nothing is known: what is no JSON may hold secrets under any name.
KeptBody keptBody(const QByteArray &answer, const KnownSecrets &known)
{
    KeptBody kept = firstPart(answer, known);
    if (!kept.text.isEmpty())
        kept.text = known.removedFrom(redacted(kept.text, 2 * ExchangeSummary::bodyLimit).toUtf8());
    return kept;
}

QString textWithout(const KnownSecrets &known, const QString &text)
{
    return QString::fromUtf8(known.removedFrom(text.toUtf8()));
}

QList<Header> headersWithout(const KnownSecrets &known, QList<Header> headers)
{
    for (auto &[name, value] : headers)
        value = known.removedFrom(value);
    return headers;
}

Request keptRequest(const Request &request, const KnownSecrets &known)
{
    Request kept = withoutSecrets(request);
    kept.path = textWithout(known, kept.path);
    if (!kept.query.isEmpty())
        kept.query = QUrlQuery(textWithout(known, kept.query.toString(QUrl::FullyEncoded)));
    kept.headers = headersWithout(known, kept.headers);
    if (!kept.absolute.isEmpty())
        kept.absolute = QUrl(textWithout(known, kept.absolute.toString(QUrl::FullyEncoded)));
    kept.body = known.removedFrom(kept.body);
    return kept;
}

QList<Header> keptHeaders(QList<Header> headers, const KnownSecrets &known)
{
    for (auto &[name, value] : headers)
        value = headerWithoutSecrets(name, value);
    return headersWithout(known, headers);
}

bool isSame(const Request &kept, const Request &request)
{
    return kept.path == request.path && kept.query == request.query && kept.absolute == request.absolute
        && kept.body == request.body;
}

}

ExchangeSummary summaryOf(const Request &request, const QUrl &base, const Response &answer, const KnownSecrets &known)
{
    KnownSecrets secrets = known;
    secrets.addCredentialsOf(request.headers);
    secrets.addCredentialsOf(answer.headers);
    if (isForm(request) && request.body.size() <= ExchangeSummary::bodyLimit)
        secrets.addSecretsOf(request.body);

    ExchangeSummary summary{
        .verb = request.verb,
        .status = answer.status,
        .duration = answer.duration,
        .asker = request.asker,
        .base = base.adjusted(QUrl::RemoveUserInfo),
        .headers = keptHeaders(answer.headers, secrets),
    };
    Request sent = request;
    const KeptBody body = firstPart(request.body, secrets);
    sent.body = body.text;
    summary.request = keptRequest(sent, secrets);
    summary.requestExtent = body.extent;
    summary.path
        = summary.request.absolute.isEmpty() ? summary.request.path : summary.request.absolute.path(QUrl::FullyEncoded);
    summary.isRepeatable = request.isOwn && request.effect == Effect::Read && isSame(summary.request, request);
    const bool isStreamed = request.stream && answer.status >= 200 && answer.status < 300;
    const KeptBody received = keptBody(answer.body, secrets);
    summary.body = received.text;
    summary.extent = isStreamed ? ExchangeSummary::Extent::Streamed : received.extent;
    return summary;
}

Request repetitionOf(const ExchangeSummary &exchange)
{
    Request request = exchange.request;
    request.headers.removeIf([](const Header &header) { return isSecretName(QString::fromLatin1(header.first)); });
    request.isOwn = false;
    return request;
}
