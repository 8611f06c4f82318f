// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// A part of a text: either what it says, or the variable it has there and how that is written in this place.
struct ScriptPiece {
    enum class Encoding { Plain, Percent, Json, Base64 };

    QByteArray text{}; // UTF-8
    QString variable{};
    Encoding encoding = Encoding::Plain;
};
using ScriptText = QList<ScriptPiece>;

// A request as every language writes it down.
struct ScriptRequest {
    QByteArray verb{};
    ScriptText url{};
    QList<std::pair<QByteArray, ScriptText>> headers{}; // the Content-Type among them
    ScriptText body{};
};

// What a script is made of, whatever its language.
struct ScriptParts {
    QList<ScriptRequest> requests{};
    QStringList variables{}; // each once

    bool uses(ScriptPiece::Encoding encoding) const;
};

Result<ScriptParts> scriptPartsOf(const QList<Request> &requests, const QUrl &base);

// One per language.
QString curlScript(const ScriptParts &parts);
QString powerShellScript(const ScriptParts &parts);
QString pythonScript(const ScriptParts &parts);
