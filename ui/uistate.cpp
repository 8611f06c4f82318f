// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uistate.h"

#include <QIODevice>
#include <QMetaEnum>
#include <QSettings>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QString listGroup(const QString &dialect, const QString &kind)
{
    return u"lists/%1/%2/"_s.arg(dialect, kind);
}

UiState::UiState(QSettings &settings)
    : m_settings(settings)
{
}

QByteArray UiState::windowGeometry() const
{
    return m_settings.value("window/geometry"_L1).toByteArray();
}

void UiState::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue("window/geometry"_L1, geometry);
}

QByteArray UiState::windowState() const
{
    return m_settings.value("window/state"_L1).toByteArray();
}

void UiState::setWindowState(const QByteArray &state)
{
    m_settings.setValue("window/state"_L1, state);
}

QList<int> UiState::splitterSizes(const QString &splitter) const
{
    QList<int> sizes;
    for (const auto &size : m_settings.value("splitters/"_L1 + splitter).toStringList())
        sizes << size.toInt();
    return sizes;
}

void UiState::setSplitterSizes(const QString &splitter, const QList<int> &sizes)
{
    QStringList texts;
    for (const int size : sizes)
        texts << QString::number(size);
    m_settings.setValue("splitters/"_L1 + splitter, texts);
}

