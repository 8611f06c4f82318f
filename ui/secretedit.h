// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QLineEdit>

class QToolButton;

// A masked line for a secret: shown only while its eye button is held, copied only to a clipboard that forgets.
// It stays in password mode all the time, so Qt keeps the text out of drag, selection and accessibility; undo is kept
// empty.
class SecretEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    Secret secret() const;
    void setSecret(const Secret &secret);
    bool isRevealed() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void edited(); // by the person

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &name);
    void reveal(bool on);
    void forgetHistory();
    void copySecret();
    void arrange();

    QWidget *m_plain; // draws the text over the dots
    QToolButton *m_eye;
    QToolButton *m_copy;
};
