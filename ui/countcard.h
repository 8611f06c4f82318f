// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

#include <QPushButton>

class QLabel;

// How many records a collection holds, as a card that leads to its page. Says when it does not know, or not for sure.
class CountCard final : public QPushButton {
    Q_OBJECT

public:
    explicit CountCard(Collection &collection, QWidget *parent = nullptr);

    QString countText() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void update();

    Collection &m_collection;
    QLabel *m_count;
    QLabel *m_note;
};
