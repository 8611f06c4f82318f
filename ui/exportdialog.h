// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/recordexport.h"
#include "items/recordfilter.h"

#include <QDialog>
#include <QTimer>

class MessageStrip;
class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

// Asks how the rows a list shows are exported, and does it. Deletes itself when closed.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    // `visible` are the columns shown, in the order shown.
    ExportDialog(
        Collection &collection, const RecordFilter &shown, const QList<ListColumn> &visible, QWidget *parent = nullptr);
    ~ExportDialog() override;

    void start(const QString &path); // as chosen; what is there is replaced

Q_SIGNALS:
    void exported(qint64 count, const QString &path);

protected:
    bool event(QEvent *event) override;
    void reject() override; // stops first

private:
    QWidget *buildChoices();
    QWidget *buildSecrets();
    QLayout *buildButtons();
    ExportFormat format() const;
    QString suffix() const;
    bool isRunning() const { return bool(m_progress); }
    void updateState();
    void updateProgress();
    void chooseFile();
    void takeEnd(const Result<qint64> &written, const QString &path);

    Collection &m_collection;
    const RecordFilter &m_shown;
    QList<ListColumn> m_visible;
    MessageStrip *m_strip;
    QLabel *m_summary;
    QComboBox *m_format;
    QComboBox *m_columns;
    QLabel *m_hint;
    QCheckBox *m_secrets = nullptr; // null: the list has none
    QLabel *m_warning = nullptr;
    QWidget *m_choices;
    QProgressBar *m_bar;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QTimer m_glance; // at the progress
    std::shared_ptr<ExportProgress> m_progress; // of the export under way
    size_t m_total = 0; // rows of it
};
