// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"
#include "tests/fuzz/dialectlist.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace {

void checkProfile(const QJsonObject &settings)
{
    Profile profile{.settings = settings};
    const ConnectionSettings connection = connectionOf(profile);
    setConnection(profile, connection);
    fuzz::hold(connectionOf(profile) == connection, "the connection is kept as it is");
    for (const QByteArray &pin : connection.pins)
        fuzz::hold(pin.size() == 32, "a pin is a SHA-256");
    const QHash<QString, QString> plain = plainValues(profile);
    setPlainValues(profile, plain);
    fuzz::hold(plainValues(profile) == plain, "plain values are kept as they are");
    fuzz::hold(connectionOf(profile) == connection, "plain values leave the connection alone");
    (void)connectionSecrets(connection);
}

template <typename T>
void checkRemembered(const Memory<T> &memory, const QJsonObject &json)
{
    if (!memory || !memory.read)
        return;
    const T record = memory.read(json);
    const T again = memory.read(memory.write(record));
    fuzz::hold(again.id == record.id, "what is remembered keeps its id");
    fuzz::hold(memory.write(again) == memory.write(record), "what is remembered is remembered as it is");
    if (memory.isOver)
        (void)memory.isOver(record, QDateTime::fromSecsSinceEpoch(1'772'438'400, Qt::UTC));
}

}

void fuzz::settings(const QByteArray &input)
{
    FuzzInput given(input);
    const qsizetype which = given.choice(256);
    const QJsonObject json = QJsonDocument::fromJson(given.rest()).object();
    checkProfile(json);
    const Dialect &dialect = everyDialect()[which % everyDialect().size()];
    // A profile says anything; a dialect is made of it before anybody has looked.
    QHash<QString, QString> values;
    for (const SignInField &field : dialect.settings)
        values.insert(field.key, json.value(field.key).toString());
    if (which % 8 == 0)
        (void)makeDialect(dialect.id,
            {.base = QUrl(json.value(QLatin1StringView("url")).toString()),
                .settings = values,
                .metadata = wholeMetadata()});
    checkRemembered(dialect.clients.memory, json);
    checkRemembered(dialect.accessTokens.memory, json);
    checkRemembered(dialect.keptTokens.memory, json);
}
