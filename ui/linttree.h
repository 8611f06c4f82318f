// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintmodel.h"

#include <QTreeView>

// The findings, in groups that fold. What is selected stays so from one run to the next, as long as it is there.
class LintTree final : public QTreeView {
    Q_OBJECT

public:
    explicit LintTree(LintModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void selectionMoved();

private:
    void keepSelection();
    void restore();

    LintModel &m_model;
    QString m_selected; // LintModel::KeyRole
    QStringList m_folded; // keys of groups
    bool m_isRestoring = false;
};
