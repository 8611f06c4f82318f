// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secretclipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

// Clipboard histories leave out what bears these.
static void markAsSecret(QMimeData &data)
{
    data.setData(u"x-kde-passwordManagerHint"_s, "secret");
#if defined(Q_OS_WIN)
    const QByteArray no(4, '\0'); // a DWORD
    for (const auto &format : {u"ExcludeClipboardContentFromMonitorProcessing"_s, u"CanIncludeInClipboardHistory"_s,
             u"CanUploadToCloudClipboard"_s})
        data.setData(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(format), no);
#elif defined(Q_OS_MACOS)
    data.setData(u"application/x-nspasteboard-concealed-type"_s, {});
#endif
}

SecretClipboard::SecretClipboard(const Secret &secret, QObject *parent, std::chrono::milliseconds life)
    : m_secret(secret)
{
    // The one before goes first: its clock must not take this one away.
    qDeleteAll(parent->findChildren<SecretClipboard *>(QString(), Qt::FindDirectChildrenOnly));
    setParent(parent);

    auto *data = new QMimeData;
    data->setText(secret.reveal());
    markAsSecret(*data);
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

#include "moc_secretclipboard.cpp"
