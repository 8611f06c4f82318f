// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "records/field.h"

// Values of fields as exports write them (see recordexport.h), and back. What cannot be read is Error Rejected, whose
// message is one translated sentence.

// Secrets have none.
QJsonValue jsonOf(const FieldInfo &field, const QVariant &value);
QString cellOf(const FieldInfo &field, const QVariant &value); // of a table; without the mark against formulas
Result<QVariant> valueOf(const FieldInfo &field, const QJsonValue &json);
Result<QVariant> valueOf(const FieldInfo &field, const QString &cell);
