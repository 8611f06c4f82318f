// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stagedguard.h"

#include "ui/confirmdialog.h"
#include "ui/shownoncedialog.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

StagedGuard::StagedGuard(ChangeSet &changes, QWidget *page)
    : QObject(page)
    , m_changes(changes)
    , m_page(page)
{
    connect(&changes, &ChangeSet::ended, this, [this] {
        showSecrets();
        goOn();
    });
    // Told while no window was there.
    QMetaObject::invokeMethod(this, &StagedGuard::showSecrets, Qt::QueuedConnection);
}

QStringList StagedGuard::names() const
{
    QStringList names;
    for (int row = 0; row < m_changes.rowCount(); ++row)
        if (m_changes.item(row).state != ChangeSet::State::Done)
            names << m_changes.item(row).name;
    return names;
}

bool StagedGuard::hasUnfinished() const
{
    return m_changes.pending() > 0 || m_changes.isApplying() || m_changes.hasSecrets() || m_secrets;
}

void StagedGuard::whenSafe(std::function<void()> proceed)
{
    if (!hasUnfinished())
        return proceed();
    if (m_changes.isApplying())
        return askToStop(std::move(proceed));
    if (m_secrets || m_changes.hasSecrets()) {
        m_waiting = std::move(proceed);
        return showSecrets();
    }
    askToDiscard([this, proceed = std::move(proceed)] { whenSafe(proceed); });
}

void StagedGuard::askToDiscard(std::function<void()> proceed)
{
    auto *dialog = new ConfirmDialog({.title = tr("Discard %Ln staged change(s)?", nullptr, m_changes.pending()),
                                         .consequence = tr("Nothing of them has reached the server."),
                                         .names = names(),
                                         .confirmLabel = tr("Discard")},
        m_page);
    connect(dialog, &QDialog::accepted, this, [this, proceed = std::move(proceed)] {
        m_changes.discard();
        if (proceed)
            proceed();
    });
    dialog->open();
}

void StagedGuard::askToStop(std::function<void()> proceed)
{
    auto *dialog = new ConfirmDialog({.title = tr("Stop applying the changes?"),
                                         .consequence = tr("What is under way is finished first."),
                                         .names = names(),
                                         .confirmLabel = tr("Stop")},
        m_page);
    connect(dialog, &QDialog::accepted, this, [this, proceed = std::move(proceed)] {
        if (!m_changes.isApplying())
            return whenSafe(proceed);
        m_waiting = proceed;
        m_changes.stop();
    });
    dialog->open();
}

void StagedGuard::showSecrets()
{
    if (m_changes.isApplying() || !m_changes.hasSecrets())
        return;
    QList<ShownOnce> values;
    QStringList owners;
    for (const NewSecrets &secrets : m_changes.takeSecrets()) {
        owners << secrets.name;
        for (const ShownOnce &value : secrets.values)
            //: %1 name of a record, %2 of a secret
            values << ShownOnce{tr("%1: %2").arg(secrets.name, value.label), value.value};
    }
    const QString title
        = owners.size() == 1 ? owners.first() : tr("%Ln records have new secrets", nullptr, int(owners.size()));
    m_secrets = new ShownOnceDialog(title, values, m_page);
    connect(m_secrets, &QDialog::finished, this, [this] {
        m_secrets.clear();
        goOn();
    });
    m_secrets->open();
}

void StagedGuard::goOn()
{
    if (m_secrets)
        return;
    if (const auto proceed = std::exchange(m_waiting, {}))
        whenSafe(proceed);
}

#include "moc_stagedguard.cpp"
