// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"

#include <QWidget>

class FormRow;
class QVBoxLayout;

QString dialectText(const char *text); // of a dialect's table, translated

// The fields of one sign-in method, generated from the dialect's table. The input of a field is named "signIn.<key>".
class SignInForm final : public QWidget {
    Q_OBJECT

public:
    enum class Demand { Plain, Everything };

    explicit SignInForm(QWidget *parent = nullptr);

    void setFields(const QList<SignInField> &fields); // what was typed stays where the key is the same
    void setPlain(const QHash<QString, QString> &values);
    void setKeptText(const QString &text); // how a field says that its secret is kept
    void setKept(const QHash<QString, Secret> &secrets); // those the keychain has: need not be typed again

    SignInValues values() const; // kept secrets stand in for those that were not typed
    QHash<QString, Secret> typedSecrets() const;
    // Says at each field what is missing and puts the focus on the first; true when nothing is.
    bool check(Demand demand);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    struct Row {
        SignInField field{};
        FormRow *row = nullptr;
    };
    void addRow(const SignInField &field, const SignInValues &known);
    void updatePlaceholders();

    QVBoxLayout *m_layout;
    QList<Row> m_rows;
    QHash<QString, Secret> m_kept;
    QString m_keptText;
};
