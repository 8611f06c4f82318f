// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/bulkremoval.h"
#include "items/collection.h"
#include "ui/confirmdialog.h"

class BatchDialog;
class QWidget;

// The removal of records of one collection, be it deletion, revocation or deactivation: asks first, runs, and says what
// came of it.
class RecordRemoval final : public QObject {
    Q_OBJECT

public:
    RecordRemoval(Collection &collection, QWidget *page);

    // Asks from now on what it would hit before many are removed, and keeps what is left to do.
    void setBulk(BulkRemoval &bulk) { m_bulk = &bulk; }
    void setStaging(bool isOffered) { m_offersStaging = isOffered; }
    QString label() const; // of a button: "Delete…"
    QString labelForAll() const; // "Delete Everything Shown…"
    void ask(const QStringList &ids); // does nothing when none of them is in the list

Q_SIGNALS:
    // Records have left the list. `summary` is one translated sentence.
    void ended(const QString &summary, bool isComplete);
    void stageRequested(const QStringList &ids);
    void failed(const Error &error); // before anything was asked

private:
    void askKnowing(const QStringList &ids, const QStringList &usage);
    ConfirmDialog::Question question(const QStringList &names) const;
    void askForMany(const QStringList &ids, const QStringList &usage);
    void askWith(const BlastRadius &radius, const QStringList &usage);
    void run(const QStringList &ids);
    void show(BatchDialog *dialog);
    QString titleOf(int count) const;
    QString confirmLabelOf(int count) const;
    QString consequence() const;
    static QString sentences(const QStringList &usage, const QString &consequence, const QString &note);
    QString summary(int done, int failed) const;

    Collection &m_collection;
    QWidget *m_page;
    BulkRemoval *m_bulk = nullptr;
    bool m_isMeasuring = false; // what many would hit; the question comes then
    bool m_offersStaging = false;
    Removal m_kind;
    QString m_verb; // of buttons: "Delete"
};
