// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordimport.h"

#include "core/csv.h"
#include "items/changeset.h"
#include "items/fieldvalue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype rowsAtOnce = 200; // so that the window goes on meanwhile

RecordImport::RecordImport(Collection &collection, ImportTable table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_collection(collection)
    , m_table(std::move(table))
    , m_rows(size_t(m_table.rows.size()))
{
    const auto draft = collection.newDraft();
    for (int field = 0; field < draft->fieldCount(); ++field)
        m_fields << draft->field(field);
    map();
    connect(&m_work, &QTimer::timeout, this, &RecordImport::work);
    restart();
}

RecordImport::~RecordImport() = default;

static QString plain(const QString &text)
{
    QString letters;
    for (const QChar letter : text.toLower())
        if (letter.isLetterOrNumber())
            letters += letter;
    return letters;
}

// By key first, for that is what exports say; then by what people call a field.
void RecordImport::map()
{
    m_mapping = QList<int>(m_table.columns.size(), -1);
    for (const bool byKey : {true, false})
        for (int field = 0; field < m_fields.size(); ++field) {
            const QString wanted = plain(byKey ? m_fields[field].key : m_fields[field].label);
            for (int column = 0; column < m_mapping.size() && !m_mapping.contains(field); ++column)
                if (m_mapping[column] < 0 && plain(m_table.columns[column]) == wanted)
                    m_mapping[column] = field;
        }
}

void RecordImport::setField(int column, int field)
{
    for (int &mapped : m_mapping)
        if (mapped == field)
            mapped = -1;
    m_mapping[column] = field;
    restart();
}

void RecordImport::restart()
{
    indexNames();
    m_firstRows.clear();
    m_next = 0;
    m_counts = {{Outcome::Waiting, int(m_rows.size())}};
    for (Row &row : m_rows)
        row = {};
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    m_work.start(0);
    Q_EMIT progressed();
}

void RecordImport::indexNames()
{
    m_ids.clear();
    const RecordRows &list = *m_collection.model();
    for (const quint32 row : list.order())
        m_ids[list.nameOf(row)] << list.idOf(row);
}

void RecordImport::work()
{
    const qsizetype first = m_next;
    const qsizetype end = std::min(m_next + rowsAtOnce, m_table.rows.size());
    for (; m_next < end; ++m_next) {
        Row &row = m_rows[size_t(m_next)];
        row = worked(m_next);
        --m_counts[Outcome::Waiting];
        ++m_counts[row.outcome];
    }
    if (end > first)
        Q_EMIT dataChanged(index(int(first), 0), index(int(end) - 1, ColumnCount - 1));
    Q_EMIT progressed();
    if (!isDone())
        return;
    m_work.stop();
    Q_EMIT done();
}

QString RecordImport::textOf(qsizetype row, const QString &key) const
{
    for (int column = 0; column < m_mapping.size(); ++column)
        if (m_mapping[column] >= 0 && m_fields[m_mapping[column]].key == key) {
            const QString text = m_table.rows[row].value(column).toString();
            return m_table.isCsv ? QString::fromUtf8(withoutFormulaMark(text.toUtf8())) : text;
        }
    return {};
}

Result<QString> RecordImport::existing(qsizetype row) const
{
    const QString id = textOf(row, u"id"_s);
    if (!id.isEmpty() && m_collection.model()->rowOf(id))
        return id;
    const QString name = textOf(row, u"name"_s);
    const QStringList ids = name.isEmpty() ? QStringList() : m_ids.value(name);
    if (ids.size() > 1)
        return failure(Error::Kind::Rejected, tr("Several are called “%1”; only an ID tells them apart.").arg(name));
    return ids.value(0);
}

// Written as an export would write it, so that what was exported is never a change.
bool RecordImport::isAlready(const Draft &draft, int field, const QJsonValue &given) const
{
    const FieldInfo &info = m_fields[field];
    const QVariant present = draft.value(field);
    if (!m_table.isCsv)
        return jsonOf(info, present) == given;
    const QByteArray cell = given.toString().toUtf8();
    const QByteArray text = cellOf(info, present).toUtf8();
    return cell == text || withoutFormulaMark(cell) == text;
}

QString RecordImport::take(Draft &draft, int field, const QJsonValue &given) const
{
    const FieldInfo &info = m_fields[field];
    const bool isEmpty = given.isNull() || (given.isString() && given.toString().isEmpty());
    const bool isSecret = info.kind == FieldKind::Password;
    const bool saysNothing = isEmpty && (isSecret || draft.isNew() || info.kind == FieldKind::Switch);
    if (saysNothing || (!isSecret && isAlready(draft, field, given)))
        return {};
    if (!draft.isEditable(field)) {
        const bool isServers = isSecret || info.kind == FieldKind::Time || info.flags.testFlag(FieldFlag::Generated)
            || !(info.flags & editable);
        return draft.isNew() || isServers ? QString() : tr("“%1” cannot be changed later.").arg(info.label);
    }
    const auto value = m_table.isCsv ? valueOf(info, QString::fromUtf8(withoutFormulaMark(given.toString().toUtf8())))
                                     : valueOf(info, given);
    if (!value)
        return value.error().message;
    draft.setValue(field, *value);
    return {};
}

QString RecordImport::problemIn(const Draft &draft)
{
    for (int field = 0; field < draft.fieldCount(); ++field)
        if (const QString problem = draft.problem(field); !problem.isEmpty())
            //: %1 label of a field, %2 what is wrong with it, a whole sentence
            return tr("%1: %2").arg(draft.field(field).label, problem);
    return {};
}

RecordImport::Row RecordImport::worked(qsizetype number)
{
    const QList<QJsonValue> &cells = m_table.rows[number];
    const auto refused = [&](const QString &name, const QString &problem) {
        return Row{.outcome = Outcome::Problem, .name = name, .problem = problem};
    };
    const QString id = textOf(number, u"id"_s);
    QString name = textOf(number, u"name"_s);
    name = name.isEmpty() ? id : name;
    if (cells.size() != m_table.columns.size())
        return refused(name, tr("The row has %n cell(s), the header has others.", nullptr, int(cells.size())));
    const auto known = existing(number);
    if (!known)
        return refused(name, known.error().message);
    const QString key = !known->isEmpty() ? *known : id.isEmpty() ? u"new/"_s + name : id;
    if (const auto first = m_firstRows.constFind(key); first != m_firstRows.cend() && key != u"new/")
        return refused(name, tr("Row %1 is about the same one.").arg(*first));
    m_firstRows.insert(key, int(number) + 1);
    auto draft = known->isEmpty() ? m_collection.newDraft() : m_collection.draft(*known);
    for (int column = 0; column < cells.size(); ++column)
        if (m_mapping[column] >= 0 && !cells[column].isUndefined())
            if (const QString problem = take(*draft, m_mapping[column], cells[column]); !problem.isEmpty())
                return refused(name, problem);
    if (!draft->isNew() && !draft->isModified())
        return {.outcome = Outcome::Unchanged, .name = name};
    if (!(m_collection.operations() & (draft->isNew() ? Operation::Create : Operation::Update)))
        return refused(name, draft->isNew() ? tr("The server cannot create it.") : tr("The server cannot change it."));
    if (const QString problem = problemIn(*draft); !problem.isEmpty())
        return refused(name, problem);
    const Outcome outcome = draft->isNew() ? Outcome::New : Outcome::Changed;
    return {.outcome = outcome, .name = name, .draft = std::move(draft)};
}

int RecordImport::stage(ChangeSet &changes)
{
    int staged = 0;
    for (Row &row : m_rows)
        if (row.draft) {
            changes.stage(m_collection, std::move(row.draft));
            --m_counts[row.outcome];
            ++m_counts[Outcome::Unchanged];
            row.outcome = Outcome::Unchanged;
            ++staged;
        }
    Q_EMIT progressed();
    return staged;
}

#include "moc_recordimport.cpp"
