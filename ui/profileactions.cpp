// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profileactions.h"

#include "ui/confirmdialog.h"
#include "ui/profiledialog.h"
#include "ui/trustdialog.h"

ProfileActions::ProfileActions(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void ProfileActions::edit(const QString &profileId)
{
    const Profile *known = m_workspace.profile(profileId);
    const Profile before = known ? *known : Profile{};
    auto *dialog = new ProfileDialog(m_workspace, before, m_window);
    connect(dialog, &ProfileDialog::saved, this, [this, before](const QString &id) {
        if (before.id.isEmpty())
            Q_EMIT added(id);
        else
            Q_EMIT edited(before);
    });
    dialog->open();
}

void ProfileActions::duplicate(const QString &profileId)
{
    onResult(this, m_workspace.duplicate(profileId), [this](const Result<QString> &copy) {
        if (copy)
            Q_EMIT added(*copy);
        else
            Q_EMIT failed(copy.error());
    });
}

void ProfileActions::askToRemove(const QString &profileId)
{
    const Profile *profile = m_workspace.profile(profileId);
    if (!profile)
        return;
    auto *dialog = new ConfirmDialog(
        {.title = tr("Delete %1?").arg(profile->name),
            .consequence = tr("The server is removed from this list and its secrets from the keychain. "
                              "Nothing changes on the server itself."),
            .names = {profile->name},
            .confirmLabel = tr("Delete")},
        m_window);
    connect(dialog, &QDialog::accepted, this, [this, profileId] {
        onResult(this, m_workspace.remove(profileId), [this](const Result<> &removed) {
            if (!removed)
                Q_EMIT failed(removed.error());
        });
    });
    dialog->open();
}

void ProfileActions::showCertificate(const QString &profileId)
{
    const Profile *profile = m_workspace.profile(profileId);
    const auto failure = m_workspace.tlsFailure(profileId);
    if (!profile || !failure)
        return;
    auto *dialog = new TrustDialog(profile->name, *failure, m_window);
    connect(dialog, &QDialog::accepted, this, [this, profileId, pin = failure->chain.value(0).sha256] {
        onResult(this, m_workspace.trust(profileId, pin), [this](const Result<QString> &id) {
            if (id)
                Q_EMIT trusted(*id);
            else
                Q_EMIT failed(id.error());
        });
    });
    dialog->open();
}

#include "moc_profileactions.cpp"
