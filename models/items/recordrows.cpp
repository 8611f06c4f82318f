// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordrows.h"

#include "core/background.h"
#include "core/clock.h"
#include "items/recordtext.h"

#include <algorithm>

static QList<ListColumn> columnsOf(const QList<RecordRows::CellField> &fields)
{
    QList<ListColumn> columns;
    for (const auto &field : fields)
        columns << ListColumn{{QString::fromLatin1(field.key), translatedField(field.label), field.kind, field.flags,
                                  translatedField(field.hint)},
            field.cells};
    return columns;
}

RecordRows::RecordRows(const CellLayout &layout, const QList<CellField> &fields, QObject *parent)
    : OrderedRows(parent)
    , m_records(layout)
    , m_fields(fields)
{
    for (const auto &field : fields)
        if (!field.flags.testFlag(FieldFlag::Hidden))
            m_shown << field;
}

QList<ListColumn> RecordRows::listColumns() const
{
    return columnsOf(m_shown);
}

QList<ListColumn> RecordRows::allColumns() const
{
    return columnsOf(m_fields);
}

QList<FieldInfo> RecordRows::columns() const
{
    QList<FieldInfo> infos;
    for (const ListColumn &column : listColumns())
        infos << column.info;
    return infos;
}

RecordRows::TextOfRow RecordRows::identifying() const
{
    return [layout = cellLayout()](const Columns &cells, quint32 row) { return layout.key(cells, row); };
}

std::optional<quint32> RecordRows::rowOf(const QString &id) const
{
    const CellLayout &layout = cellLayout();
    const quint32 word = layout.kindColumn < 0
        ? 0
        : cells().dictionary(layout.kindColumn).find(id.section(u'/', 0, 0).toUtf8()).value_or(0);
    const QString plain = word > 0 ? id.section(u'/', 1) : id;
    const auto number = cells().dictionary(layout.idColumn).find(plain.toUtf8());
    return number ? m_index.find(word, *number) : std::nullopt;
}

int RecordRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant RecordRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return dataOf(order()[size_t(index.row())], index.column(), role);
}

QVariant RecordRows::dataOf(quint32 row, int column, int role) const
{
    const CellField &field = m_shown[column];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(cells().value(row, field.cells), field.kind, field.flags, systemClock());
    case Qt::ToolTipRole:
        return tooltipText(cells().value(row, field.cells), field.kind);
    case IdRole:
        return idOf(row);
    case NameRole:
        return nameOf(row);
    case ValueRole:
        return cells().value(row, field.cells);
    case StagedRole:
        return !m_staged.isEmpty() && m_staged.contains(idOf(row));
    case NoveltyRole:
        return int(m_states[row].novelty);
    default:
        return {};
    }
}

QVariant RecordRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= m_shown.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    return translatedField(m_shown[section].label);
}

void RecordRows::beginRefresh()
{
    ++m_version;
    m_isRefreshing = true;
    m_isFirst = order().empty();
    bool hasChanged = false;
    for (State &state : m_states) {
        hasChanged = hasChanged || state.novelty != Novelty::None;
        state.isSeen = false;
        state.novelty = Novelty::None;
    }
    if (hasChanged)
        tellChanged(0, rowCount() - 1);
}

void RecordRows::endRefresh(bool isWhole)
{
    if (isWhole)
        dropUnseen();
    compact();
    m_isRefreshing = false;
    Q_EMIT settled();
}

bool RecordRows::isSeen(const QString &id) const
{
    const auto row = rowOf(id);
    return row && m_states[*row].isSeen;
}

void RecordRows::unsee(const QString &id)
{
    if (const auto row = rowOf(id))
        m_states[*row].isSeen = false;
}

