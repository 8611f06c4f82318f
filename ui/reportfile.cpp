// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reportfile.h"

#include "ui/messagestrip.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

void ReportFile::ask(QWidget *parent, const QString &title, const Report &report, MessageStrip &strip)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json"_s) ? u"json"_s : u"csv"_s);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [report, &strip](const QString &path) {
        const QByteArray text = report(path.endsWith(u".json"_s, Qt::CaseInsensitive));
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
            return strip.showInfo(tr("Saved as %1.").arg(path));
        strip.showError({.kind = Error::Kind::Storage,
            .message = tr("The file could not be written."),
            .detail = file.errorString()});
    });
    dialog->open();
}
