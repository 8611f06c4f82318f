// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/records.h"
#include "tests/fuzz/dialectlist.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using AnswerReader = std::function<void(const Response &)>;

template <typename T>
void checkKept(const Endpoint<T> &endpoint, const T &record)
{
    Records<T> records(endpoint.fields, true);
    const T once = records.record(records.append(record));
    const T twice = records.record(records.append(once));
    fuzz::hold(once == twice, "a record that was kept is kept as it is");
}

template <typename T>
void checkWritten(const Endpoint<T> &endpoint, const T &record)
{
    T changed = record;
    for (const auto &field : endpoint.fields)
        if (field.kind == FieldKind::Text && field.flags.testFlag(FieldFlag::OnUpdate))
            field.write(changed, u"Zürich / 50 % – \"x\""_s);
    if (endpoint.problems)
        (void)endpoint.problems(record);
    if (endpoint.create)
        fuzz::checkSendable(endpoint.create(record));
    if (endpoint.update)
        fuzz::checkSendable(endpoint.update(record, changed));
    for (const auto &request : {endpoint.read, endpoint.remove, endpoint.rotation.request})
        if (request)
            fuzz::checkSendable(request(record));
    if (endpoint.memory && endpoint.memory.write)
        (void)endpoint.memory.write(record);
    checkKept(endpoint, record);
}

void checkError(const Error &error)
{
    fuzz::hold(!error.message.isEmpty(), "what cannot be read is told in a sentence");
}

template <typename T>
void addEndpoint(QList<AnswerReader> &readers, const Endpoint<T> &endpoint)
{
    if (endpoint.readPage)
        readers << [&endpoint](const Response &response) {
            const auto page = endpoint.readPage(response, {});
            if (!page)
                return checkError(page.error());
            for (const T &record : page->records.mid(0, 4))
                checkWritten(endpoint, record);
            if (!page->next.isEmpty() && endpoint.list)
                fuzz::checkSendable(endpoint.list({.cursor = page->next}));
        };
    if (endpoint.readOne)
        readers << [&endpoint](const Response &response) {
            const auto record = endpoint.readOne(response, T{.id = u"sent"_s});
            if (!record)
                return checkError(record.error());
            checkWritten(endpoint, *record);
        };
    for (const ChoiceSource &source : endpoint.choices)
        if (source.list)
            readers << [read = source.read](const Response &response) {
                if (const auto words = read(response); !words)
                    checkError(words.error());
            };
}

template <typename T>
void addReader(QList<AnswerReader> &readers, const std::function<Result<T>(const Response &)> &read)
{
    if (read)
        readers << [read](const Response &response) {
            if (const auto value = read(response); !value)
                checkError(value.error());
        };
}

QList<AnswerReader> readersOf(const Dialect &dialect)
{
    QList<AnswerReader> readers;
    addEndpoint(readers, dialect.clients);
    addEndpoint(readers, dialect.scopes);
    addEndpoint(readers, dialect.users);
    addEndpoint(readers, dialect.apiTokens);
    addEndpoint(readers, dialect.accessTokens);
    addEndpoint(readers, dialect.refreshTokens);
    addEndpoint(readers, dialect.allTokens);
    addEndpoint(readers, dialect.sessions);
    addReader(readers, dialect.tokens.readInfo);
    addReader(readers, dialect.tokens.readIntrospection);
    addReader(readers, dialect.grants.read);
    addReader(readers, dialect.batchRevocation.readCount);
    addReader(readers, dialect.maintenance.read);
    for (const SignInMethod &method : dialect.signInMethods) {
        const SignIn signIn = method.make(fuzz::someValues(method.fields));
        addReader(readers, signIn.read);
        if (signIn.browser) {
            addReader(readers, signIn.browser->readStart);
            addReader(readers, signIn.browser->readPoll);
        }
        if (signIn.code)
            addReader<Credential>(readers,
                [read = signIn.code->read](const Response &response) { return read(response, CodeAttempt{}); });
    }
    return readers;
}

}

void fuzz::answers(const QByteArray &input)
{
    static const QList<QList<AnswerReader>> all = [] {
        QList<QList<AnswerReader>> made;
        for (const Dialect &dialect : everyDialect())
            made << readersOf(dialect);
        return made;
    }();
    FuzzInput given(input);
    const QList<AnswerReader> &readers = all[given.choice(all.size())];
    const AnswerReader &reader = readers[given.choice(readers.size())];
    reader({.status = 200,
        .headers = {{"content-type", "application/json"}},
        .body = given.rest(),
        .receivedAt = QDateTime::fromSecsSinceEpoch(1'772'438'400, Qt::UTC)});
}
