// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/confirmdialog.h"

class QWidget;

// The removal of records of one collection, be it deletion, revocation or deactivation: asks first, runs, and says what
// came of it.
class RecordRemoval final : public QObject {
    Q_OBJECT

public:
    RecordRemoval(Collection &collection, QWidget *page);

    QString label() const; // of a button: "Delete…"
    void ask(const QStringList &ids); // does nothing when none of them is in the list

Q_SIGNALS:
    // Records have left the list. `summary` is one translated sentence.
    void ended(const QString &summary, bool isComplete);
    void failed(const Error &error); // before anything was asked

private:
    void askKnowing(const QStringList &ids, const QStringList &usage);
    ConfirmDialog::Question question(const QStringList &names) const;
    void run(const QStringList &ids);
    QString summary(int done, int failed) const;

    Collection &m_collection;
    QWidget *m_page;
    Removal m_kind;
    QString m_verb; // of buttons: "Delete"
};
