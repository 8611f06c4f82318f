// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

// A table's header that shortens titles with an ellipsis and tells those it cut in a tool tip. Does it itself, because
// the style sheet's font and padding are unknown to QHeaderView's own shortening.
class ElidingHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit ElidingHeader(QWidget *parent = nullptr);

    int fittingWidth(int section) const; // for the whole title

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    bool viewportEvent(QEvent *event) override;

private:
    QString title(int section) const;
    int padding() const;
    bool isCut(int section) const;
};
