// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintmodel.h"

#include "items/collection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// A row's internal id: 0 for a group, else its group's number and one.
static int groupOf(const QModelIndex &index)
{
    return int(index.internalId()) - 1;
}

LintModel::LintModel(const Lint &lint, QObject *parent)
    : QAbstractItemModel(parent)
    , m_lint(lint)
{
    connect(&lint, &Lint::changed, this, &LintModel::rebuild);
    rebuild();
}

void LintModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    rebuild();
}

void LintModel::setShown(const QList<LintRule::Severity> &severities, bool isMutedShown)
{
    m_severities = severities;
    m_isMutedShown = isMutedShown;
    rebuild();
}

bool LintModel::isShown(const Finding &finding) const
{
    return m_severities.contains(finding.rule->severity) && (m_isMutedShown || !finding.isMuted);
}

static QString recordKey(const Finding &finding)
{
    return finding.kind + u'/' + finding.id;
}

void LintModel::rebuild()
{
    beginResetModel();
    m_findings = m_lint.findings();
    m_groups.clear();
    QHash<QString, qsizetype> known;
    const auto &list = m_findings.list;
    for (int i = 0; i < list.size(); ++i) {
        if (!isShown(list[i]))
            continue;
        const QString key = m_grouping == Grouping::ByRule ? muteKey(*list[i].rule) : recordKey(list[i]);
        const auto found = known.constFind(key);
        const qsizetype group = found == known.cend() ? m_groups.size() : *found;
        if (found == known.cend()) {
            known.insert(key, group);
            m_groups << Group{.key = key};
        }
        m_groups[group].findings << i;
    }
    const auto severity = [this](int finding) { return at(finding).rule->severity; };
    for (Group &group : m_groups)
        std::stable_sort(
            group.findings.begin(), group.findings.end(), [&](int a, int b) { return severity(a) < severity(b); });
    std::stable_sort(m_groups.begin(), m_groups.end(),
        [&](const Group &a, const Group &b) { return severity(a.findings.first()) < severity(b.findings.first()); });
    endResetModel();
}

const Finding *LintModel::finding(const QModelIndex &index) const
{
    return index.isValid() && groupOf(index) >= 0 ? &at(m_groups[groupOf(index)].findings[index.row()]) : nullptr;
}

const Finding *LintModel::anyFinding(const QModelIndex &index) const
{
    if (const Finding *one = finding(index))
        return one;
    return index.isValid() ? &at(m_groups[index.row()].findings.first()) : nullptr;
}

const LintRule *LintModel::rule(const QModelIndex &index) const
{
    const Finding *any = anyFinding(index);
    return any && (m_grouping == Grouping::ByRule || finding(index)) ? any->rule : nullptr;
}

QModelIndex LintModel::indexOf(const QString &key) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        if (m_groups[group].key == key)
            return index(group, 0);
        for (int row = 0; row < m_groups[group].findings.size(); ++row)
            if (const Finding &one = at(m_groups[group].findings[row]); muteKey(*one.rule, one.kind, one.id) == key)
                return index(row, 0, index(group, 0));
    }
    return {};
}

QList<const Finding *> LintModel::shownFindings() const
{
    QList<const Finding *> all;
    for (const Group &group : m_groups)
        for (const int finding : group.findings)
            all << &at(finding);
    return all;
}

QModelIndex LintModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex LintModel::parent(const QModelIndex &index) const
{
    return index.isValid() && groupOf(index) >= 0 ? createIndex(groupOf(index), 0, quintptr(0)) : QModelIndex();
}

int LintModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return groupOf(parent) < 0 && parent.column() == 0 ? int(m_groups[parent.row()].findings.size()) : 0;
}

int LintModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant LintModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Finding *one = finding(index))
        return findingData(*one, index.column(), role);
    return groupData(m_groups[index.row()], index.column(), role);
}

static QString spoken(LintRule::Severity severity, const QString &name)
{
    //: %1 "Error", %2 what is wrong
    return LintModel::tr("%1: %2").arg(severityName(severity), name);
}

QVariant LintModel::findingData(const Finding &finding, int column, int role) const
{
    if (role == SeverityRole)
        return int(finding.rule->severity);
    if (role == MutedRole)
        return finding.isMuted;
    if (role == KeyRole)
        return muteKey(*finding.rule, finding.kind, finding.id);
    if (role == Qt::AccessibleTextRole && column == Name)
        return spoken(finding.rule->severity, findingData(finding, Name, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        if (m_grouping == Grouping::ByRecord)
            return lintText(finding.rule->title);
        return finding.name.isEmpty() ? finding.id : finding.name;
    case Severity:
        return severityName(finding.rule->severity);
    default:
        break;
    }
    const bool isKindKnown = !finding.what.isEmpty() || m_grouping == Grouping::ByRecord;
    const QString what = isKindKnown ? finding.what : Collection::titleOf(finding.kind);
    if (!finding.isMuted)
        return what;
    //: %1 what was found
    return what.isEmpty() ? tr("Muted") : tr("Muted · %1").arg(what);
}

// Of a rule that found more than is listed, how many that is.
QString LintModel::foundText(const Group &group) const
{
    const Finding &any = at(group.findings.first());
    const FindingCount count = m_findings.counts.value(any.rule);
    const qint64 all = count.found + (m_isMutedShown ? count.muted : 0);
    if (m_grouping == Grouping::ByRecord || all <= group.findings.size())
        return tr("%Ln finding(s)", nullptr, int(group.findings.size()));
    const QLocale locale;
    return tr("%1 findings, of which %2 are listed").arg(locale.toString(all), locale.toString(group.findings.size()));
}

QString LintModel::groupText(const Group &group, int column) const
{
    const Finding &any = at(group.findings.first());
    switch (column) {
    case Name:
        if (m_grouping == Grouping::ByRule)
            return lintText(any.rule->title);
        return any.name.isEmpty() ? any.id : any.name;
    case Severity:
        return severityName(any.rule->severity);
    default:
        //: %1 kind of a record, "Clients"; %2 "3 findings"
        return m_grouping == Grouping::ByRule ? foundText(group)
                                              : tr("%1 · %2").arg(Collection::titleOf(any.kind), foundText(group));
    }
}

QVariant LintModel::groupData(const Group &group, int column, int role) const
{
    switch (role) {
    case SeverityRole:
        return int(at(group.findings.first()).rule->severity);
    case MutedRole:
        return std::all_of(
            group.findings.begin(), group.findings.end(), [this](int finding) { return at(finding).isMuted; });
    case KeyRole:
        return group.key;
    case Qt::AccessibleTextRole:
        return column == Name ? spoken(at(group.findings.first()).rule->severity, groupText(group, Name)) : QVariant();
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return groupText(group, column);
    default:
        return {};
    }
}

QVariant LintModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return m_grouping == Grouping::ByRule ? tr("Check and record") : tr("Record and check");
    case Severity:
        return tr("Severity");
    default:
        return tr("Found");
    }
}

#include "moc_lintmodel.cpp"
