// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"
#include "items/batchreport.h"

#include <QDialog>

#include <memory>
#include <optional>

class MessageStrip;
class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class ReasonList;

// Runs a batch: progress and what is left of it, a result per item, grouped by reason, pause, stop, retry of what
// failed; afterwards the report and the proof. With a single item it appears only when that takes long or fails, and
// leaves by itself when all is well. Deletes itself when closed.
class BatchDialog final : public QDialog {
    Q_OBJECT

public:
    // Asks of these whether what was wanted holds; null: of none of them can anybody be asked.
    using Proof = std::function<std::unique_ptr<Batch>(const QList<Batch::Item> &items)>;

    BatchDialog(std::unique_ptr<Batch> batch, const QString &title, QWidget *parent = nullptr);

    void setReport(const ReportHead &head); // from now on, it can be exported
    void setProof(Proof proof);
    void run();
    void showReport(); // of an earlier run: nothing can be started

Q_SIGNALS:
    void ended(int done, int failed); // of every item, once the dialog has closed

protected:
    void reject() override;

private:
    void buildLayout(QWidget *table);
    QWidget *buildTable();
    QBoxLayout *buildButtons();
    void connectParts();
    void updateState();
    QString summaryText() const;
    QString paceText() const;
    void togglePause();
    void filterBy(const QString &reason); // empty: all
    void takeEnd();
    void exportReport();
    void prove();

    std::unique_ptr<Batch> m_batch;
    std::optional<ReportHead> m_report;
    Proof m_proof;
    bool m_isReport = false;
    MessageStrip *m_strip;
    QLabel *m_summary;
    QLabel *m_pace;
    QProgressBar *m_progress;
    ReasonList *m_reasons;
    QSortFilterProxyModel *m_shown;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_export;
    QPushButton *m_prove;
    QPushButton *m_retry;
    QPushButton *m_close;
};