UiState::List UiState::list(const QString &dialect, const QString &kind) const
{
    const auto group = listGroup(dialect, kind);
    List list;
    for (const auto &text : m_settings.value(group + "columns"_L1).toStringList()) {
        const auto parts = text.split(u':');
        if (parts.size() == 3)
            list.columns << Column{.key = parts[0], .width = parts[1].toInt(), .visible = parts[2] == "shown"_L1};
    }
    list.sortKey = m_settings.value(group + "sort"_L1).toString();
    list.sortOrder = m_settings.value(group + "descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return list;
}

void UiState::setList(const QString &dialect, const QString &kind, const List &list)
{
    const auto group = listGroup(dialect, kind);
    QStringList texts;
    for (const auto &column : list.columns)
        texts << u"%1:%2:%3"_s.arg(
            column.key, QString::number(column.width), column.visible ? u"shown"_s : u"hidden"_s);
    m_settings.setValue(group + "columns"_L1, texts);
    m_settings.setValue(group + "sort"_L1, list.sortKey);
    m_settings.setValue(group + "descending"_L1, list.sortOrder == Qt::DescendingOrder);
}

QString UiState::filter(const QString &dialect, const QString &kind) const
{
    return m_settings.value(listGroup(dialect, kind) + "filter"_L1).toString();
}

bool UiState::hasFacets(const QString &dialect, const QString &kind, bool otherwise) const
{
    return m_settings.value(listGroup(dialect, kind) + "facets"_L1, otherwise).toBool();
}

void UiState::setFacets(const QString &dialect, const QString &kind, bool shown)
{
    m_settings.setValue(listGroup(dialect, kind) + "facets"_L1, shown);
}

void UiState::setFilter(const QString &dialect, const QString &kind, const QString &text)
{
    m_settings.setValue(listGroup(dialect, kind) + "filter"_L1, text);
}

// What the person gave names to is kept as names and texts in turn.
template <typename Named>
static QList<Named> namedIn(const QSettings &settings, const QString &key)
{
    const auto parts = settings.value(key).toStringList();
    QList<Named> all;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        all << Named{parts[i], parts[i + 1]};
    std::sort(all.begin(), all.end(),
        [](const Named &a, const Named &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return all;
}

static void removeNamed(QSettings &settings, const QString &key, const QString &name)
{
    const auto parts = settings.value(key).toStringList();
    QStringList others;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        if (parts[i] != name)
            others << parts[i] << parts[i + 1];
    settings.setValue(key, others);
}

static void setNamed(QSettings &settings, const QString &key, const QString &name, const QString &text)
{
    removeNamed(settings, key, name);
    settings.setValue(key, settings.value(key).toStringList() << name << text);
}

QList<UiState::NamedFilter> UiState::namedFilters(const QString &dialect, const QString &kind) const
{
    return namedIn<NamedFilter>(m_settings, listGroup(dialect, kind) + "namedFilters"_L1);
}

void UiState::setNamedFilter(const QString &dialect, const QString &kind, const NamedFilter &filter)
{
    setNamed(m_settings, listGroup(dialect, kind) + "namedFilters"_L1, filter.name, filter.text);
}

void UiState::removeNamedFilter(const QString &dialect, const QString &kind, const QString &name)
{
    removeNamed(m_settings, listGroup(dialect, kind) + "namedFilters"_L1, name);
}

QList<UiState::Template> UiState::templates(const QString &dialect, const QString &kind) const
{
    return namedIn<Template>(m_settings, listGroup(dialect, kind) + "templates"_L1);
}

void UiState::setTemplate(const QString &dialect, const QString &kind, const Template &values)
{
    setNamed(m_settings, listGroup(dialect, kind) + "templates"_L1, values.name, values.values);
}

void UiState::removeTemplate(const QString &dialect, const QString &kind, const QString &name)
{
    removeNamed(m_settings, listGroup(dialect, kind) + "templates"_L1, name);
}

QStringList UiState::mutedChecks(const QString &profileId) const
{
    return m_settings.value("mutedChecks/"_L1 + profileId).toStringList();
}

void UiState::setMutedChecks(const QString &profileId, const QStringList &keys)
{
    m_settings.setValue("mutedChecks/"_L1 + profileId, keys);
}

Theme::Mode UiState::themeMode() const
{
    const auto name = m_settings.value("theme"_L1).toString().toLatin1();
    bool known = false;
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(name.constData(), &known);
    return known ? Theme::Mode(mode) : Theme::Mode::System;
}

void UiState::setThemeMode(Theme::Mode mode)
{
    m_settings.setValue("theme"_L1, QString::fromLatin1(QMetaEnum::fromType<Theme::Mode>().valueToKey(int(mode))));
}

QString UiState::language() const
{
    return m_settings.value("language"_L1).toString();
}

void UiState::setLanguage(const QString &language)
{
    m_settings.setValue("language"_L1, language);
}

int UiState::unlockMinutes(const QString &profileId) const
{
    return m_settings.value("profiles/"_L1 + profileId + "/unlockMinutes"_L1, usualUnlockMinutes).toInt();
}

void UiState::setUnlockMinutes(const QString &profileId, int minutes)
{
    m_settings.setValue("profiles/"_L1 + profileId + "/unlockMinutes"_L1, minutes);
}

int UiState::idleMinutes() const
{
    constexpr int usual = 10;
    return std::max(0, m_settings.value("idleMinutes"_L1, usual).toInt());
}

void UiState::setIdleMinutes(int minutes)
{
    m_settings.setValue("idleMinutes"_L1, minutes);
}

bool UiState::keepsCredentials() const
{
    return m_settings.value("keepsCredentials"_L1).toBool();
}

void UiState::setKeepsCredentials(bool keeps)
{
    m_settings.setValue("keepsCredentials"_L1, keeps);
}

int UiState::clipboardSeconds() const
{
    constexpr int usual = 20;
    return std::clamp(m_settings.value("clipboardSeconds"_L1, usual).toInt(), 5, 300);
}

void UiState::setClipboardSeconds(int life)
{
    m_settings.setValue("clipboardSeconds"_L1, life);
}

bool UiState::isWatched(const QString &profileId) const
{
    return m_settings.value("watched/"_L1 + profileId).toBool();
}

void UiState::setWatched(const QString &profileId, bool isWatched)
{
    m_settings.setValue("watched/"_L1 + profileId, isWatched);
}

UiState::Notices UiState::notices() const
{
    const Notices usual;
    const auto is = [this](const char *key, bool otherwise) {
        return m_settings.value("notices/"_L1 + QLatin1StringView(key), otherwise).toBool();
    };
    const auto time = [this](const char *key, const QTime &otherwise) {
        const auto read = QTime::fromString(m_settings.value("notices/"_L1 + QLatin1StringView(key)).toString(), u"HH:mm"_s);
        return read.isValid() ? read : otherwise;
    };
    return {.onFailure = is("failure", usual.onFailure),
        .onLateness = is("lateness", usual.onLateness),
        .onOwnEnd = is("ownEnd", usual.onOwnEnd),
        .hasQuietHours = is("quiet", usual.hasQuietHours),
        .quietFrom = time("quietFrom", usual.quietFrom),
        .quietTo = time("quietTo", usual.quietTo)};
}

void UiState::setNotices(const Notices &notices)
{
    m_settings.setValue("notices/failure", notices.onFailure);
    m_settings.setValue("notices/lateness", notices.onLateness);
    m_settings.setValue("notices/ownEnd", notices.onOwnEnd);
    m_settings.setValue("notices/quiet", notices.hasQuietHours);
    m_settings.setValue("notices/quietFrom", notices.quietFrom.toString(u"HH:mm"_s));
    m_settings.setValue("notices/quietTo", notices.quietTo.toString(u"HH:mm"_s));
}
