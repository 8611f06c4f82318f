// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class RecordEditor;
class UnsavedDialog;

// Keeps what is typed in an editor from being lost: whatever would replace it waits until it is saved or given up.
class UnsavedGuard final : public QObject {
    Q_OBJECT

public:
    explicit UnsavedGuard(RecordEditor &editor); // after everything else that listens to the editor

    // Goes on at once, or after the person has chosen to save or discard; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);

private:
    void ask();
    void goOn();

    RecordEditor &m_editor;
    QPointer<UnsavedDialog> m_dialog;
    std::function<void()> m_waiting;
};
