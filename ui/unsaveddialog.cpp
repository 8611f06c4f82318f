// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsaveddialog.h"

#include <QIcon>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

UnsavedDialog::UnsavedDialog(const QString &recordName, QWidget *parent)
    : QMessageBox(parent)
{
    setObjectName(u"unsavedChanges"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setIcon(QMessageBox::Warning);
    setIconPixmap(QIcon::fromTheme(u"data-warning"_s).pixmap(QSize(32, 32), devicePixelRatioF()));
    setTextFormat(Qt::PlainText);
    setWindowTitle(tr("Unsaved Changes"));
    setText(recordName.isEmpty() ? tr("Save what you entered?") : tr("Save the changes to “%1”?").arg(recordName));
    auto *save = addButton(tr("Save"), QMessageBox::AcceptRole);
    auto *discard = addButton(tr("Discard"), QMessageBox::DestructiveRole);
    auto *cancel = addButton(tr("Cancel"), QMessageBox::RejectRole);
    save->setObjectName(u"unsavedSave"_s);
    discard->setObjectName(u"unsavedDiscard"_s);
    cancel->setObjectName(u"unsavedCancel"_s);
    setDefaultButton(save);
    setEscapeButton(cancel);
    connect(this, &QDialog::finished, this, [this, save, discard] {
        if (clickedButton() == save)
            Q_EMIT saveChosen();
        else if (clickedButton() == discard)
            Q_EMIT discardChosen();
        else
            Q_EMIT stayChosen();
    });
}

#include "moc_unsaveddialog.cpp"
