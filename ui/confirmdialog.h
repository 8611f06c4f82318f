// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

// Asks before something that cannot be taken back: names what will be hit, and the button says what it does.
// Cancel is the default. Show it with open(); accepted() is the yes.
class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString title{}; // "Delete 3 clients?"
        QString consequence{}; // one or two sentences
        QStringList names{}; // what will be hit; a few are listed
        QString confirmLabel{}; // "Delete 3 Clients"
        QString typed{}; // what must be typed before the button works; empty: nothing
        bool isHarmless = false; // nothing is lost by a yes, so nothing warns of it
    };
    static constexpr int listedNames = 8;

    explicit ConfirmDialog(const Question &question, QWidget *parent = nullptr);

    // A third answer, before the yes; closes the dialog and is neither accepted() nor lost.
    void addAlternative(const QString &label);

Q_SIGNALS:
    void alternativeChosen();

protected:
    void addBelowText(QWidget *part); // while it is being made

private:
    QVBoxLayout *m_text;
    QHBoxLayout *m_buttons;
    QWidget *makeGate(const QString &typed, QPushButton &confirm);
    static QString listed(const QStringList &names);
    void fit();
};
