// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uistate.h"

#include <QToolButton>

class FilterLine;
class QMenu;
struct FieldInfo;

// The button beside a filter line whose menu keeps filters under names: those of one kind of record of one product.
class SavedFilters final : public QToolButton {
    Q_OBJECT

public:
    // `columns` are what a filter of the list may be about.
    SavedFilters(FilterLine &line, const QList<FieldInfo> &columns, UiState &state, const QString &dialect,
        const QString &kind, QWidget *parent = nullptr);

private:
    void buildMenu();
    void buildRemovals(QMenu &menu, const QList<UiState::NamedFilter> &filters);
    bool canSave() const;
    QString present() const; // the filter written now
    void askName();
    void save(const QString &name);

    FilterLine &m_line;
    QList<FieldInfo> m_columns;
    UiState &m_state;
    QString m_dialect;
    QString m_kind;
};
