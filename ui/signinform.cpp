// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signinform.h"

#include "ui/formrow.h"
#include "ui/secretedit.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

QString dialectText(const char *text)
{
    return *text ? QCoreApplication::translate("Dialects", text) : QString();
}

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(12);
}

void SignInForm::setFields(const QList<SignInField> &fields)
{
    SignInValues known = values();
    known.secrets = typedSecrets();
    for (const Row &old : std::as_const(m_rows))
        delete old.row;
    m_rows.clear();
    for (const SignInField &field : fields)
        addRow(field, known);
    updatePlaceholders();
}

void SignInForm::addRow(const SignInField &field, const SignInValues &known)
{
    QLineEdit *input = nullptr;
    if (field.secret) {
        auto *secret = new SecretEdit(this);
        secret->setSecret(known.secrets.value(field.key));
        input = secret;
    } else {
        input = new QLineEdit(known.plain.value(field.key, field.initial), this);
    }
    input->setObjectName(u"signIn."_s + field.key);
    auto *row = new FormRow(dialectText(field.label), input, this);
    row->setHint(dialectText(field.hint));
    if (field.optional)
        input->setPlaceholderText(tr("Optional"));
    connect(input, &QLineEdit::textEdited, this, [this, row] {
        row->setProblem({});
        Q_EMIT edited();
    });
    m_layout->addWidget(row);
    m_rows << Row{field, row};
}

void SignInForm::setPlain(const QHash<QString, QString> &values)
{
    for (const Row &row : std::as_const(m_rows))
        if (!row.field.secret)
            qobject_cast<QLineEdit *>(row.row->input())->setText(values.value(row.field.key, row.field.initial));
}

void SignInForm::setKept(const QHash<QString, Secret> &secrets)
{
    m_kept = secrets;
    updatePlaceholders();
}

void SignInForm::setKeptText(const QString &text)
{
    m_keptText = text;
    updatePlaceholders();
}

void SignInForm::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first().row->input()->setFocus();
}

void SignInForm::updatePlaceholders()
{
    for (const Row &row : std::as_const(m_rows))
        if (row.field.secret)
            qobject_cast<QLineEdit *>(row.row->input())
                ->setPlaceholderText(m_kept.contains(row.field.key) ? m_keptText : row.field.optional ? tr("Optional") : QString());
}

SignInValues SignInForm::values() const
{
    SignInValues values;
    values.secrets = typedSecrets();
    for (const Row &row : m_rows) {
        const QString &key = row.field.key;
        if (!row.field.secret)
            values.plain.insert(key, qobject_cast<QLineEdit *>(row.row->input())->text().trimmed());
        else if (!values.secrets.contains(key) && m_kept.contains(key))
            values.secrets.insert(key, m_kept.value(key));
    }
    return values;
}

QHash<QString, Secret> SignInForm::typedSecrets() const
{
    QHash<QString, Secret> secrets;
    for (const Row &row : m_rows)
        if (auto *edit = qobject_cast<SecretEdit *>(row.row->input()); edit && !edit->secret().isEmpty())
            secrets.insert(row.field.key, edit->secret());
    return secrets;
}

bool SignInForm::check(Demand demand)
{
    const SignInValues given = values();
    QWidget *first = nullptr;
    for (const Row &row : std::as_const(m_rows)) {
        const bool isMissing = row.field.optional ? false : row.field.secret ? demand == Demand::Everything && !given.secrets.contains(row.field.key)
                                                : given.plain.value(row.field.key).isEmpty();
        row.row->setProblem(isMissing ? tr("This is needed to sign in.") : QString());
        if (isMissing && !first)
            first = row.row->input();
    }
    if (first)
        first->setFocus();
    return !first;
}

#include "moc_signinform.cpp"