qsizetype RecordRows::put(const RecordCells &records)
{
    ++m_version;
    const CellLayout &layout = cellLayout();
    RecordCells::Known known;
    Order added;
    qsizetype unseen = 0;
    bool hasChanged = false;
    for (quint32 theirs = 0; theirs < records.columns().rows(); ++theirs) {
        const Cells cells = m_records.translated(records.columns(), theirs, known);
        const auto row = m_index.find(layout.kindIn(cells), cells[layout.idColumn]);
        if (!row)
            added.push_back(append(cells, records, theirs));
        else
            hasChanged = replace(*row, cells, records, theirs) || hasChanged;
        State &state = m_states[row ? *row : added.back()];
        unseen += state.isSeen ? 0 : 1;
        state.isSeen = true;
    }
    const int before = rowCount();
    appendOrder(added);
    if (hasChanged)
        tellChanged(0, before - 1);
    return unseen;
}

void RecordRows::remove(const QString &id)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    bury(*row);
    removePlace(std::lower_bound(order().begin(), order().end(), *row) - order().begin());
}

quint32 RecordRows::append(const Cells &cells, const RecordCells &records, quint32 theirs)
{
    const quint32 row = m_records.appendCells(cells, records, theirs);
    m_states.push_back({.novelty = m_isRefreshing && !m_isFirst ? Novelty::New : Novelty::None});
    m_index.insert(cellLayout().kindIn(cells), cells[cellLayout().idColumn], row);
    return row;
}

bool RecordRows::replace(quint32 row, const Cells &cells, const RecordCells &records, quint32 theirs)
{
    if (m_records.isSame(row, cells, records, theirs))
        return false;
    m_records.replaceCells(row, cells, records, theirs);
    if (m_isRefreshing && m_states[row].novelty == Novelty::None)
        m_states[row].novelty = Novelty::Changed;
    return true;
}

void RecordRows::bury(quint32 row)
{
    ++m_version;
    m_states[row].isLive = false;
    const Cells gone = cells().cells(row);
    m_index.remove(cellLayout().kindIn(gone), gone[cellLayout().idColumn]);
}

void RecordRows::dropUnseen()
{
    for (const quint32 row : order())
        if (!m_states[row].isSeen)
            bury(row);
    keep([this](quint32 row) { return isLive(row); });
}

// Rows that are gone keep their room, until they are most of all. A very long list is moved in another thread; what
// happens to it meanwhile makes that vain, and it is tried again after the next refresh.
void RecordRows::compact()
{
    constexpr size_t many = 20'000;
    constexpr size_t slack = 4096;
    if (m_states.size() < 2 * order().size() + slack)
        return;
    const auto records = std::make_shared<RecordCells>(cellLayout());
    if (order().size() <= many)
        return takeCompacted(compacted(cells(), order(), records));
    const auto moved = inBackground([old = std::make_shared<Columns>(cells().snapshot()), rows = order(),
                                        records]() -> Result<Compacted> { return compacted(*old, rows, records); });
    onResult(this, moved, [this, version = m_version](const Result<Compacted> &done) {
        if (version == m_version)
            takeCompacted(*done);
    });
}

RecordRows::Compacted RecordRows::compacted(
    const Columns &old, const Order &rows, const std::shared_ptr<RecordCells> &records)
{
    Compacted done{.records = records, .numbers = Order(old.rows())};
    const CellLayout &layout = records->cellLayout();
    RecordCells::Known known;
    for (const quint32 row : rows) {
        const Cells cells = records->translated(old, row, known);
        done.numbers[row] = records->columns().append(cells);
        done.index.insert(layout.kindIn(cells), cells[layout.idColumn], done.numbers[row]);
    }
    return done;
}

void RecordRows::takeCompacted(const Compacted &done)
{
    Q_EMIT aboutToBeRenumbered();
    std::vector<State> states;
    states.reserve(order().size());
    for (const quint32 row : order()) {
        states.push_back(m_states[row]);
        done.records->copySecrets(done.numbers[row], m_records, row);
    }
    m_records = std::move(*done.records);
    m_index = done.index;
    m_states = std::move(states);
    renumber(done.numbers);
    Q_EMIT renumbered(done.numbers);
}

void RecordRows::tellChanged(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

#include "moc_recordrows.cpp"
