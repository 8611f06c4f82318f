// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintfindings.h"

#include <QWidget>

class Draft;
class QGridLayout;
class QLabel;
class QPushButton;

// Beside the findings: why the chosen one is wrong, who says so, what would be right, and what to do about it.
class LintDetail final : public QWidget {
    Q_OBJECT

public:
    explicit LintDetail(QWidget *parent = nullptr);

    void showRule(const LintRule &rule, bool isMuted);
    // `fixed`: the record as it should be; null: there is no fix.
    void showFinding(const Finding &finding, bool isRuleMuted, const Draft *fixed);
    void showRecord(const Finding &any); // of which there are several findings
    void clear();
    void setReadOnly(bool readOnly, const QString &reason); // `reason`: one translated sentence

Q_SIGNALS:
    void recordRequested();
    void fixRequested();
    void stageRequested(); // of the fix, to be applied with others
    void muteRequested(bool muted); // this finding, or all of a rule when a rule is shown
    void ruleMuteRequested(bool muted);

private:
    QLabel *addText(const QString &objectName, const QString &caption);
    QWidget *buildButtons();
    void setText(QLabel *label, const QString &text);
    void showFix(const Draft *fixed);
    void updateButtons();

    QWidget *m_body;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_what;
    QLabel *m_reason;
    QLabel *m_source;
    QLabel *m_fixTitle;
    QWidget *m_fixPlace;
    QWidget *m_fixTable = nullptr;
    QPushButton *m_fix;
    QPushButton *m_stage;
    QPushButton *m_show;
    QPushButton *m_mute;
    QPushButton *m_muteRule;
    QString m_readOnlyReason;
    bool m_readOnly = false;
    bool m_isMuted = false;
    bool m_isRuleMuted = false;
    bool m_hasFix = false;
};
