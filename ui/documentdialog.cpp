// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documentdialog.h"

#include "ui/messagestrip.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

DocumentDialog::DocumentDialog(const QString &label, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_label(label)
    , m_text(text)
    , m_strip(new MessageStrip(this))
{
    setObjectName(u"documentDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(label);
    resize(720, 520);
    auto *view = new QPlainTextEdit(text, this);
    view->setObjectName(u"documentText"_s);
    view->setAccessibleName(label);
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *saveAs = buttons->addButton(tr("Save As…"), QDialogButtonBox::ActionRole);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyDocument"_s);
    connect(saveAs, &QPushButton::clicked, this, &DocumentDialog::chooseFile);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &DocumentDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addWidget(view);
    layout->addWidget(buttons);
}

void DocumentDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save %1").arg(m_label));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"xml"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentDialog::save);
    dialog->open();
}

void DocumentDialog::save(const QString &path)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(m_text.toUtf8()) >= 0 && file.commit();
    if (done)
        return m_strip->showInfo(tr("Saved as %1.").arg(path));
    m_strip->showError({.kind = Error::Kind::Storage, .message = tr("The file could not be written."), .detail = file.errorString()});
}

#include "moc_documentdialog.cpp"
