// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"
#include "items/blastradius.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

// Asks before a bulk removal: how many it hits, whose they are and how old, with the console's own left out unless
// expressly included. Cancel is the default. Show it with open(); accepted() is the yes.
class BlastRadiusDialog final : public QDialog {
    Q_OBJECT

public:
    struct Question {
        std::function<QString(int count)> title{}; // "Revoke 1,234 access tokens?"
        std::function<QString(int count)> confirmLabel{}; // "Revoke 1,234 Access Tokens"
        QString consequence{}; // one or more sentences
        bool needsTypedNumber = false;
    };
    static constexpr int listedShares = 10;

    BlastRadiusDialog(
        const BlastRadius &radius, const Question &question, const QDateTime &now, QWidget *parent = nullptr);

    QStringList ids() const; // what was said yes to; the console's own come last
    Pace::Limits limits() const;

private:
    QString ageText(const QDateTime &now) const;
    QLayout *makeShares();
    QTreeWidget *makeShareList(const QString &title, const QString &objectName);
    static void fill(QTreeWidget *list, const QList<BlastRadius::Share> &shares);
    QWidget *makeOwn();
    QWidget *makePace();
    QWidget *makeGate();
    QLayout *makeButtons();
    int count() const;
    void updateCount();
    void updateConfirm();

    BlastRadius m_radius;
    Question m_question;
    QLabel *m_title;
    QTreeWidget *m_clients = nullptr;
    QTreeWidget *m_users = nullptr;
    QTreeWidget *m_types = nullptr;
    QCheckBox *m_includeOwn = nullptr; // null: none of them is
    QSpinBox *m_perSecond = nullptr;
    QSpinBox *m_wave = nullptr;
    QLabel *m_gateCaption = nullptr; // null: nothing needs to be typed
    QLineEdit *m_typed = nullptr; // likewise
    QPushButton *m_confirm = nullptr;
};
