// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallines.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr auto fingerprintMember = "fingerprint"_L1; // an object with it stands for a secret

QJsonValue journalValue(const QVariant &value, const Secret &key)
{
    if (value.metaType() == QMetaType::fromType<Secret>()) {
        const auto secret = value.value<Secret>();
        if (secret.isEmpty())
            return {};
        constexpr int digits = 16;
        const QByteArray mac = QMessageAuthenticationCode::hash(
            secret.revealUtf8(), key.revealUtf8(), QCryptographicHash::Sha256);
        return QJsonObject{{fingerprintMember, QString::fromLatin1(mac.toHex().first(digits))}};
    }
    if (value.metaType() == QMetaType::fromType<seconds>())
        return qint64(value.value<seconds>().count());
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return value.toDateTime().isValid() ? QJsonValue(value.toDateTime().toUTC().toString(Qt::ISODateWithMs))
                                            : QJsonValue();
    return QJsonValue::fromVariant(value);
}

QVariant fieldValue(const QJsonValue &value, FieldKind kind)
{
    switch (kind) {
    case FieldKind::Password:
        return {};
    case FieldKind::List:
        return value.toVariant().toStringList();
    case FieldKind::Switch:
        return value.toBool();
    case FieldKind::Time:
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    case FieldKind::Duration:
        return QVariant::fromValue(seconds(value.toInteger()));
    default:
        return value.toVariant();
    }
}

static QString actionWord(const Request &request)
{
    if (!request.change)
        return QString::fromLatin1(journal::other);
    switch (request.change->action) {
    case Change::Action::Create:
        return QString::fromLatin1(journal::create);
    case Change::Action::Update:
        return QString::fromLatin1(journal::update);
    case Change::Action::Remove:
        return QString::fromLatin1(journal::remove);
    case Change::Action::Deactivate:
        return QString::fromLatin1(journal::deactivate);
    case Change::Action::Rotate:
        return QString::fromLatin1(journal::rotate);
    case Change::Action::Revoke:
        return QString::fromLatin1(journal::revoke);
    case Change::Action::Issue:
        return QString::fromLatin1(journal::issue);
    case Change::Action::Start:
        return QString::fromLatin1(journal::start);
    }
    return {};
}

// What went wrong, as the journal calls it.
static const char *resultOf(const Error &error)
{
    if (error.kind == Error::Kind::Unknown)
        return journal::unknown;
    // What left and was not answered is unknown, so what has no status did not leave.
    return error.status > 0 ? journal::failed : journal::notSent;
}

static QJsonObject valuesIn(const QVariantMap &fields, const Secret &key)
{
    QJsonObject values;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        values.insert(field.key(), journalValue(field.value(), key));
    return values;
}

