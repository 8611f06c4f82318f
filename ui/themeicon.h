// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// A picture beside a text: an icon of the theme by its name, drawn in the colours of the theme as it is now.
class ThemeIcon final : public QWidget {
    Q_OBJECT

public:
    explicit ThemeIcon(int size, QWidget *parent = nullptr); // device-independent pixels

    void setName(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
};
