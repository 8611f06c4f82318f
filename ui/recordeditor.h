// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QWidget>

#include <memory>

class MessageStrip;
class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class RecordForm;

// The editor beside a list: one record's fields, generated from its draft, with Save, Revert and removal.
class RecordEditor final : public QWidget {
    Q_OBJECT

public:
    explicit RecordEditor(QWidget *parent = nullptr);
    ~RecordEditor() override;

    // `newTitle` heads a record that has no name yet; `removeLabel` is the button's ("Delete…"), empty: no button.
    void edit(std::unique_ptr<Draft> draft, const QString &newTitle, const QString &removeLabel);
    void setRotateLabel(const QString &label); // of the button for new credentials; empty: no button
    void clear();
    // `reason` is one translated sentence, for tool tips.
    void setReadOnly(bool readOnly, const QString &reason);

    const Draft *draft() const { return m_draft.get(); } // null when nothing is edited
    bool isModified() const;
    bool isSaving() const { return m_saving; }
    void save();
    void revert();
    void focusFirstField();
    void showSaved(); // says so until the next change
    void updateTimes(); // of values that say how far away they are
    MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    void saved(const Saved &saved); // the draft is done with: edit() what is there now
    void saveFailed();
    void savingChanged();
    void removeRequested(const QString &id);
    void rotateRequested(const QString &id);
    void closeRequested(); // Cancel of a new record, Esc

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFooter();
    void arrangeFooter();
    void showHead();
    void setSaving(bool saving);
    void takeEffect(const Result<SaveEffect> &effect);
    void send();
    void takeOutcome(const Result<Saved> &result);
    void showDifference();
    void updateState();
    int changeCount() const;

    std::unique_ptr<Draft> m_draft;
    QString m_newTitle;
    QString m_removeLabel;
    QString m_rotateLabel;
    QString m_readOnlyReason;
    bool m_readOnly = false;
    bool m_saving = false;
    bool m_justSaved = false;
    QLabel *m_title;
    QLabel *m_subtitle;
    MessageStrip *m_strip;
    RecordForm *m_form;
    QProgressBar *m_progress;
    QBoxLayout *m_state = nullptr; // what is unsaved
    QBoxLayout *m_buttons = nullptr;
    QLabel *m_changes;
    QPushButton *m_difference;
    QPushButton *m_remove;
    QPushButton *m_rotate;
    QPushButton *m_revert;
    QPushButton *m_save;
};
