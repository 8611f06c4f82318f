// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/draftvalues.h"

#include "items/fieldvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

struct DuplicateTexts {
    Q_DECLARE_TR_FUNCTIONS(Duplicate)
};

bool isCarried(const Draft &fresh, int field)
{
    const FieldInfo info = fresh.field(field);
    const bool isOwn = info.key == "id"_L1 || info.flags.testFlag(FieldFlag::Generated);
    return !isOwn && fresh.isEditable(field) && info.kind != FieldKind::Password && info.kind != FieldKind::Time;
}

int nameField(const Draft &draft)
{
    for (int field = 0; field < draft.fieldCount(); ++field)
        if (draft.field(field).key == "name"_L1)
            return field;
    return -1;
}

QSet<QString> namesIn(const RecordRows &list)
{
    QSet<QString> names;
    for (const quint32 row : list.order())
        names << list.nameOf(row);
    return names;
}

// The original name is cut from behind until its copy's name is taken.
void giveName(Draft &copy, int field, const QString &original, const QSet<QString> &taken)
{
    constexpr int most = 1000;
    for (int number = 1; number < most; ++number)
        for (QString base = original; !base.isEmpty(); base.chop(1)) {
            const QString name = number == 1 ? DuplicateTexts::tr("%1 (copy)").arg(base)
                                             : DuplicateTexts::tr("%1 (copy %2)").arg(base).arg(number);
            copy.setValue(field, name);
            if (copy.problem(field).isEmpty() && !taken.contains(name))
                return;
            if (copy.problem(field).isEmpty())
                break;
        }
    copy.setValue(field, QString());
}

}

std::unique_ptr<Draft> duplicateOf(Collection &collection, const Draft &source)
{
    auto copy = collection.newDraft();
    for (int field = 0; field < copy->fieldCount(); ++field)
        if (isCarried(*copy, field))
            copy->setValue(field, source.value(field));
    if (const int name = nameField(*copy); name >= 0)
        giveName(*copy, name, source.value(name).toString(), namesIn(*collection.model()));
    return copy;
}

QString templateOf(Collection &collection, const Draft &source)
{
    const auto fresh = collection.newDraft();
    QJsonObject values;
    for (int field = 0; field < fresh->fieldCount(); ++field)
        if (const FieldInfo info = fresh->field(field);
            isCarried(*fresh, field) && source.value(field) != fresh->value(field))
            values[info.key] = jsonOf(info, source.value(field));
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

std::unique_ptr<Draft> draftFrom(Collection &collection, const QString &text)
{
    const QJsonObject values = QJsonDocument::fromJson(text.toUtf8()).object();
    auto draft = collection.newDraft();
    for (int field = 0; field < draft->fieldCount(); ++field) {
        const FieldInfo info = draft->field(field);
        if (!values.contains(info.key) || !isCarried(*draft, field))
            continue;
        if (const auto value = valueOf(info, values[info.key]))
            draft->setValue(field, *value);
    }
    return draft;
}
