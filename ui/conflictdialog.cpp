// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflictdialog.h"

#include "ui/differencegrid.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ConflictDialog::ConflictDialog(const Draft &draft, const Conflict &conflict, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed Meanwhile"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = DifferenceGrid::makeText(explanation(draft, conflict), u"heading"_s);
    text->setObjectName(u"conflictText"_s);
    auto *legend = DifferenceGrid::makeText(tr("What is saved is in bold. Cancel saves nothing."), u"muted"_s);
    auto *body = buildBody(draft, conflict);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_confirm = new QPushButton(tr("Save"), this);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setProperty("look", u"primary"_s);
    buttons->addButton(m_confirm, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(scroll, 1);
    layout->addWidget(legend);
    layout->addWidget(buttons);
    constexpr int usualWidth = 760;
    constexpr int mostHeight = 560;
    const int around = 170; // text, legend, buttons
    resize(usualWidth, std::clamp(body->heightForWidth(usualWidth - 60) + around, 240, mostHeight));
}

QString ConflictDialog::explanation(const Draft &draft, const Conflict &conflict)
{
    const int choices = int(std::count_if(conflict.changes.begin(), conflict.changes.end(),
        [](const FieldChange &change) { return change.needsChoice; }));
    const QString happened = tr("“%1” was changed on the server after you opened it.").arg(draft.name());
    const QString asked = choices == 0
        ? tr("Nothing you changed is concerned: what is new on the server is taken over.")
        : tr("%n field(s) were changed there and here. Choose whose value is saved.", nullptr, choices);
    //: %1 what happened, %2 what is asked; both are whole sentences
    return tr("%1 %2").arg(happened, asked);
}

QWidget *ConflictDialog::buildBody(const Draft &draft, const Conflict &conflict)
{
    auto *grid = new DifferenceGrid;
    grid->addHead({tr("Field"), tr("When you opened it"), tr("On the server now"), tr("Yours")});
    QSet<int> changedThere;
    for (const bool choice : {true, false})
        for (const FieldChange &change : conflict.changes) {
            changedThere << change.field;
            const FieldInfo info = draft.field(change.field);
            if (change.needsChoice == choice && choice)
                addChoice(*grid, info, change);
            else if (change.needsChoice == choice)
                grid->addRow(info.label,
                    {DifferenceGrid::makeValue(info, change.before, u"muted"_s),
                        DifferenceGrid::makeValue(info, change.theirs, u"heading"_s),
                        DifferenceGrid::makeValue(info, change.mine, u"muted"_s)});
        }
    for (int field = 0; field < draft.fieldCount(); ++field)
        if (draft.value(field) != draft.originalValue(field) && !changedThere.contains(field)) {
            const FieldInfo info = draft.field(field);
            const QVariant before = draft.originalValue(field);
            const bool isSecret = info.kind == FieldKind::Password;
            const auto unchanged = [&] {
                return isSecret ? DifferenceGrid::makeText({}, u"muted"_s)
                                : DifferenceGrid::makeValue(info, before, u"muted"_s);
            };
            grid->addRow(info.label,
                {unchanged(), unchanged(), DifferenceGrid::makeValue(info, draft.value(field), u"heading"_s)});
        }
    grid->finish();
    return grid;
}

void ConflictDialog::addChoice(DifferenceGrid &grid, const FieldInfo &info, const FieldChange &change)
{
    auto *group = new QButtonGroup(this);
    const auto makeOption = [&](const QString &name, const QString &accessibleName, const QVariant &value) {
        auto *option = new QWidget;
        auto *button = new QRadioButton(option);
        auto *text = DifferenceGrid::makeValue(info, value, u"muted"_s);
        button->setObjectName(name + info.key);
        button->setAccessibleName(accessibleName.arg(info.label));
        button->setAccessibleDescription(text->text());
        group->addButton(button);
        const auto mark = [text](bool isChosen) {
            text->setProperty("look", isChosen ? u"heading"_s : u"muted"_s);
            text->style()->polish(text);
        };
        connect(button, &QRadioButton::toggled, text, mark);
        auto *layout = new QHBoxLayout(option);
        layout->setContentsMargins({});
        layout->addWidget(button, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        return std::pair(option, button);
    };
    const auto [server, serverButton] = makeOption(u"theirs."_s, tr("%1: what is on the server"), change.theirs);
    const auto [own, ownButton] = makeOption(u"mine."_s, tr("%1: yours"), change.mine);
    serverButton->setChecked(true);
    m_theirs.insert(change.field, serverButton);
    grid.addRow(info.label, {DifferenceGrid::makeValue(info, change.before, u"muted"_s), server, own});
}

void ConflictDialog::setConfirmLabel(const QString &label)
{
    m_confirm->setText(label);
}

QSet<int> ConflictDialog::theirs() const
{
    QSet<int> fields;
    for (auto it = m_theirs.begin(); it != m_theirs.end(); ++it)
        if (it.value()->isChecked())
            fields << it.key();
    return fields;
}

#include "moc_conflictdialog.cpp"
