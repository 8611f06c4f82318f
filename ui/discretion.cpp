// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/discretion.h"

#include "ui/confidential.h"
#include "ui/secretclipboard.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QEvent>

Discretion::Discretion(std::chrono::seconds clipboardLife, QObject *parent)
    : QObject(parent)
    , m_clipboardLife(clipboardLife)
{
    qApp->installEventFilter(this);
}

void Discretion::setCovering(bool covering)
{
    if (covering == m_isCovering)
        return;
    m_isCovering = covering;
    tellAll();
    Q_EMIT coveringChanged(covering);
}

void Discretion::setClipboardLife(std::chrono::seconds life)
{
    m_clipboardLife = life;
    tellAll();
}

void Discretion::dropSecrets()
{
    qDeleteAll(qApp->findChildren<SecretClipboard *>(QString(), Qt::FindDirectChildrenOnly));
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        if (auto *confidential = dynamic_cast<Confidential *>(widget))
            confidential->dropSecrets();
}

// A widget is polished before it is first shown: whatever was made meanwhile hears of it in time.
bool Discretion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish && watched->isWidgetType())
        tell(static_cast<QWidget *>(watched));
    return false;
}

void Discretion::tell(QWidget *widget) const
{
    if (auto *edit = qobject_cast<SecretEdit *>(widget))
        edit->setClipboardLife(m_clipboardLife);
    if (auto *confidential = dynamic_cast<Confidential *>(widget))
        confidential->setCovered(m_isCovering);
}

void Discretion::tellAll() const
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        tell(widget);
}

#include "moc_discretion.cpp"
