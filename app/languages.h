// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

// The language of the program's texts: its own translations and Qt's.
class Languages final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // "de"; empty: the system's. An unknown one leaves English. What is on screen already has to be made anew.
    void use(const QString &language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};
