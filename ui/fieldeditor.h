// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

#include <QWidget>

#include <functional>

// The widget that edits one kind of value, and how to talk to it.
struct FieldEditor {
    QWidget *widget = nullptr;
    std::function<void(const QVariant &)> show{}; // does not report back
    std::function<QString()> problem{}; // what the widget cannot read; may be empty
    std::function<void(const QStringList &)> setChoices{}; // may be empty
};

// `report` is called with each value the person gives.
FieldEditor makeFieldEditor(
    const FieldInfo &field, QWidget *parent, const std::function<void(const QVariant &)> &report);

// The same for a value that cannot be edited; it can still be selected and copied.
FieldEditor makeFieldView(const FieldInfo &field, QWidget *parent);

// A value as one line or a few, for people. Secrets are never shown.
QString fieldText(const FieldInfo &field, const QVariant &value);
