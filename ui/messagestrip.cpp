// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagestrip.h"

#include "core/foreigntext.h"

#include "ui/themeicon.h"

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

static QToolButton *makeButton(const QString &objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

MessageStrip::MessageStrip(QWidget *parent)
    : QWidget(parent)
    , m_frame(new QFrame(this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_icon(new ThemeIcon(22, m_frame))
    , m_text(new QLabel(m_frame))
    , m_details(makeButton(u"messageDetails"_s, m_frame))
    , m_actionButton(makeButton(u"messageAction"_s, m_frame))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_detail(new QPlainTextEdit(m_frame))
{
    setObjectName(u"message"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long word must not widen the window
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setText(tr("Details"));
    m_details->setCheckable(true);
    m_detail->setObjectName(u"messageDetail"_s);
    m_detail->setAccessibleName(tr("Details"));
    m_detail->setReadOnly(true);
    m_detail->setMaximumHeight(140);
    auto *close = makeButton(u"messageClose"_s, m_frame);
    close->setIcon(QIcon(u":/look/close.svg"_s));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close Message"));

    const int height = close->sizeHint().height();
    m_icon->setFixedHeight(height);
    m_text->setMinimumHeight(height);

    m_buttons->addWidget(m_actionButton);
    m_buttons->addWidget(m_details);
    m_body->addWidget(m_text, 1);
    m_body->addLayout(m_buttons);
    m_body->setAlignment(m_buttons, Qt::AlignTop | Qt::AlignLeading);
    auto *line = new QHBoxLayout;
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(m_body, 1);
    line->addWidget(close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addLayout(line);
    layout->addWidget(m_detail);
    m_frame->setProperty("look", u"strip"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);

    connect(m_details, &QToolButton::toggled, m_detail, &QWidget::setVisible);
    connect(m_actionButton, &QToolButton::clicked, this, [this] {
        const auto action = m_action; // it may well show the next message
        action();
    });
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    clear();
}

void MessageStrip::showError(const Error &error)
{
    present(Tone::Error, error.message, error.detail);
}

void MessageStrip::showWarning(const QString &text)
{
    present(Tone::Warning, text, {});
}

void MessageStrip::showInfo(const QString &text)
{
    present(Tone::Info, text, {});
}

void MessageStrip::setAction(const QString &label, std::function<void()> action)
{
    m_action = std::move(action);
    m_actionButton->setText(label);
    m_actionButton->setVisible(bool(m_action));
    for (QToolButton *button : std::exchange(m_moreActions, {})) {
        button->hide(); // it may be what was clicked
        button->deleteLater();
    }
}

void MessageStrip::addAction(const QString &objectName, const QString &label, const std::function<void()> &action)
{
    auto *button = makeButton(objectName, m_frame);
    button->setText(label);
    m_buttons->insertWidget(m_buttons->indexOf(m_details), button);
    button->show();
    m_moreActions << button;
    connect(button, &QToolButton::clicked, this, [action] { action(); });
}

void MessageStrip::clear()
{
    setAction({}, {});
    m_text->clear();
    m_detail->clear();
    hide();
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::setMargins(const QMargins &margins)
{
    layout()->setContentsMargins(margins);
}

// In a narrow place the buttons go below the text.
void MessageStrip::resizeEvent(QResizeEvent *event)
{
    constexpr int narrow = 460;
    QWidget::resizeEvent(event);
    m_body->setDirection(width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MessageStrip::present(Tone tone, const QString &text, const QString &detail)
{
    static constexpr struct {
        QLatin1StringView name;
        QLatin1StringView icon;
    } looks[] = {{"info"_L1, "data-information"_L1}, {"warning"_L1, "data-warning"_L1}, {"error"_L1, "data-error"_L1}};
    const auto &look = looks[int(tone)];
    m_frame->setProperty("tone", QString(look.name));
    style()->unpolish(m_frame);
    style()->polish(m_frame);
    setAction({}, {});
    m_icon->setName(QString(look.icon));
    m_text->setText(tamed(text));
    m_detail->setPlainText(detail);
    m_details->setVisible(!detail.isEmpty());
    m_details->setChecked(false);
    m_detail->hide();
    const QString names[] = {tr("Information"), tr("Warning"), tr("Error")};
    setAccessibleName(names[int(tone)]);
    setAccessibleDescription(text);
    QWidget::show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

#include "moc_messagestrip.cpp"
