// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

namespace server {

// What a sign-in form asks for and where it leads.
struct SignInForm {
    QByteArray action{}; // where it posts to
    QString clientName{}; // who wants the person signed in; empty: unknown
    QString userLabel = QStringLiteral("User name");
    QString problem{}; // what was wrong with the last attempt
    std::vector<std::pair<QString, QString>> hidden{}; // names and values it posts along
    QString redirectUri{}; // where the browser goes in the end: its policy must allow the form to lead there
};

// The page with that form: fields `username` and `password`. Nothing in it comes from elsewhere, nothing runs.
Response signInPage(const SignInForm &form, const Headers &headers = {});

// A page with a heading and a sentence.
Response messagePage(int status, const QString &title, const QString &sentence);

// A page that asks a question: its only button posts `hidden` to where `action` is, and the browser ends up at
// `redirectUri` if that is not empty.
Response questionPage(const QString &title, const QString &question, const QString &button, const QByteArray &action,
    const std::vector<std::pair<QString, QString>> &hidden, const QString &redirectUri);

}
