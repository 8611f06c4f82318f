// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordrotation.h"

#include "ui/confirmdialog.h"

RecordRotation::RecordRotation(Collection &collection, QWidget *page)
    : QObject(page)
    , m_collection(collection)
    , m_page(page)
{
}

QString RecordRotation::label() const
{
    const QString label = m_collection.rotationLabel();
    //: %1 what is done; the dots say that a question comes first
    return label.isEmpty() ? label : tr("%1…").arg(label);
}

void RecordRotation::ask(const QString &id)
{
    const auto draft = m_collection.draft(id);
    if (!draft)
        return;
    auto *dialog = new ConfirmDialog({.title = tr("%1 of “%2”?").arg(m_collection.rotationLabel(), draft->name()),
                                         .consequence = m_collection.rotationConsequence(),
                                         .confirmLabel = m_collection.rotationLabel(),
                                         .typed = draft->name()},
        m_page);
    connect(dialog, &QDialog::accepted, this, [this, id] { rotate(id); });
    if (m_offersStaging)
        dialog->addAlternative(tr("Stage"));
    connect(dialog, &ConfirmDialog::alternativeChosen, this, [this, id] { Q_EMIT stageRequested(id); });
    dialog->open();
}

void RecordRotation::rotate(const QString &id)
{
    onResult(this, m_collection.rotate(id), [this](const Result<Saved> &saved) {
        if (saved)
            Q_EMIT rotated(*saved);
        else
            Q_EMIT failed(saved.error());
    });
}

#include "moc_recordrotation.cpp"
