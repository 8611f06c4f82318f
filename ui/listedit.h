// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

// A list of words, one per line.
class ListEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ListEdit(QWidget *parent = nullptr);

    QStringList list() const; // trimmed, without empty lines
    void setList(const QStringList &list);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(); // by the person

private:
    bool m_setting = false;
};
