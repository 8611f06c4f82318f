// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"
#include "items/recordimport.h"

#include <QDialog>

class MessageStrip;
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

// Reads a file of records, shows which column is which field and what each row would do, and stages that. Sends
// nothing.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Collection &collection, ChangeSet &changes, QWidget *parent = nullptr);

    Q_INVOKABLE void read(const QString &path);

Q_SIGNALS:
    void staged(int count); // changes

private:
    QWidget *buildMapping();
    QWidget *buildPreview();
    QWidget *buildButtons();
    void chooseFile();
    void takeTable(const Result<ImportTable> &table);
    void showImport(const ImportTable &table);
    void showMapping();
    void updateState();
    QString summary() const;
    void stage();

    Collection &m_collection;
    ChangeSet &m_changes;
    MessageStrip *m_strip;
    QLabel *m_file;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QSortFilterProxyModel *m_shown;
    QTableView *m_preview = nullptr;
    QCheckBox *m_problemsOnly = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_stage = nullptr;
    RecordImport *m_import = nullptr;
    bool m_isReading = false;
};
