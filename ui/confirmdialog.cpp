// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/confirmdialog.h"

#include "core/foreigntext.h"
#include "ui/themeicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeLabel(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    return label;
}

// The first of the names, each once: eight times the same one would say no more.
QString ConfirmDialog::listed(const QStringList &names)
{
    QStringList distinct = names;
    distinct.removeDuplicates();
    QStringList lines;
    qsizetype more = names.size();
    for (const auto &name : distinct.mid(0, listedNames)) {
        const auto times = names.count(name);
        //: %1 name, %2 how many are called so
        lines << u"•  "_s + (times > 1 ? tr("%1 × %2").arg(name).arg(times) : name);
        more -= times;
    }
    if (more > 0)
        lines << tr("and %n more", nullptr, int(more));
    return lines.join(u'\n');
}

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_text(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(oneLine(question.title));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);

    auto *icon = new ThemeIcon(32, this);
    icon->setName(question.isHarmless ? u"data-information"_s : u"data-warning"_s);
    m_text->setSpacing(8);
    m_text->addWidget(makeLabel(question.title, u"heading"_s, this));
    if (question.names.size() > 1) {
        auto *names = makeLabel(listed(question.names), {}, this);
        names->setObjectName(u"confirmNames"_s);
        m_text->addWidget(names);
    }
    if (!question.consequence.isEmpty())
        m_text->addWidget(makeLabel(question.consequence, u"muted"_s, this));
    auto *top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(m_text, 1);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    auto *confirm = new QPushButton(question.confirmLabel, this);
    confirm->setObjectName(u"confirm"_s);
    confirm->setProperty("look", question.isHarmless ? u"primary"_s : u"danger"_s);
    confirm->setAutoDefault(false);
    m_buttons->addStretch();
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(18);
    layout->addLayout(top);
    if (!question.typed.isEmpty())
        layout->addWidget(makeGate(question.typed, *confirm));
    layout->addLayout(m_buttons);
    cancel->setFocus();
    fit();
}

// Wrapped text takes the height it needs at this width, which a size hint does not know.
void ConfirmDialog::fit()
{
    const auto parts = findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->ensurePolished(); // the style sheet makes some of them higher
    layout()->invalidate();
    const int width = std::max(minimumWidth(), sizeHint().width());
    resize(width, layout()->totalHeightForWidth(width));
}

void ConfirmDialog::addBelowText(QWidget *part)
{
    m_text->addWidget(part);
    fit();
}

void ConfirmDialog::addAlternative(const QString &label)
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(u"alternative"_s);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this] {
        Q_EMIT alternativeChosen();
        reject();
    });
}

QWidget *ConfirmDialog::makeGate(const QString &typed, QPushButton &confirm)
{
    auto *gate = new QWidget(this);
    auto *input = new QLineEdit(gate);
    input->setObjectName(u"confirmTyped"_s);
    auto *caption = makeLabel(tr("Type “%1” to go on.").arg(typed), {}, gate);
    caption->setBuddy(input);
    auto *layout = new QVBoxLayout(gate);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addWidget(input);
    confirm.setEnabled(false);
    connect(input, &QLineEdit::textChanged, &confirm,
        [&confirm, typed](const QString &text) { confirm.setEnabled(text.trimmed() == typed); });
    return gate;
}

#include "moc_confirmdialog.cpp"
