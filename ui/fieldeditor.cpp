// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldeditor.h"

#include "core/timetext.h"
#include "items/recordtext.h"
#include "ui/durationedit.h"
#include "ui/listedit.h"
#include "ui/secretedit.h"
#include "ui/timeedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using Report = std::function<void(const QVariant &)>;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FieldEditor)
};

// Scrolling past a box must not change it.
class WheelGuard final : public QObject {
public:
    explicit WheelGuard(QWidget *box)
        : QObject(box)
        , m_box(box)
    {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || m_box->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }

private:
    QWidget *m_box;
};

}

static FieldEditor makeLine(const FieldInfo &field, QWidget *parent, const Report &report)
{
    auto *line = new QLineEdit(parent);
    if (field.kind == FieldKind::Url)
        line->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    QObject::connect(line, &QLineEdit::textEdited, line, [report](const QString &text) { report(text); });
    return {.widget = line, .show = [line](const QVariant &value) {
                line->setText(value.toString());
                line->setCursorPosition(0);
            }};
}

static FieldEditor makeLines(QWidget *parent, const Report &report)
{
    constexpr int height = 96;
    auto *text = new QPlainTextEdit(parent);
    text->setTabChangesFocus(true);
    text->setFixedHeight(height);
    QObject::connect(text, &QPlainTextEdit::textChanged, text, [text, report] { report(text->toPlainText()); });
    return {.widget = text, .show = [text](const QVariant &value) {
                const QSignalBlocker blocker(text);
                text->setPlainText(value.toString());
            }};
}

static FieldEditor makeChoice(QWidget *parent, const Report &report)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true); // until the server says what there is to choose from
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setPlaceholderText(Texts::tr("Choose…"));
    new WheelGuard(box);
    // A word that is not on the server's list is still the record's word.
    const auto select = [box](const QString &word) {
        const QSignalBlocker blocker(box);
        if (!box->isEditable() && !word.isEmpty() && box->findText(word) < 0)
            box->insertItem(0, word);
        box->setCurrentIndex(box->findText(word));
        if (box->isEditable())
            box->setEditText(word);
    };
    QObject::connect(box, &QComboBox::currentTextChanged, box, [report](const QString &word) { report(word); });
    return {.widget = box,
        .show = [select](const QVariant &value) { select(value.toString()); },
        .setChoices =
            [box, select](const QStringList &words) {
                const QSignalBlocker blocker(box);
                const auto word = box->currentText();
                box->clear();
                box->addItems(words);
                box->setEditable(words.isEmpty());
                select(word);
            }};
}

static FieldEditor makeList(QWidget *parent, const Report &report)
{
    auto *list = new ListEdit(parent);
    QObject::connect(list, &ListEdit::edited, list, [list, report] { report(list->list()); });
    return {.widget = list, .show = [list](const QVariant &value) { list->setList(value.toStringList()); }};
}

static FieldEditor makeSwitch(const FieldInfo &field, QWidget *parent, const Report &report)
{
    auto *box = new QCheckBox(field.label, parent);
    QObject::connect(box, &QCheckBox::clicked, box, [report](bool on) { report(on); });
    return {.widget = box, .show = [box](const QVariant &value) { box->setChecked(value.toBool()); }};
}

static FieldEditor makeTime(QWidget *parent, const Report &report)
{
    auto *time = new TimeEdit(parent);
    new WheelGuard(time->focusProxy());
    QObject::connect(time, &TimeEdit::edited, time, [time, report] { report(time->time()); });
    return {.widget = time, .show = [time](const QVariant &value) { time->setTime(value.toDateTime()); }};
}

static FieldEditor makeDuration(QWidget *parent, const Report &report)
{
    auto *line = new DurationEdit(parent);
    QObject::connect(
        line, &DurationEdit::edited, line, [line, report] { report(QVariant::fromValue(line->duration())); });
    return {.widget = line,
        .show = [line](const QVariant &value) { line->setDuration(value.value<seconds>()); },
        .problem = [line] { return line->problem(); }};
}

static FieldEditor makeSecret(QWidget *parent, const Report &report)
{
    auto *line = new SecretEdit(parent);
    QObject::connect(line, &SecretEdit::edited, line, [line, report] { report(QVariant::fromValue(line->secret())); });
    return {.widget = line, .show = [line](const QVariant &value) { line->setSecret(value.value<Secret>()); }};
}

FieldEditor makeFieldEditor(
    const FieldInfo &field, QWidget *parent, const std::function<void(const QVariant &)> &report)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Url:
        return makeLine(field, parent, report);
    case FieldKind::Lines:
        return makeLines(parent, report);
    case FieldKind::Choice:
        return makeChoice(parent, report);
    case FieldKind::List:
        return makeList(parent, report);
    case FieldKind::Switch:
        return makeSwitch(field, parent, report);
    case FieldKind::Time:
        return makeTime(parent, report);
    case FieldKind::Duration:
        return makeDuration(parent, report);
    case FieldKind::Password:
        return makeSecret(parent, report);
    }
    Q_UNREACHABLE();
}

FieldEditor makeFieldView(const FieldInfo &field, QWidget *parent)
{
    if (field.kind == FieldKind::Password) {
        auto secret = makeSecret(parent, [](const QVariant &) {});
        static_cast<SecretEdit *>(secret.widget)->setReadOnly(true);
        return secret;
    }
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return {.widget = label, .show = [label, field](const QVariant &value) {
                const auto text = fieldText(field, value);
                label->setText(text.isEmpty() ? u"—"_s : text);
            }};
}

QString fieldText(const FieldInfo &field, const QVariant &value)
{
    switch (field.kind) {
    case FieldKind::List:
        return value.toStringList().join(u'\n');
    case FieldKind::Switch:
        return value.toBool() ? Texts::tr("Yes") : Texts::tr("No");
    case FieldKind::Time: {
        const auto time = value.toDateTime();
        const auto relative = relativeTime(time, QDateTime::currentDateTimeUtc());
        if (!time.isValid() || relative.contains(QString::number(time.toLocalTime().date().year())))
            return absoluteTime(time); // far away, where the relative time is a date as well
        return Texts::tr("%1 (%2)", "absolute time, relative time").arg(absoluteTime(time), relative);
    }
    case FieldKind::Duration:
        return durationText(value.value<seconds>());
    case FieldKind::Password:
        return {};
    case FieldKind::Choice:
        return displayText(value, field.kind, field.flags, {});
    default:
        return value.toString();
    }
}
