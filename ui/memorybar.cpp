// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memorybar.h"

#include "ui/confirmdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

MemoryBar::MemoryBar(Collection &collection, QWidget *parent)
    : QWidget(parent)
    , m_collection(collection)
    , m_inspect(new QPushButton(tr("Inspect"), this))
    , m_forget(new QPushButton(tr("Forget…"), this))
{
    auto *note = new QLabel(collection.memoryNote(), this);
    note->setObjectName(u"memoryNote"_s);
    note->setProperty("look", u"muted"_s);
    note->setWordWrap(true);
    m_inspect->setObjectName(u"inspectKept"_s);
    m_inspect->setVisible(collection.operations() & Operation::Inspect);
    m_forget->setObjectName(u"forgetKept"_s);
    m_forget->setVisible(collection.operations() & Operation::Forget);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 8);
    layout->addWidget(note, 1);
    layout->addWidget(m_inspect);
    layout->addWidget(m_forget);
    connect(m_inspect, &QPushButton::clicked, this, [this] { Q_EMIT inspectionRequested(m_collection.tokens(m_ids)); });
    connect(m_forget, &QPushButton::clicked, this, &MemoryBar::askToForget);
    setSelection({});
}

void MemoryBar::setSelection(const QStringList &ids)
{
    m_ids = ids;
    m_inspect->setEnabled(!m_collection.tokens(ids).isEmpty());
    m_forget->setEnabled(!ids.isEmpty());
}

void MemoryBar::askToForget()
{
    const int count = int(m_ids.size());
    auto *dialog = new ConfirmDialog(
        {.title = tr("Forget %1?", "3 kept tokens").arg(m_collection.nameOf(count)),
            .consequence = tr("They leave this list, and their secrets the keychain. The server is not told."),
            .names = m_collection.removalOf(m_ids)->names(),
            .confirmLabel = tr("Forget")},
        this);
    connect(dialog, &QDialog::accepted, this, &MemoryBar::forget);
    dialog->open();
}

void MemoryBar::forget()
{
    const QString what = m_collection.nameOf(int(m_ids.size()));
    onResult(this, m_collection.forget(m_ids), [this, what](const Result<> &result) {
        if (result)
            Q_EMIT forgotten(tr("%1 forgotten.", "3 kept tokens").arg(what));
        else
            Q_EMIT failed(result.error());
    });
}

#include "moc_memorybar.cpp"
