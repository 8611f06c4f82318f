// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filtercompletion.h"

#include "core/timetext.h"
#include "items/filterterms.h"
#include "items/recordtext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CompletionTexts {
    Q_DECLARE_TR_FUNCTIONS(FilterCompletion)
};

// The one the cursor is in.
TermPlace termAt(const QString &text, int cursor)
{
    for (int at = 0;;) {
        while (at < cursor && text[at].isSpace())
            ++at;
        if (at == cursor)
            return {.start = at, .end = at};
        const TermPlace term = termFrom(text, at, cursor);
        if (term.end >= cursor)
            return term;
        at = term.end;
    }
}

bool isCompared(const FieldInfo &field)
{
    return field.kind == FieldKind::Time || field.kind == FieldKind::Duration;
}

// "<7d" and the like, those that begin with what is typed of it.
QList<FilterCompletion> comparisons(const FieldInfo &field, const QString &typed, const QDate &today)
{
    QList<FilterCompletion> all;
    const auto add = [&](const QString &comparison, const QString &meaning) {
        if (comparison.startsWith(typed, Qt::CaseInsensitive) && comparison != typed)
            all << FilterCompletion{field.key + comparison, meaning};
    };
    if (field.kind == FieldKind::Duration) {
        for (const seconds limit : {seconds(std::chrono::hours(1)), seconds(std::chrono::hours(24))}) {
            const QString hours = u"%1h"_s.arg(std::chrono::duration_cast<std::chrono::hours>(limit).count());
            add(u'<' + hours, CompletionTexts::tr("shorter than %1").arg(durationText(limit)));
            add(u'>' + hours, CompletionTexts::tr("longer than %1").arg(durationText(limit)));
        }
        return all;
    }
    const bool isDeadline = field.flags.testFlag(FieldFlag::Deadline);
    if (isDeadline)
        add(u"<0d"_s, CompletionTexts::tr("expired"));
    for (const int days : {1, 7, 30})
        add(u"<%1d"_s.arg(days),
            isDeadline ? CompletionTexts::tr("within the next %n day(s)", nullptr, days)
                       : CompletionTexts::tr("less than %n day(s) from now or ago", nullptr, days));
    for (const int days : {30, 90})
        add(u">%1d"_s.arg(days),
            isDeadline ? CompletionTexts::tr("more than %n day(s) ahead", nullptr, days)
                       : CompletionTexts::tr("more than %n day(s) from now or ago", nullptr, days));
    add(u'<' + today.toString(Qt::ISODate), CompletionTexts::tr("before this day"));
    add(u'>' + today.toString(Qt::ISODate), CompletionTexts::tr("on this day or later"));
    return all;
}

QList<FilterCompletion> names(const QString &typed, const QList<FieldInfo> &fields, const QDate &today)
{
    QList<FilterCompletion> byKey;
    QList<FilterCompletion> byLabel;
    QList<FilterCompletion> exact;
    for (const FieldInfo &field : fields) {
        const FilterCompletion name{isCompared(field) ? field.key : field.key + u':', field.label, false};
        if (isCompared(field) && field.key.compare(typed, Qt::CaseInsensitive) == 0)
            exact = comparisons(field, {}, today);
        else if (field.key.startsWith(typed, Qt::CaseInsensitive))
            byKey << name;
        else if (field.label.startsWith(typed, Qt::CaseInsensitive))
            byLabel << name;
    }
    return exact + byKey + byLabel;
}

// Texts of a column in which `typed` occurs, each once.
QStringList knownTexts(const Columns &cells, int column, const QString &typed)
{
    constexpr qsizetype longest = 120; // bytes; nobody picks what is longer by reading it
    QStringList found;
    QSet<QString> entries;
    const Dictionary &dictionary = cells.dictionary(column);
    const bool isList = cells.kind(column) == ColumnKind::List;
    for (quint32 number = 1; number < std::min(dictionary.size(), searchedTexts); ++number) {
        if (dictionary.text(number).size() > longest)
            continue;
        const QString text = QString::fromUtf8(dictionary.text(number));
        if (!text.contains(typed, Qt::CaseInsensitive))
            continue;
        if (!isList)
            found << text;
        else
            for (const QString &entry : text.split(QLatin1Char(listEnd), Qt::SkipEmptyParts))
                if (entry.contains(typed, Qt::CaseInsensitive))
                    entries.insert(entry);
    }
    return found + entries.values();
}

QStringList knownValues(const ListColumn &column, const Columns &cells, const QString &typed)
{
    const bool isOurs = column.info.flags.testFlag(FieldFlag::OwnWords); // typed as they are shown
    QStringList values;
    if (cells.kind(column.cells) == ColumnKind::Text || cells.kind(column.cells) == ColumnKind::List)
        values = knownTexts(cells, column.cells, isOurs ? QString() : typed);
    if (cells.kind(column.cells) == ColumnKind::Switch)
        values
            = QStringList{displayText(true, FieldKind::Switch, {}, {}), displayText(false, FieldKind::Switch, {}, {})}
                  .filter(typed, Qt::CaseInsensitive);
    if (isOurs) {
        for (QString &word : values)
            word = displayText(word, column.info.kind, column.info.flags, {});
        values = values.filter(typed, Qt::CaseInsensitive);
    }
    // Those that begin so come first, then by the alphabet.
    const auto isBefore = [&](const QString &a, const QString &b) {
        const bool isLater = !a.startsWith(typed, Qt::CaseInsensitive);
        const bool isOtherLater = !b.startsWith(typed, Qt::CaseInsensitive);
        return isLater != isOtherLater ? isOtherLater : a.compare(b, Qt::CaseInsensitive) < 0;
    };
    const qsizetype count = std::min(values.size(), mostCompletions);
    std::partial_sort(values.begin(), values.begin() + count, values.end(), isBefore);
    return values.mid(0, count);
}

QList<FilterCompletion> values(const QString &typed, qsizetype relation, const RecordRows &rows, const QDate &today)
{
    const QList<ListColumn> columns = rows.listColumns();
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const ListColumn &each) {
        return each.info.key.compare(QStringView(typed).left(relation), Qt::CaseInsensitive) == 0;
    });
    if (column == columns.end())
        return {};
    const QChar sign = typed[relation];
    if (sign == u'<' || sign == u'>')
        return isCompared(column->info) ? comparisons(column->info, typed.mid(relation), today)
                                        : QList<FilterCompletion>();
    QString begun = typed.mid(relation + 1);
    begun.remove(u'"');
    QList<FilterCompletion> list;
    for (const QString &value : knownValues(*column, rows.cells(), begun))
        if (const QString written = writtenValue(value); !written.isEmpty())
            list << FilterCompletion{.term = typed.left(relation + 1) + written};
    return list;
}

}

FilterCompletions completionsOf(const QString &text, int cursor, const RecordRows &rows, const QDate &today)
{
    const TermPlace term = termAt(text, cursor);
    const QString typed = text.mid(term.start, cursor - term.start);
    FilterCompletions completions{.start = term.start, .length = term.end - term.start};
    if (term.relation >= 0)
        completions.list = values(typed, term.relation - term.start, rows, today);
    else if (cursor == term.end)
        completions.list = names(typed, rows.columns(), today);
    completions.list.removeIf([&](const FilterCompletion &completion) { return completion.term == typed; });
    return completions;
}
