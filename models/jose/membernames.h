// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

// The names an object in this JSON text gives more than once, at any depth, each once and in the order they repeat.
// Readers differ in which one they believe (RFC 8259 §4), so what stands there can mean two things. The text must have
// been accepted by QJsonDocument, which keeps the last one and says nothing.
QStringList repeatedNames(const QByteArray &json);
