// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <stdexcept>

// What is read from others or from a disk, each reader as a function of one input. libFuzzer calls them (driver.cpp),
// and so does tst_fuzzcorpus.
namespace fuzz {

// Thrown where a reader breaks a promise; what() is the promise.
class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void hold(bool isKept, const char *promise)
{
    if (!isKept)
        throw Broken(promise);
}

struct Target {
    const char *name = "";
    void (*run)(const QByteArray &input) = nullptr;
    int mutations = 0; // of its seeds that tst_fuzzcorpus tries; fewer where one is slow
};
const QList<Target> &targets();

void answers(const QByteArray &input); // every reader of every dialect, and what is written of what was read
void callback(const QByteArray &input); // what arrives at the loopback port of a sign-in
void certificates(const QByteArray &input);
void discovery(const QByteArray &input); // metadata, and the dialect made of it
void errors(const QByteArray &input); // the body of a refusal, Retry-After
void exchanges(const QByteArray &input); // what the HTTP log, HAR and scripts keep of an exchange
void filters(const QByteArray &input);
void imports(const QByteArray &input); // CSV, JSON, NDJSON; written again by the export
void introspection(const QByteArray &input);
void journals(const QByteArray &input); // lines of the journal, and their chain
void keysets(const QByteArray &input); // JWKS
void pasted(const QByteArray &input); // texts with tokens in them
void personas(const QByteArray &input); // requests to the local server, up to its answers
void redaction(const QByteArray &input);
void rows(const QByteArray &input); // long lists while they arrive
void saml(const QByteArray &input);
void settings(const QByteArray &input); // of profiles; records that are remembered
void splitter(const QByteArray &input); // JSON in pieces
void times(const QByteArray &input); // durations and dates
void tokens(const QByteArray &input); // JWS, JWT and their signatures
void wire(const QByteArray &input); // the local server's HTTP, forms and JSON

}
