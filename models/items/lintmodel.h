// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lint.h"

#include <QAbstractItemModel>

// What was found, as a tree: by rule or by record, the worst first.
class LintModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Severity, What, ColumnCount };
    enum Role {
        SeverityRole = Qt::UserRole, // int, a LintRule::Severity; of a group, the worst of it
        MutedRole, // bool; of a group, whether all of it is
        KeyRole, // QString, the same after another run
    };
    enum class Grouping { ByRule, ByRecord };

    // `lint` must outlive this.
    explicit LintModel(const Lint &lint, QObject *parent = nullptr);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    void setShown(const QList<LintRule::Severity> &severities, bool isMutedShown);

    const Finding *finding(const QModelIndex &index) const; // null for a group
    const LintRule *rule(const QModelIndex &index) const; // null for a group that is a record
    // Any of the group's; null only for what is no row of this.
    const Finding *anyFinding(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &key) const; // see KeyRole; invalid when it is gone
    QList<const Finding *> shownFindings() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        QString key{};
        QList<int> findings{}; // of the list
    };
    void rebuild();
    bool isShown(const Finding &finding) const;
    const Finding &at(int finding) const { return m_findings.list.at(finding); }
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant findingData(const Finding &finding, int column, int role) const;
    QString groupText(const Group &group, int column) const;
    QString foundText(const Group &group) const;

    const Lint &m_lint;
    Grouping m_grouping = Grouping::ByRule;
    QList<LintRule::Severity> m_severities{
        LintRule::Severity::Error, LintRule::Severity::Warning, LintRule::Severity::Note};
    bool m_isMutedShown = false;
    Findings m_findings; // as they were when the groups were made
    QList<Group> m_groups;
};
