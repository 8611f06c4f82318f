// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/draft.h"
#include "items/lintfindings.h"

#include <QTimer>

// The rules over what a server's lists hold, judged in another thread, and again when a list has changed while anybody
// looks. Asks the server for nothing unless it is told to load.
class Lint final : public QObject {
    Q_OBJECT

public:
    // Takes of these the ones rules are about.
    Lint(const QList<Collection *> &collections, const QString &dialect, QObject *parent = nullptr,
        Clock clock = systemClock);
    ~Lint() override;

    void setActive(bool active); // off at first; what changes meanwhile is judged when it is on again
    void run(); // judges now, whether or not anything has changed
    void stop(); // what was found before stays
    bool isRunning() const { return bool(m_cancelled); }
    bool isUpToDate() const { return !m_isStale && !m_cancelled; }
    bool wasStopped() const { return m_wasStopped; }
    // Asks the server for all but long lists of tokens, which must be asked for by name.
    void refresh();
    void loadMissing(); // the same, of those that never were
    void load(const QList<Collection *> &lists);
    QList<Collection *> notLoaded() const; // of those rules are about

    const Findings &findings() const { return m_findings; }
    QDateTime judgedAt() const { return m_judgedAt; } // UTC; invalid: never
    const QList<Collection *> &collections() const { return m_collections; }
    Collection *collection(const QString &kind) const; // null when there is none

    const QSet<QString> &muted() const { return m_muted; } // see muteKey()
    void setMuted(const QSet<QString> &muted);

    // The record as it is now, with what would be right as unsaved changes; null when it is no longer wrong or cannot
    // be changed. Nothing is sent.
    std::unique_ptr<Draft> fixed(const Finding &finding) const;

Q_SIGNALS:
    void changed(); // what was found
    void runningChanged();
    void mutedChanged();

private:
    void outdate();
    void take(const Findings &findings);
    bool areTokensKnown() const;

    QList<Collection *> m_collections;
    QString m_dialect;
    Clock m_clock;
    QTimer m_pause; // rows come in many small portions
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_wasStopped = false;
    std::shared_ptr<Cancelled> m_cancelled; // of the run under way
    Findings m_findings;
    QDateTime m_judgedAt;
    QSet<QString> m_muted;
};
