// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"
#include "items/requestscript.h"

#include <QWidget>

class ChangeDetail;
class MessageStrip;
class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class RecordTable;
class Server;
class StagedGuard;

// The changes staged on a server: what they are, what each would do, and how they are applied.
class ChangesPage final : public QWidget {
    Q_OBJECT

public:
    explicit ChangesPage(Server &server, QWidget *parent = nullptr);

    // Nothing can be applied while this holds; `reason` is one translated sentence for tool tips.
    void setReadOnly(bool readOnly, const QString &reason);
    StagedGuard &guard() const { return *m_guard; }

Q_SIGNALS:
    void editRequested(const QString &kind, int number); // of a staged draft

private:
    Result<QString> script(ScriptLanguage language) const;
    QWidget *buildTable();
    QWidget *buildFooter();
    QBoxLayout *buildTools();
    QPushButton *makeButton(const QString &objectName, const QString &label);
    int currentNumber() const; // 0: none is chosen
    void applyAll();
    void start();
    void discardAll();
    void resolveCurrent();
    void resolveGone(int number);
    void takeEnd(int done, int failed);
    void updateState();
    QString countsText() const;

    Server &m_server;
    ChangeSet &m_changes;
    StagedGuard *m_guard;
    MessageStrip *m_strip;
    RecordTable *m_table;
    ChangeDetail *m_detail;
    QProgressBar *m_progress;
    QLabel *m_summary = nullptr;
    QComboBox *m_onFailure = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_drop = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_apply = nullptr;
    bool m_readOnly = false;
    QString m_reason;
};
