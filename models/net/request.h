// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "net/change.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <memory>

class BodyStream;

using Header = std::pair<QByteArray, QByteArray>;

// What a request does to the server: decides whether a read-only connection lets it out and what a lost answer means.
enum class Effect {
    Read, // changes nothing; may be sent again
    SignIn, // obtains, checks or gives back our own credential; allowed on a read-only connection, sent once
    Write, // changes something of others; sent once, and refused when read-only
};

// What goes over the wire, as a value. One whose effect nobody stated counts as a write. One that has an Authorization
// header speaks for itself: Session adds no credential and takes a 401 as it is.
struct Request {
    QByteArray verb = "GET";
    QString path{}; // below the base URL, starts with '/', already percent-encoded: see encodedPath()
    QUrlQuery query{};
    QByteArray contentType{};
    QByteArray body{};
    QList<Header> headers{};
    Effect effect = Effect::Write;
    bool asClient = false; // authenticated as the client we sign in with (RFC 6749 §2.3), not by its token
    QString asker{}; // who asked, for the request log and for Session::stop(): "clients", "sign-in"
    // An endpoint that the server's own metadata names, instead of the base URL and `path`; `query` is added to its
    // own. Http sends nothing (Error Rejected) when it is no http or https address, has a fragment or user information,
    // or would lead from https to http.
    QUrl absolute{};
    QString scope{}; // refused without it, so Session sends no credential known to lack it (RFC 6750 §3.1)
    QList<int> accepts{}; // statuses >= 400 that are an answer: Session makes no Error of them and does not renew
    // Takes the body of a success in pieces; the Response then has none. Limits are HttpSettings::streamLimit instead of
    // `bodyLimit`, and silence instead of the deadline once the answer has begun.
    std::shared_ptr<BodyStream> stream{};
    std::shared_ptr<const Change> change{}; // of a write: what it does, for the journal
    bool isOwn = false; // said by Session: it speaks for the one who signed in, and would again
};

// What came back, whatever its status. Header names are lower case.
struct Response {
    int status = 0;
    QList<Header> headers{};
    QByteArray body{};
    QDateTime receivedAt{}; // local clock, UTC
    std::chrono::milliseconds duration{}; // from sending to the last byte

    QByteArray header(const QByteArray &lowerCaseName) const;
    // The body as JSON: object, array or bare scalar. An empty body, invalid UTF-8 or anything after the value is an
    // Error (Protocol): an empty body is never a valid JSON answer.
    Result<QJsonValue> json() const;
    // The same, which must be an object (array); else Protocol.
    Result<QJsonObject> object() const;
    Result<QJsonArray> array() const;
};

using FormFields = QList<std::pair<QString, QString>>;

// '/' + each segment percent-encoded, so that a name with '/', '%' or spaces stays one segment (RFC 3986 §3.3).
// "." and "..": they have no encoding that is not read as a step up, so Http refuses them.
QString encodedPath(const QStringList &segments);
// Names and values percent-encoded, '+' and '%' included, which QUrlQuery leaves to its caller.
QUrlQuery encodedQuery(const FormFields &fields);

Request getRequest(const QString &path, const QUrlQuery &query = {});
Request jsonRequest(const QByteArray &verb, const QString &path, const QJsonObject &body);
Request emptyRequest(const QByteArray &verb, const QString &path); // Content-Length: 0
// application/x-www-form-urlencoded as RFC 6749 appendix B encodes it.
Request formRequest(const QString &path, const FormFields &fields, Effect effect = Effect::Write);
// Authorization: Basic with id and secret form-encoded first (RFC 6749 §2.3.1).
Header basicAuthorization(const QString &id, const Secret &secret);
bool hasAuthorization(const Request &request); // a header of its own
