// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/requestscript.h"

#include "items/scriptparts.h"

Result<QString> scriptOf(ScriptLanguage language, const QList<Request> &requests, const QUrl &base)
{
    return scriptPartsOf(requests, base).map([language](const ScriptParts &parts) {
        switch (language) {
        case ScriptLanguage::Curl:
            return curlScript(parts);
        case ScriptLanguage::PowerShell:
            return powerShellScript(parts);
        case ScriptLanguage::Python:
            break;
        }
        return pythonScript(parts);
    });
}