static QByteArray textOf(const QJsonObject &line)
{
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

static QString timeOf(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QString addressOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

NewLine intentLine(const JournalPlace &place, const Request &request, const QDateTime &at, const Secret &key,
    const QString &refusal)
{
    const QString path = request.absolute.isValid() ? request.absolute.path(QUrl::FullyEncoded) : request.path;
    QJsonObject line{{u"at"_s, timeOf(at)}, {u"run"_s, place.run}, {u"profile"_s, place.profile.id},
        {u"server"_s, place.profile.name}, {u"environment"_s, environmentWord(place.profile.environment)},
        {u"url"_s, addressOf(place.profile.url)}, {u"who"_s, place.who}, {u"console"_s, place.console},
        {u"by"_s, place.consoleId}, {u"action"_s, actionWord(request)},
        {u"request"_s, QString::fromLatin1(request.verb) + u' ' + path}};
    if (const auto &change = request.change) {
        line.insert(u"kind"_s, change->kind);
        line.insert(u"id"_s, change->id);
        line.insert(u"name"_s, change->name);
        line.insert(u"before"_s, valuesIn(change->before, key));
        line.insert(u"after"_s, valuesIn(change->after, key));
    }
    if (!refusal.isEmpty())
        line.insert(u"refusal"_s, refusal);
    return {.text = textOf(line), .isOpen = refusal.isEmpty()};
}

NewLine outcomeLine(qint64 intent, const Request &request, const Result<Response> &outcome, const QDateTime &at,
    std::chrono::milliseconds took, const Secret &key)
{
    QJsonObject line{{u"of"_s, intent}, {u"at"_s, timeOf(at)}, {u"milliseconds"_s, qint64(took.count())}};
    if (!outcome) {
        line.insert(u"result"_s, QString::fromLatin1(resultOf(outcome.error())));
        line.insert(u"message"_s, outcome.error().message);
        if (outcome.error().status > 0)
            line.insert(u"status"_s, outcome.error().status);
        // Of what is unknown, more may be found out.
        return {.text = textOf(line), .closes = outcome.error().kind == Error::Kind::Unknown ? 0 : intent};
    }
    line.insert(u"result"_s, QString::fromLatin1(journal::done));
    line.insert(u"status"_s, outcome->status);
    const auto stored
        = request.change && request.change->stored ? request.change->stored(*outcome) : std::nullopt;
    if (stored) {
        line.insert(u"id"_s, stored->id);
        line.insert(u"stored"_s, valuesIn(stored->fields, key));
    }
    return {.text = textOf(line), .closes = intent};
}

NewLine foundLine(qint64 intent, const char *result, const QDateTime &at)
{
    return {.text = textOf({{u"of"_s, intent}, {u"at"_s, timeOf(at)}, {u"result"_s, QString::fromLatin1(result)},
                {u"found"_s, true}}),
        .closes = intent};
}

void JournalReader::take(const QList<JournalLine> &lines)
{
    for (const JournalLine &line : lines) {
        m_last = line.number;
        const QJsonObject read = QJsonDocument::fromJson(line.text).object();
        if (read.contains("of"_L1))
            takeOutcome(read);
        else
            takeIntent(line.number, read);
    }
}

// Of a change, what changed; of anything else, all that has a value.
static QString shortText(const QJsonObject &values, const QStringList &changed)
{
    QJsonObject some;
    for (auto value = values.begin(); value != values.end(); ++value)
        if (changed.isEmpty() ? !value->isNull() : changed.contains(value.key()))
            some.insert(value.key(), *value);
    return some.isEmpty() ? QString() : QString::fromUtf8(textOf(some));
}

bool JournalReader::isSeen(const QJsonObject &line) const
{
    if (m_view.profile.isEmpty() || line.value("profile"_L1).toString() == m_view.profile)
        return true;
    return line.value("by"_L1).toString() != m_view.console && !m_view.url.isEmpty()
        && line.value("url"_L1).toString() == addressOf(m_view.url);
}

// Lines of earlier versions do not say whose they are: they are in a file of one console.
const char *JournalReader::resultWithoutOutcome(const QJsonObject &line) const
{
    if (line.value("run"_L1).toString() == m_view.run)
        return journal::underWay;
    const QString by = line.value("by"_L1).toString();
    return by.isEmpty() || by == m_view.console ? journal::unknown : journal::open;
}

void JournalReader::takeIntent(qint64 number, const QJsonObject &line)
{
    if (!isSeen(line))
        return;
    const auto text = [&line](QLatin1StringView member) { return line.value(member).toString(); };
    const QString refusal = text("refusal"_L1);
    JournalEntry entry{.id = QString::number(number),
        .at = QDateTime::fromString(text("at"_L1), Qt::ISODateWithMs),
        .server = text("server"_L1),
        .environment = text("environment"_L1),
        .who = text("who"_L1),
        .console = text("console"_L1),
        .action = text("action"_L1),
        .kind = text("kind"_L1),
        .recordId = text("id"_L1),
        .name = text("name"_L1),
        .result = QString::fromLatin1(refusal.isEmpty() ? resultWithoutOutcome(line) : journal::notSent),
        .message = refusal,
        .request = text("request"_L1),
        .profile = text("profile"_L1)};
    const QJsonObject before = line.value("before"_L1).toObject();
    const QJsonObject after = line.value("after"_L1).toObject();
    for (auto value = after.begin(); value != after.end(); ++value)
        if (!before.isEmpty() && before.value(value.key()) != value.value())
            entry.changed << value.key();
    entry.raw = {{u"before"_s, before}, {u"after"_s, after}};
    entry.before = shortText(before, entry.changed);
    entry.after = shortText(after, entry.changed);
    if (refusal.isEmpty())
        m_open.insert(number, entry);
    m_changed.insert(number, entry);
}

void JournalReader::takeOutcome(const QJsonObject &line)
{
    const qint64 number = line.value("of"_L1).toInteger();
    const auto found = m_open.find(number);
    if (found == m_open.end())
        return; // another profile's
    JournalEntry entry = *found;
    entry.result = line.value("result"_L1).toString();
    entry.message = line.value("message"_L1).toString();
    if (const int status = line.value("status"_L1).toInt(); status > 0)
        entry.status = QString::number(status);
    if (line.contains("milliseconds"_L1))
        entry.took = QString::number(line.value("milliseconds"_L1).toInteger());
    if (const QString id = line.value("id"_L1).toString(); !id.isEmpty())
        entry.recordId = id;
    if (line.contains("stored"_L1))
        entry.raw.insert(u"stored"_s, line.value("stored"_L1));
    m_changed.insert(number, entry);
    // A later reading may tell more of it.
    if (entry.result == QLatin1StringView(journal::unknown))
        *found = entry;
    else
        m_open.erase(found);
}

QList<JournalEntry> JournalReader::takeEntries()
{
    QList<JournalEntry> entries = m_changed.values();
    std::sort(entries.begin(), entries.end(),
        [](const JournalEntry &a, const JournalEntry &b) { return a.id.toLongLong() < b.id.toLongLong(); });
    m_changed.clear();
    return entries;
}
