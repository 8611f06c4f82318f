// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scriptbutton.h"

#include "ui/messagestrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

ScriptButton::ScriptButton(const QString &prefix, MakeScript make, MessageStrip &strip, QWidget *parent)
    : QPushButton(tr("Copy As"), parent)
    , m_make(std::move(make))
    , m_strip(strip)
{
    setObjectName(prefix + u"Copy"_s);
    setToolTip(tr("As a script. Secrets are variables in it."));
    setMenu(new QMenu(this));
    add(prefix + u"Curl"_s, tr("cURL"), ScriptLanguage::Curl);
    add(prefix + u"PowerShell"_s, tr("PowerShell"), ScriptLanguage::PowerShell);
    add(prefix + u"Python"_s, tr("Python"), ScriptLanguage::Python);
}

void ScriptButton::add(const QString &objectName, const QString &text, ScriptLanguage language)
{
    QAction *action = menu()->addAction(text, this, [this, language] {
        const Result<QString> script = m_make(language);
        m_strip.clear();
        if (!script)
            return m_strip.showError(script.error());
        QGuiApplication::clipboard()->setText(*script);
    });
    action->setObjectName(objectName);
}

#include "moc_scriptbutton.cpp"
