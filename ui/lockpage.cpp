// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lockpage.h"

#include <QEvent>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *lockLabel(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

LockPage::LockPage(QWidget *window)
    : QWidget(window)
    , m_note(lockLabel({}, u"problem"_s, this))
    , m_unlock(new QPushButton(tr("Unlock"), this))
{
    setObjectName(u"lockPage"_s);
    setAutoFillBackground(true);
    auto *emblem = new QLabel(this);
    emblem->setPixmap(QGuiApplication::windowIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    m_note->setObjectName(u"lockNote"_s);
    m_unlock->setObjectName(u"unlockWindow"_s);
    m_unlock->setProperty("look", u"primary"_s);
    m_unlock->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 40, 40, 40);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(emblem, 0, Qt::AlignHCenter);
    layout->addWidget(lockLabel(tr("Latchkey Is Locked"), u"title"_s, this));
    layout->addWidget(lockLabel(
        tr("Secrets have left the window and the clipboard. What you were editing is still there."), u"muted"_s, this));
    layout->addSpacing(8);
    layout->addWidget(m_unlock, 0, Qt::AlignHCenter);
    layout->addWidget(m_note);
    layout->addStretch(3);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlockRequested);
    window->installEventFilter(this);
    hide();
}

void LockPage::cover()
{
    setNote({});
    setBusy(false);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_unlock->setFocus();
}

void LockPage::setBusy(bool busy)
{
    m_unlock->setEnabled(!busy);
}

void LockPage::setNote(const QString &note)
{
    m_note->setText(note);
}

bool LockPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

#include "moc_lockpage.cpp"
