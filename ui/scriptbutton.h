// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/requestscript.h"

#include <QPushButton>

#include <functional>

class MessageStrip;

// A button that copies requests as a script, in a language chosen from its menu.
class ScriptButton final : public QPushButton {
    Q_OBJECT

public:
    using MakeScript = std::function<Result<QString>(ScriptLanguage language)>;
    // Why there is no script is told on `strip`. Actions are called `prefix` and the language: "logCurl".
    ScriptButton(const QString &prefix, MakeScript make, MessageStrip &strip, QWidget *parent = nullptr);

private:
    void add(const QString &objectName, const QString &text, ScriptLanguage language);

    MakeScript m_make;
    MessageStrip &m_strip;
};
