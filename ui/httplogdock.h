// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/httplogfilter.h"
#include "ui/uistate.h"

#include <QDockWidget>

class HttpLogTable;
class MessageStrip;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class ScriptButton;
class QSplitter;

// What goes over the wire: the requests of the server shown, or of all, and what is done with them.
class HttpLogDock final : public QDockWidget {
    Q_OBJECT

public:
    HttpLogDock(HttpLog &log, UiState &state, QWidget *parent = nullptr);

    void setProfile(const QString &profileId); // whose requests are shown; also when its connection came or went

private:
    QWidget *buildBody();
    QWidget *buildTools();
    QWidget *buildDetails();
    QPushButton *addButton(const QString &objectName, const QString &text);
    void filterByServer();
    void showChoice();
    void updateSendAgain();
    void sendAgain();
    void chooseFile();
    void exportTo(const QString &path);

    HttpLog &m_log;
    UiState &m_state;
    HttpLogFilter m_shown;
    QString m_profileId;
    MessageStrip *m_strip;
    QLineEdit *m_filter;
    QCheckBox *m_failed;
    QCheckBox *m_allServers;
    ScriptButton *m_copy;
    QPushButton *m_sendAgain;
    QPushButton *m_export;
    QPushButton *m_clear;
    HttpLogTable *m_table;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_answer;
    QSplitter *m_splitter;
};
