// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "ui/confidential.h"

#include <QLineEdit>

#include <chrono>

class QToolButton;

// A masked line for a secret: shown only while its eye button is held, copied only to a clipboard that forgets.
// It stays in password mode all the time, so Qt keeps the text out of drag, selection and accessibility; undo is kept
// empty.
class SecretEdit final : public QLineEdit, public Confidential {
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    Secret secret() const;
    void setSecret(const Secret &secret);
    bool isRevealed() const;
    QSize sizeHint() const override;
    void setClipboardLife(std::chrono::seconds life); // of what is copied from here
    void setShownOnce(bool once) { m_isShownOnce = once; } // nobody can show it again, so it is never dropped
    void setCovered(bool covered) override;
    void dropSecrets() override; // what was typed

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
    std::chrono::seconds m_clipboardLife{0};
    bool m_isCovered = false;
    bool m_isShownOnce = false;
};
