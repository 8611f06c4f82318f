// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordremoval.h"

#include "ui/batchdialog.h"
#include "ui/blastradiusdialog.h"
#include "ui/bulkrun.h"

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

QString RecordRemoval::labelForAll() const
{
    switch (m_kind) {
    case Removal::Delete:
        return tr("Delete Everything Shown…");
    case Removal::Revoke:
        return tr("Revoke Everything Shown…");
    case Removal::Deactivate:
        return tr("Deactivate Everything Shown…");
    }
    return {};
}

void RecordRemoval::ask(const QStringList &ids)
{
    if (m_isMeasuring)
        return;
    const auto go = [this, ids](const QStringList &usage) {
        if (m_bulk && ids.size() > 1)
            askForMany(ids, usage);
        else
            askKnowing(ids, usage);
    };
    if (!m_collection.hasUsage())
        return go({});
    onResult(this, m_collection.usage(ids), [this, go](const Result<QStringList> &usage) {
        if (usage)
            go(*usage);
        else
            Q_EMIT failed(usage.error());
    });
}

QString RecordRemoval::sentences(const QStringList &usage, const QString &consequence, const QString &note)
{
    QStringList all = usage;
    all << consequence << note;
    all.removeAll(QString());
    return all.join(u'\n');
}

void RecordRemoval::askKnowing(const QStringList &ids, const QStringList &usage)
{
    const auto names = m_collection.removalOf(ids)->names();
    if (names.isEmpty())
        return;
    ConfirmDialog::Question asked = question(names);
    asked.consequence = sentences(usage, asked.consequence, m_collection.removalNote());
    auto *dialog = new ConfirmDialog(asked, m_page);
    connect(dialog, &QDialog::accepted, this, [this, ids] { run(ids); });
    if (m_offersStaging)
        dialog->addAlternative(tr("Stage"));
    connect(dialog, &ConfirmDialog::alternativeChosen, this, [this, ids] { Q_EMIT stageRequested(ids); });
    dialog->open();
}

void RecordRemoval::askForMany(const QStringList &ids, const QStringList &usage)
{
    m_isMeasuring = true;
    onResult(this, m_bulk->radius(m_collection, ids), [this, usage](const Result<BlastRadius> &radius) {
        m_isMeasuring = false;
        if (!radius)
            Q_EMIT failed(radius.error());
        else if (radius->total() > 0)
            askWith(*radius, usage);
    });
}

void RecordRemoval::askWith(const BlastRadius &radius, const QStringList &usage)
{
    auto *dialog = new BlastRadiusDialog(radius,
        {.title = [this](int count) { return titleOf(count); },
            .confirmLabel = [this](int count) { return confirmLabelOf(count); },
            .consequence = sentences(usage, consequence(), m_collection.removalNote()),
            .needsTypedNumber = m_bulk->needsTypedNumber()},
        systemClock(), m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        auto run = m_bulk->begin(m_collection, dialog->ids(), dialog->limits());
        show(makeBulkDialog(*m_bulk, std::move(run), m_verb, m_page));
    });
    dialog->open();
}

QString RecordRemoval::titleOf(int count) const
{
    const QString what = m_collection.nameOf(count);
    switch (m_kind) {
    case Removal::Delete:
        return tr("Delete %1?", "3 clients").arg(what);
    case Removal::Revoke:
        return tr("Revoke %1?", "3 access tokens").arg(what);
    case Removal::Deactivate:
        return tr("Deactivate %1?", "3 clients").arg(what);
    }
    return {};
}

QString RecordRemoval::confirmLabelOf(int count) const
{
    const QString titled = m_collection.titledNameOf(count);
    switch (m_kind) {
    case Removal::Delete:
        return tr("Delete %1", "3 Clients").arg(titled);
    case Removal::Revoke:
        return tr("Revoke %1", "3 Access Tokens").arg(titled);
    case Removal::Deactivate:
        return tr("Deactivate %1", "3 Clients").arg(titled);
    }
    return {};
}

QString RecordRemoval::consequence() const
{
    switch (m_kind) {
    case Removal::Delete:
        return tr("This cannot be undone.");
    case Removal::Revoke:
        return tr("Whoever uses what is revoked has to sign in again. This cannot be undone.");
    case Removal::Deactivate:
        return tr("It can be enabled again here.");
    }
    return {};
}

static QString titleOfOne(Removal kind, const QString &name)
{
    switch (kind) {
    case Removal::Delete:
        return RecordRemoval::tr("Delete “%1”?").arg(name);
    case Removal::Revoke:
        return RecordRemoval::tr("Revoke “%1”?").arg(name);
    case Removal::Deactivate:
        return RecordRemoval::tr("Deactivate “%1”?").arg(name);
    }
    return {};
}

ConfirmDialog::Question RecordRemoval::question(const QStringList &names) const
{
    const int count = int(names.size());
    const bool isOne = count == 1;
    return {.title = isOne ? titleOfOne(m_kind, names.first()) : titleOf(count),
        .consequence = consequence(),
        .names = names,
        .confirmLabel = isOne ? m_verb : confirmLabelOf(count)};
}

void RecordRemoval::run(const QStringList &ids)
{
    show(new BatchDialog(m_collection.removalOf(ids), m_verb, m_page));
}

void RecordRemoval::show(BatchDialog *dialog)
{
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
                          : tr("%1 deleted, %Ln failed.", nullptr, failed).arg(what);
    case Removal::Revoke:
        return isComplete ? tr("%1 revoked.", "3 access tokens").arg(what)
                          : tr("%1 revoked, %Ln failed.", nullptr, failed).arg(what);
    case Removal::Deactivate:
        return isComplete ? tr("%1 deactivated.", "3 clients").arg(what)
                          : tr("%1 deactivated, %Ln failed.", nullptr, failed).arg(what);
    }
    return {};
}

#include "moc_recordremoval.cpp"
