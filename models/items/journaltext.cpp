// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journaltext.h"

#include "core/foreigntext.h"
#include "core/timetext.h"
#include "items/journallines.h"
#include "items/recordtext.h"
#include "records/records.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct JournalTexts {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

template <typename T>
QList<FieldInfo> infosOf()
{
    QList<FieldInfo> infos;
    for (const auto &field : fields<T>())
        infos << infoOf(field);
    return infos;
}

QList<FieldInfo> infosOfKind(const QString &kind)
{
    if (kind == "clients"_L1)
        return infosOf<Client>();
    if (kind == "scopes"_L1)
        return infosOf<Scope>();
    if (kind == "users"_L1)
        return infosOf<User>();
    if (kind == "apiTokens"_L1)
        return infosOf<ApiToken>();
    return infosOf<Token>();
}

QString secretText(const QString &fingerprint)
{
    //: %1 a few letters by which two secrets can be told apart
    return JournalTexts::tr("secret, fingerprint %1").arg(fingerprint);
}

QString valueText(const QJsonValue &value, const FieldInfo &field)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isObject())
        return secretText(value["fingerprint"_L1].toString());
    if (field.kind == FieldKind::Time)
        return absoluteTime(fieldValue(value, field.kind).toDateTime());
    if (field.kind == FieldKind::Duration && value.toInteger() == 0)
        return {};
    return displayText(fieldValue(value, field.kind), field.kind, field.flags, {});
}

// A field that only one server has is known by its key alone.
FieldKind kindOf(const QJsonValue &value)
{
    return value.isArray() ? FieldKind::List : value.isBool() ? FieldKind::Switch : FieldKind::Text;
}

}

QList<JournalDifference> differencesOf(const JournalEntry &entry)
{
    const QJsonObject before = entry.raw.value("before"_L1).toObject();
    QJsonObject after = entry.raw.value("after"_L1).toObject();
    const QJsonObject stored = entry.raw.value("stored"_L1).toObject();
    for (auto value = stored.begin(); value != stored.end(); ++value)
        after.insert(value.key(), value.value());
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    const QList<FieldInfo> infos = infosOfKind(entry.kind);
    QList<JournalDifference> differences;
    for (const QString &key : keys) {
        const auto known
            = std::find_if(infos.begin(), infos.end(), [&](const FieldInfo &info) { return info.key == key; });
        const QJsonValue some = after.contains(key) ? after.value(key) : before.value(key);
        const FieldInfo info
            = known == infos.end() ? FieldInfo{.key = key, .label = key, .kind = kindOf(some)} : *known;
        const JournalDifference one{.label = info.label,
            .before = valueText(before.value(key), info),
            .after = valueText(after.value(key), info),
            .isChange = !before.isEmpty() && !after.isEmpty() && before.value(key) != after.value(key)};
        if (!one.before.isEmpty() || !one.after.isEmpty())
            differences << one;
    }
    std::stable_sort(differences.begin(), differences.end(),
        [](const JournalDifference &a, const JournalDifference &b) { return a.isChange > b.isChange; });
    return differences;
}

QString journalTitle(const JournalEntry &entry)
{
    const QString action = translatedField(entry.action.toUtf8());
    const QString name = entry.name.isEmpty() ? entry.request : entry.name;
    //: %1 what was done: "Change", %2 to what
    return JournalTexts::tr("%1 · %2").arg(action, name);
}

namespace {

QString cell(const QString &tag, const QString &text)
{
    return u"<%1>%2</%1>"_s.arg(tag, tamed(text).toHtmlEscaped());
}

QString differenceTable(const JournalEntry &entry)
{
    QString rows;
    for (const JournalDifference &one : differencesOf(entry))
        if (one.isChange || entry.changed.isEmpty())
            rows += u"<tr>"_s + cell(u"td"_s, one.label) + cell(u"td"_s, one.before) + cell(u"td"_s, one.after)
                + u"</tr>\n"_s;
    if (rows.isEmpty())
        return {};
    return u"<table><tr>"_s + cell(u"th"_s, JournalTexts::tr("Field")) + cell(u"th"_s, JournalTexts::tr("Before"))
        + cell(u"th"_s, JournalTexts::tr("After")) + u"</tr>\n"_s + rows + u"</table>\n"_s;
}

QString reportOf(const JournalEntry &entry)
{
    QStringList facts{absoluteTime(entry.at), entry.server, entry.environment, entry.who, entry.console, entry.request,
        entry.status, translatedField(entry.result.toUtf8()), entry.message};
    facts.removeAll(QString());
    return cell(u"h2"_s, entry.id + u". "_s + journalTitle(entry)) + u'\n' + cell(u"p"_s, facts.join(u" · "_s)) + u'\n'
        + differenceTable(entry);
}

QString checkText(const JournalCheck &check)
{
    if (check.broken)
        return JournalTexts::tr("The journal was tampered with: line %1 is not what was written.").arg(*check.broken);
    return JournalTexts::tr("The journal is unbroken: %Ln line(s), the last with the hash %1.", nullptr, int(check.lines))
        .arg(QString::fromLatin1(check.head));
}

}

QByteArray journalReport(const QList<JournalEntry> &entries, const JournalCheck &check, const QDateTime &now)
{
    const QString title = JournalTexts::tr("Journal of Changes");
    QString html = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                   "<title>%2</title>\n<style>body{font-family:sans-serif;max-width:60em;margin:2em auto}"
                   "h2{font-size:1.1em;margin-top:1.6em;page-break-after:avoid}table{border-collapse:collapse;width:100%}"
                   "th,td{border:1px solid #aaa;padding:.2em .5em;text-align:left;vertical-align:top;"
                   "overflow-wrap:anywhere}</style></head>\n<body>\n"_s.arg(QLocale().bcp47Name(), tamed(title).toHtmlEscaped());
    html += cell(u"h1"_s, title) + u'\n';
    html += cell(u"p"_s, JournalTexts::tr("%Ln entry(ies), made %1.", nullptr, int(entries.size())).arg(absoluteTime(now)));
    html += cell(u"p"_s, checkText(check)) + u'\n';
    for (const JournalEntry &entry : entries)
        html += reportOf(entry);
    return (html + u"</body></html>\n"_s).toUtf8();
}
