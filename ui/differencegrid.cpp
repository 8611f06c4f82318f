// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/differencegrid.h"

#include "ui/fieldeditor.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

DifferenceGrid::DifferenceGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(10);
}

QLabel *DifferenceGrid::makeText(const QString &text, const QString &look)
{
    auto *label = new QLabel(text.isEmpty() ? u"—"_s : text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("look", look);
    return label;
}

QLabel *DifferenceGrid::makeValue(const FieldInfo &info, const QVariant &value, const QString &look)
{
    const bool isSecret = info.kind == FieldKind::Password;
    return makeText(isSecret ? tr("Changed") : fieldText(info, value), look);
}

void DifferenceGrid::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_grid->setRowStretch(m_rows, 0);
    m_rows = 0;
}

void DifferenceGrid::addHead(const QStringList &titles)
{
    for (int column = 0; column < titles.size(); ++column)
        m_grid->addWidget(makeText(titles[column], u"heading"_s), m_rows, column);
    ++m_rows;
}

void DifferenceGrid::addRow(const QString &label, const QList<QWidget *> &values)
{
    m_grid->addWidget(makeText(label, u"muted"_s), m_rows, 0, Qt::AlignTop);
    for (int i = 0; i < values.size(); ++i) {
        m_grid->addWidget(values[i], m_rows, i + 1, Qt::AlignTop);
        m_grid->setColumnStretch(i + 1, 1);
    }
    ++m_rows;
}

void DifferenceGrid::finish()
{
    m_grid->setRowStretch(m_rows, 1);
}

void DifferenceGrid::showDraft(const Draft &draft)
{
    clear();
    const bool isNew = draft.isNew();
    addHead(isNew ? QStringList{tr("Field"), tr("Value")} : QStringList{tr("Field"), tr("Before"), tr("After")});
    for (int field = 0; field < draft.fieldCount(); ++field) {
        if (draft.value(field) == draft.originalValue(field))
            continue;
        const auto info = draft.field(field);
        const bool isSecret = info.kind == FieldKind::Password;
        QList<QWidget *> values;
        if (!isNew)
            values << makeText(isSecret ? QString() : fieldText(info, draft.originalValue(field)));
        values << makeValue(info, draft.value(field));
        addRow(info.label, values);
    }
    finish();
}

#include "moc_differencegrid.cpp"
