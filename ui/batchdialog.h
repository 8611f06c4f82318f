// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

// Runs a batch: progress, a result per item, stop, retry of what failed. With a single item it appears only when that
// takes long or fails, and leaves by itself when all is well. Deletes itself when closed.
class BatchDialog final : public QDialog {
    Q_OBJECT

public:
    BatchDialog(std::unique_ptr<Batch> batch, const QString &title, QWidget *parent = nullptr);

    void run();

Q_SIGNALS:
    void ended(int done, int failed); // of every item, once the dialog has closed

protected:
    void reject() override;

private:
    void updateState();
    void takeEnd();

    std::unique_ptr<Batch> m_batch;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_retry;
    QPushButton *m_close;
};
