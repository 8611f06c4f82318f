// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QObject>

class QWidget;

// Saves a draft: finds out first what became of its record on the server, and asks where that matters.
class RecordSaving final : public QObject {
    Q_OBJECT

public:
    explicit RecordSaving(QWidget *page);

    void save(Draft &draft);
    void abandon(); // the draft is about to go; what was sent goes on

Q_SIGNALS:
    void rebased(); // the draft has values of the server now
    void saved(const Saved &saved);
    void failed(const Error &error);
    void stayed(); // the person chose not to save

private:
    void takeConflict(const Result<Conflict> &conflict);
    void askAboutConflict(const Conflict &conflict);
    void askAboutEffect(SaveEffect effect);
    void send();

    QWidget *m_page;
    Draft *m_draft = nullptr; // while one is being saved
};
