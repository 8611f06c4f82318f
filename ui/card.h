// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

// A framed part of a page with a title.
class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; } // below the title
    void addToTitle(QWidget *widget);            // at its far end

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_head;
};

// Cards side by side, as many as the width allows, in rows of equal columns.
class CardGrid final : public QWidget {
    Q_OBJECT

public:
    // `columnWidth` is the least a card gets, in device-independent pixels, while the window is wide enough.
    CardGrid(int columnWidth, int mostColumns, QWidget *parent = nullptr);

    void addCard(QWidget *card);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_layout;
    QList<QWidget *> m_cards;
    int m_columnWidth;
    int m_mostColumns;
    int m_columns = 0;
};
