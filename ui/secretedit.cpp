// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secretedit.h"

#include "ui/secretclipboard.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
// Paints the secret over its dots. No QLabel: that would hand the text to accessibility.
class PlainText final : public QWidget {
public:
    explicit PlainText(SecretEdit *line)
        : QWidget(line)
        , m_line(line)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().base());
        painter.setPen(palette().color(QPalette::Text));
        const auto text = fontMetrics().elidedText(m_line->secret().reveal(), Qt::ElideMiddle, width());
        painter.drawText(rect(), int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), text);
    }

private:
    SecretEdit *m_line;
};
}

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_plain(new PlainText(this))
    , m_eye(addButton(u"view-visible"_s, tr("Show While Held")))
    , m_copy(addButton(u"edit-copy"_s, {}))
{
    setEchoMode(QLineEdit::Password);
    m_eye->setObjectName(u"reveal"_s);
    m_copy->setObjectName(u"copySecret"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addStretch();
    layout->addWidget(m_eye);
    layout->addWidget(m_copy);
    m_eye->installEventFilter(this);
    connect(m_eye, &QToolButton::pressed, this, [this] { reveal(true); });
    connect(m_eye, &QToolButton::released, this, [this] { reveal(false); });
    connect(m_copy, &QToolButton::clicked, this, &SecretEdit::copySecret);
    connect(this, &QLineEdit::textEdited, this, [this] {
        forgetHistory();
        Q_EMIT edited();
    });
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::arrange);
    setClipboardLife(std::chrono::duration_cast<std::chrono::seconds>(SecretClipboard::lifetime));
    arrange();
}

void SecretEdit::setClipboardLife(std::chrono::seconds life)
{
    m_clipboardLife = life;
    const QString name = tr("Copy; Forgotten After %n Second(s)", nullptr, int(life.count()));
    m_copy->setToolTip(name);
    m_copy->setAccessibleName(name);
}

void SecretEdit::setCovered(bool covered)
{
    m_isCovered = covered;
    m_eye->setEnabled(!covered);
    m_eye->setToolTip(covered ? tr("Secrets Are Covered") : tr("Show While Held"));
    if (covered)
        reveal(false);
}

void SecretEdit::dropSecrets()
{
    reveal(false);
    if (isReadOnly() || m_isShownOnce || text().isEmpty())
        return;
    setText({});
    Q_EMIT edited();
}

QToolButton *SecretEdit::addButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(QIcon::fromTheme(icon));
    button->setIconSize(QSize(16, 16));
    button->setCursor(Qt::ArrowCursor);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

Secret SecretEdit::secret() const
{
    return Secret(text());
}

void SecretEdit::setSecret(const Secret &secret)
{
    setText(secret.reveal());
    setCursorPosition(0);
}

bool SecretEdit::isRevealed() const
{
    return m_plain->isVisibleTo(this);
}

QSize SecretEdit::sizeHint() const
{
    const auto hint = QLineEdit::sizeHint();
    return {hint.width(), std::max(hint.height(), m_eye->sizeHint().height() + 4)};
}

void SecretEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

// Letting go of the mouse outside, or losing the window, must hide it as well.
bool SecretEdit::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_eye && (type == QEvent::FocusOut || type == QEvent::Hide || type == QEvent::WindowDeactivate))
        reveal(false);
    return QLineEdit::eventFilter(watched, event);
}

void SecretEdit::reveal(bool on)
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const auto contents = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    m_plain->setGeometry(contents.marginsRemoved(textMargins()).adjusted(2, 0, 0, 0));
    m_plain->setVisible(on && !m_isCovered && !text().isEmpty());
    m_plain->raise();
}

// Undo keeps every character typed and deleted; only setText() drops them.
void SecretEdit::forgetHistory()
{
    const QSignalBlocker blocker(this);
    const int cursor = cursorPosition();
    setText(text());
    setCursorPosition(cursor);
}

void SecretEdit::copySecret()
{
    new SecretClipboard(secret(), qApp, m_clipboardLife);
}

void SecretEdit::arrange()
{
    const bool any = !text().isEmpty();
    m_eye->setVisible(any);
    m_copy->setVisible(any);
    const int room = any ? m_eye->sizeHint().width() + m_copy->sizeHint().width() : 0;
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(room, 0, 0, 0);
    else
        setTextMargins(0, 0, room, 0);
    if (!any)
        reveal(false);
}

#include "moc_secretedit.cpp"
