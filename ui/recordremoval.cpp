// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordremoval.h"

#include "ui/batchdialog.h"

static QString verbOf(Removal kind)
{
    switch (kind) {
    case Removal::Delete:
        return RecordRemoval::tr("Delete");
    case Removal::Revoke:
        return RecordRemoval::tr("Revoke");
    case Removal::Deactivate:
        return RecordRemoval::tr("Deactivate");
    }
    return {};
}

RecordRemoval::RecordRemoval(Collection &collection, QWidget *page)
    : QObject(page)
    , m_collection(collection)
    , m_page(page)
    , m_kind(collection.removal())
    , m_verb(verbOf(m_kind))
{
}

QString RecordRemoval::label() const
{
    switch (m_kind) {
    case Removal::Delete:
        return tr("Delete…");
    case Removal::Revoke:
        return tr("Revoke…");
    case Removal::Deactivate:
        return tr("Deactivate…");
    }
    return {};
}

void RecordRemoval::ask(const QStringList &ids)
{
    if (!m_collection.hasUsage())
        return askKnowing(ids, {});
    onResult(this, m_collection.usage(ids), [this, ids](const Result<QStringList> &usage) {
        if (usage)
            askKnowing(ids, *usage);
        else
            Q_EMIT failed(usage.error());
    });
}

void RecordRemoval::askKnowing(const QStringList &ids, const QStringList &usage)
{
    const auto names = m_collection.removalOf(ids)->names();
    if (names.isEmpty())
        return;
    ConfirmDialog::Question asked = question(names);
    QStringList sentences = usage;
    sentences << asked.consequence << m_collection.removalNote();
    sentences.removeAll(QString());
    asked.consequence = sentences.join(u'\n');
    auto *dialog = new ConfirmDialog(asked, m_page);
    connect(dialog, &QDialog::accepted, this, [this, ids] { run(ids); });
    dialog->open();
}

ConfirmDialog::Question RecordRemoval::question(const QStringList &names) const
{
    const int count = int(names.size());
    const bool isOne = count == 1;
    const QString what = isOne ? names.first() : m_collection.nameOf(count);
    const QString titled = m_collection.titledNameOf(count);
    ConfirmDialog::Question question{.names = names, .confirmLabel = m_verb};
    switch (m_kind) {
    case Removal::Delete:
        question.title = isOne ? tr("Delete “%1”?").arg(what) : tr("Delete %1?", "3 clients").arg(what);
        question.consequence = tr("This cannot be undone.");
        question.confirmLabel = isOne ? m_verb : tr("Delete %1", "3 Clients").arg(titled);
        break;
    case Removal::Revoke:
        question.title = isOne ? tr("Revoke “%1”?").arg(what) : tr("Revoke %1?", "3 access tokens").arg(what);
        question.consequence = tr("Whoever uses what is revoked has to sign in again. This cannot be undone.");
        question.confirmLabel = isOne ? m_verb : tr("Revoke %1", "3 Access Tokens").arg(titled);
        break;
    case Removal::Deactivate:
        question.title = isOne ? tr("Deactivate “%1”?").arg(what) : tr("Deactivate %1?", "3 clients").arg(what);
        question.consequence = tr("It can be enabled again here.");
        question.confirmLabel = isOne ? m_verb : tr("Deactivate %1", "3 Clients").arg(titled);
        break;
    }
    return question;
}

void RecordRemoval::run(const QStringList &ids)
{
    auto *dialog = new BatchDialog(m_collection.removalOf(ids), m_verb, m_page);
    connect(dialog, &BatchDialog::ended, this,
        [this](int done, int failed) { Q_EMIT ended(summary(done, failed), failed == 0); });
    dialog->run();
}

QString RecordRemoval::summary(int done, int failed) const
{
    const auto what = m_collection.nameOf(done);
    const bool isComplete = failed == 0;
    switch (m_kind) {
    case Removal::Delete:
        return isComplete ? tr("%1 deleted.", "3 clients").arg(what)
                          : tr("%1 deleted, %n failed.", nullptr, failed).arg(what);
    case Removal::Revoke:
        return isComplete ? tr("%1 revoked.", "3 access tokens").arg(what)
                          : tr("%1 revoked, %n failed.", nullptr, failed).arg(what);
    case Removal::Deactivate:
        return isComplete ? tr("%1 deactivated.", "3 clients").arg(what)
                          : tr("%1 deactivated, %n failed.", nullptr, failed).arg(what);
    }
    return {};
}
