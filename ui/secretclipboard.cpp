// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secretclipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

SecretClipboard::SecretClipboard(const Secret &secret, QObject *parent, std::chrono::milliseconds life)
    : m_secret(secret)
{
    // The one before goes first: its clock must not take this one away.
    qDeleteAll(parent->findChildren<SecretClipboard *>(QString(), Qt::FindDirectChildrenOnly));
    setParent(parent);

    auto *data = new QMimeData;
    data->setText(secret.reveal());
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // clipboard histories leave such entries out
    QGuiApplication::clipboard()->setMimeData(data);

    connect(qApp, &QCoreApplication::aboutToQuit, this, &SecretClipboard::forget);
    connect(&m_timer, &QTimer::timeout, this, &QObject::deleteLater);
    m_timer.setSingleShot(true);
    m_timer.start(life);
}

SecretClipboard::~SecretClipboard()
{
    forget();
}

void SecretClipboard::forget()
{
    // After the application object nothing is left to clear.
    if (!qGuiApp || m_secret.isEmpty())
        return;
    auto *clipboard = QGuiApplication::clipboard();
    if (clipboard->text() == m_secret.reveal())
        clipboard->clear();
    m_secret = {};
}
