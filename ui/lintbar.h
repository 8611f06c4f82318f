// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

// Above the findings: how many there are of each severity, which of them are shown and how, and what can be done with
// all of them.
class LintBar final : public QWidget {
    Q_OBJECT

public:
    explicit LintBar(const Lint &lint, QWidget *parent = nullptr);

    QList<LintRule::Severity> shownSeverities() const;
    bool isMutedShown() const;
    LintModel::Grouping grouping() const;

Q_SIGNALS:
    void shownChanged(); // severities, muted, grouping; by the person
    void refreshRequested();
    void stopRequested();
    void exportRequested();

private:
    QToolButton *makeFilter(const QString &objectName, const QString &icon);
    QToolButton *makeTool(const QString &objectName, const QString &icon, const QString &name);
    void update();

    const Lint &m_lint;
    QList<QToolButton *> m_severities; // in their order
    QToolButton *m_muted;
    QComboBox *m_grouping;
    QProgressBar *m_progress;
    QToolButton *m_export;
    QToolButton *m_stop;
    QToolButton *m_refresh;
};
