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
class RecordSaving;

// The editor beside a list: one record's fields, generated from its draft, with Save, Revert and removal.
class RecordEditor final : public QWidget {
    Q_OBJECT

public:
    explicit RecordEditor(QWidget *parent = nullptr);
    ~RecordEditor() override;

    // `newTitle` heads a record that has no name yet; `removeLabel` is the button's ("Delete…"), empty: no button.
    // `staged` is the draft's number in the server's ChangeSet, 0: it is not staged.
    void edit(std::unique_ptr<Draft> draft, const QString &newTitle, const QString &removeLabel, int staged = 0);
    void setStaged(int staged); // what is shown now counts as kept there; 0: as kept nowhere
    int staged() const { return m_staged; }
    void setStaging(bool isOffered) { m_offersStaging = isOffered; }
    void addTool(QWidget *tool); // beside the record's name
    void setRotateLabel(const QString &label); // of the button for new credentials; empty: no button
    void clear();
    // `reason` is one translated sentence, for tool tips.
    void setReadOnly(bool readOnly, const QString &reason);

    const Draft *draft() const { return m_draft.get(); } // null when nothing is edited
    bool isModified() const; // in a way that is neither saved nor staged
    bool isSaving() const { return m_saving; }
    void save();
    void stage();
    void revert();
    void focusFirstField();
    void showSaved(); // says so until the next change
    void updateTimes(); // of values that say how far away they are
    MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    void saved(const Saved &saved); // the draft is done with: edit() what is there now
    void saveFailed();
    void stageRequested();
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
    void stay();
    void showDifference();
    void updateState();
    int changeCount() const;
    QString stateText() const;
    bool mayKeep() const;
    QList<QVariant> values() const;

    std::unique_ptr<Draft> m_draft;
    QString m_newTitle;
    QString m_removeLabel;
    QString m_rotateLabel;
    QString m_readOnlyReason;
    bool m_readOnly = false;
    bool m_saving = false;
    bool m_justSaved = false;
    bool m_offersStaging = false;
    int m_staged = 0;
    QList<QVariant> m_stagedValues;
    QBoxLayout *m_headLine = nullptr;
    QLabel *m_title;
    QLabel *m_subtitle;
    MessageStrip *m_strip;
    RecordForm *m_form;
    RecordSaving *m_saver;
    QProgressBar *m_progress;
    QBoxLayout *m_state = nullptr; // what is unsaved
    QBoxLayout *m_buttons = nullptr;
    QLabel *m_changes;
    QPushButton *m_difference;
    QPushButton *m_remove;
    QPushButton *m_rotate;
    QPushButton *m_revert;
    QPushButton *m_stage;
    QPushButton *m_save;
};
