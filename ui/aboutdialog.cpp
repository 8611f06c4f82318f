// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

AboutDialog::AboutDialog(QWidget *window)
    : QMessageBox(QMessageBox::NoIcon, tr("About Latchkey"),
        tr("Latchkey %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, window)
{
    setObjectName(u"aboutDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setIconPixmap(window->windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    setInformativeText(tr("A console for the people who administer OAuth 2.0 and OpenID Connect servers.\n\n"
                          "Free software under the GNU General Public License, version 3 or later."));
}

#include "moc_aboutdialog.cpp"
