// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/verdict.h"

#include <QAbstractTableModel>

class Inspection;

// The tokens of an inspection as a table. Values are masked. Verdicts are as of when they are asked for: a token expires
// without a signal.
class InspectionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Value, Kind, Issuer, Subject, Client, Scopes, Expires, Signature, ServerSays, Sum, ColumnCount };
    enum Role { // beside RecordRole
        TokenRole = NoveltyRole + 1, // Secret
        VerdictRole, // Verdict
        ExplanationRole, // QString, one sentence for the verdict
        RemarksRole, // QStringList, a sentence each; see remarksOn()
        ErrorRole, // QString, why the server gave no answer; empty when it did or was not asked
        HeaderRole, // QString, JSON, indented; empty when there is none to read
        ClaimsRole, // QString, JSON, indented: the token's own, else what the server told
    };

    explicit InspectionModel(Inspection &inspection, QObject *parent = nullptr);

    QList<FieldInfo> columns() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const InspectedToken &token, int column) const;
    QString serverText(const InspectedToken &token) const;
    QString tooltip(const InspectedToken &token, int column) const;

    Inspection &m_inspection;
};
