// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lint.h"

#include <QWidget>

class EmptyState;
class LintBar;
class LintDetail;
class LintModel;
class LintTree;
class MessageStrip;
class QLabel;
class QPushButton;
class QStackedWidget;

// What the rules find wrong with a server's clients and tokens, why, and how to put it right.
class LintPage final : public QWidget {
    Q_OBJECT

public:
    // `serverName` is for reports.
    LintPage(Lint &lint, const QString &serverName, QWidget *parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly, const QString &reason); // `reason`: one translated sentence, for tool tips

Q_SIGNALS:
    void recordRequested(const QString &kind, const QString &id);
    void fixRequested(const Finding &finding); // that is, the record's editor with Lint::fixed()
    void stageRequested(const Finding &finding); // likewise, among the staged changes

private:
    QWidget *buildFindings();
    QWidget *buildFoot();
    void update();
    void updateFoot();
    void showSelected();
    void setMuted(const QString &key, bool muted);
    QString checkedText() const;
    void exportFindings();

    Lint &m_lint;
    QString m_serverName;
    LintModel *m_model;
    MessageStrip *m_strip;
    LintBar *m_bar;
    LintTree *m_tree;
    LintDetail *m_detail;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_checked;
    QPushButton *m_more;
};
