// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTime>

class QSettings;

// What the window remembers of itself from one run to the next. Never holds anything of a server but field keys,
// filter texts, templates and the ids of records whose checks are muted; nothing secret.
class UiState final {
public:
    // How one list is shown. Columns by field key, so that it survives new versions of a server's field table.
    struct Column {
        QString key{};
        int width = 0; // device-independent pixels; 0: as it fits
        bool visible = true;
        bool operator==(const Column &) const = default;
    };
    struct List {
        QList<Column> columns{}; // in the order shown; empty: as designed
        QString sortKey{}; // empty: as designed
        Qt::SortOrder sortOrder = Qt::AscendingOrder;
        bool operator==(const List &) const = default;
    };

    explicit UiState(QSettings &settings);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray windowState() const; // which docks are shown, where
    void setWindowState(const QByteArray &state);

    QList<int> splitterSizes(const QString &splitter) const; // empty when never moved
    void setSplitterSizes(const QString &splitter, const QList<int> &sizes);

    List list(const QString &dialect, const QString &kind) const;
    void setList(const QString &dialect, const QString &kind, const List &list);
    QString filter(const QString &dialect, const QString &kind) const;
    bool hasFacets(const QString &dialect, const QString &kind, bool otherwise) const; // beside the list
    void setFacets(const QString &dialect, const QString &kind, bool shown);
    void setFilter(const QString &dialect, const QString &kind, const QString &text);
    // A filter the person gave a name; names differ.
    struct NamedFilter {
        QString name{};
        QString text{};
        bool operator==(const NamedFilter &) const = default;
    };
    QList<NamedFilter> namedFilters(const QString &dialect, const QString &kind) const; // by the alphabet
    void setNamedFilter(const QString &dialect, const QString &kind, const NamedFilter &filter); // adds or replaces
    void removeNamedFilter(const QString &dialect, const QString &kind, const QString &name);

    QStringList mutedChecks(const QString &profileId) const; // see muteKey()
    void setMutedChecks(const QString &profileId, const QStringList &keys);
    // Whether its maintenance is asked about while nobody looks.
    bool isWatched(const QString &profileId) const;
    void setWatched(const QString &profileId, bool isWatched);
    // What the desktop is told of maintenance, and when it is not.
    struct Notices {
        bool onFailure = true; // or a run that vanished
        bool onLateness = true;
        bool onOwnEnd = true; // of what was started here
        bool hasQuietHours = false;
        QTime quietFrom{22, 0}; // local time
        QTime quietTo{7, 0};
        bool operator==(const Notices &) const = default;
    };
    Notices notices() const;
    void setNotices(const Notices &notices);
    // What a new record can begin with, under a name; names differ. `values` is what items/draftvalues.h writes.
    struct Template {
        QString name{};
        QString values{};
        bool operator==(const Template &) const = default;
    };
    QList<Template> templates(const QString &dialect, const QString &kind) const; // by the alphabet
    void setTemplate(const QString &dialect, const QString &kind, const Template &values); // adds or replaces
    void removeTemplate(const QString &dialect, const QString &kind, const QString &name);

    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);
    QString language() const; // "de"; empty: the system's
    void setLanguage(const QString &language);

    // For how long a server is unlocked, as chosen there last; 0: until locked by hand.
    static constexpr int usualUnlockMinutes = 15;
    int unlockMinutes(const QString &profileId) const; // 0: until locked by hand
    void setUnlockMinutes(const QString &profileId, int minutes);
    int idleMinutes() const; // without use until the window is locked; 0: never
    void setIdleMinutes(int minutes);
    bool keepsCredentials() const; // while the window is locked
    void setKeepsCredentials(bool keeps);
    int clipboardSeconds() const; // that a copied secret stays
    void setClipboardSeconds(int life);

private:
    QSettings &m_settings;
};
