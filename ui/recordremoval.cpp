// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordremoval.h"

#include "ui/batchdialog.h"
#include "ui/confirmdialog.h"

RecordRemoval::RecordRemoval(Collection &collection, QWidget *page)
    : QObject(page)
    , m_collection(collection)
    , m_page(page)
    , m_revokes(collection.removal() == Removal::Revoke)
{
}

QString RecordRemoval::label() const
{
    return m_revokes ? tr("Revoke…") : tr("Delete…");
}

void RecordRemoval::ask(const QStringList &ids)
{
    const auto names = m_collection.removalOf(ids)->names();
    if (names.isEmpty())
        return;
    const int count = int(names.size());
    const auto what = m_collection.nameOf(count);
    const auto titled = m_collection.titledNameOf(count);
    ConfirmDialog::Question question{.names = names};
    if (m_revokes) {
        question.title
            = count == 1 ? tr("Revoke “%1”?").arg(names.first()) : tr("Revoke %1?", "3 access tokens").arg(what);
        question.consequence = tr("Whoever uses what is revoked has to sign in again. This cannot be undone.");
        question.confirmLabel = count == 1 ? tr("Revoke") : tr("Revoke %1", "3 Access Tokens").arg(titled);
    } else {
        question.title = count == 1 ? tr("Delete “%1”?").arg(names.first()) : tr("Delete %1?", "3 clients").arg(what);
        question.consequence = tr("This cannot be undone.");
        question.confirmLabel = count == 1 ? tr("Delete") : tr("Delete %1", "3 Clients").arg(titled);
    }
    auto *dialog = new ConfirmDialog(question, m_page);
    connect(dialog, &QDialog::accepted, this, [this, ids] { run(ids); });
    dialog->open();
}

void RecordRemoval::run(const QStringList &ids)
{
    auto *dialog = new BatchDialog(m_collection.removalOf(ids), m_revokes ? tr("Revoke") : tr("Delete"), m_page);
    connect(dialog, &BatchDialog::ended, this,
        [this](int done, int failed) { Q_EMIT ended(summary(done, failed), failed == 0); });
    dialog->run();
}

QString RecordRemoval::summary(int done, int failed) const
{
    const auto what = m_collection.nameOf(done);
    if (failed > 0)
        return m_revokes ? tr("%1 revoked, %n failed.", nullptr, failed).arg(what)
                         : tr("%1 deleted, %n failed.", nullptr, failed).arg(what);
    return m_revokes ? tr("%1 revoked.", "3 access tokens").arg(what) : tr("%1 deleted.", "3 clients").arg(what);
}
