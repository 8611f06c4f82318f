// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcutsdialog.h"

#include "ui/recordpage.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

#include <QMap>

using namespace Qt::Literals::StringLiterals;

static QMap<QString, QString> shortcutsOf(const QWidget *window)
{
    QMap<QString, QString> keys;
    // They are listed also while no list was looked at.
    for (const auto &shortcut : RecordPage::shortcuts())
        keys.insert(shortcut.text, shortcut.keys.toString(QKeySequence::NativeText));
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions)
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            keys.insert(action->text().remove(u'&').remove(u'…'), action->shortcut().toString(QKeySequence::NativeText));
    return keys;
}

ShortcutsDialog::ShortcutsDialog(QWidget *window)
    : QDialog(window)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(40);
    grid->setVerticalSpacing(8);
    const auto addKey = [&](const QString &text, const QString &keys) {
        const int row = grid->rowCount();
        auto *key = new QLabel(keys, this);
        key->setProperty("look", u"muted"_s);
        grid->addWidget(new QLabel(text, this), row, 0);
        grid->addWidget(key, row, 1);
    };
    const auto shortcuts = shortcutsOf(window);
    for (auto shortcut = shortcuts.begin(); shortcut != shortcuts.end(); ++shortcut)
        addKey(shortcut.key(), shortcut.value());
    addKey(tr("Next Tab"), QKeySequence(QKeySequence::NextChild).toString(QKeySequence::NativeText));
    addKey(tr("Previous Tab"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab).toString(QKeySequence::NativeText));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(18);
    layout->addLayout(grid);
    layout->addWidget(buttons);
}

#include "moc_shortcutsdialog.cpp"
