// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/randomtext.h"

#include <QRandomGenerator>

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    QRandomGenerator *system = QRandomGenerator::system();
    for (char &byte : random)
        byte = static_cast<char>(system->bounded(256));
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}
