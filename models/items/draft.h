// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "records/field.h"

// A value the server tells once and never again: a client secret, an API token.
struct ShownOnce {
    QString label{}; // translated
    Secret value{};
};

// What saving a draft led to.
struct Saved {
    QString id{};
    QList<ShownOnce> shownOnce{};
};

// What saving would do to the server.
enum class SaveEffect { Create, Change };

// One record being edited, seen as numbered fields; the editor knows nothing else of it. Changes nothing until save().
class Draft {
public:
    virtual ~Draft() = default;
    virtual bool isNew() const = 0;
    virtual QString id() const = 0; // empty while new
    virtual QString name() const = 0; // what a person calls the record, as it was loaded; may be empty while new
    virtual int fieldCount() const = 0;
    virtual FieldInfo field(int field) const = 0;
    virtual bool isEditable(int field) const = 0; // for this record, on this server
    virtual QVariant value(int field) const = 0;
    virtual QVariant originalValue(int field) const = 0;
    virtual void setValue(int field, const QVariant &value) = 0;
    virtual QString problem(int field) const = 0; // one translated sentence, empty when fine
    virtual bool isModified() const = 0;
    virtual void revert() = 0;
    // The values a Choice field can take, asked from the server once; an empty list when it has no say in it.
    virtual Future<QStringList> choices(int field) = 0;
    virtual bool confirmsEffect() const = 0; // what saving would do needs saying first: see effect()
    // Asks the server where an update of what is gone would make it anew; else answers without asking.
    virtual Future<SaveEffect> effect() = 0;
    // Error Rejected when a field has a problem; otherwise what the server says.
    virtual Future<Saved> save() = 0;
};
