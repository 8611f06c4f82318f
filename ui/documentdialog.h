// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class MessageStrip;

// A text the server publishes, to be read, copied or saved. Show it with open(); it deletes itself when closed.
class DocumentDialog final : public QDialog {
    Q_OBJECT

public:
    DocumentDialog(const QString &label, const QString &text, QWidget *parent = nullptr);

private:
    void chooseFile();
    void save(const QString &path);

    QString m_label;
    QString m_text;
    MessageStrip *m_strip;
};
