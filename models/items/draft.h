// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/request.h"
#include "records/field.h"

#include <QSet>

#include <memory>

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

// A field that has another value on the server than when the draft was made of it.
struct FieldChange {
    int field = 0;
    QVariant before{}; // when the draft was made
    QVariant theirs{}; // on the server now
    QVariant mine{};
    bool needsChoice = false; // the draft gives it a third value
};

// What happened on the server to the record of a draft since the draft was made.
struct Conflict {
    SaveEffect effect = SaveEffect::Change; // Create: it is gone, and saving would make it anew
    QList<FieldChange> changes{}; // of fields that can be edited
    bool isEmpty() const { return effect == SaveEffect::Change && changes.isEmpty(); }
};

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
    virtual bool confirmsEffect() const = 0; // what saving would do needs saying first: see compare()
    // Asks the server for the record as it is now and compares; what is new is Create and asks nothing. Error NotFound
    // when it is gone and saving could not bring it back.
    virtual Future<Conflict> compare() = 0;
    // Puts what was changed here on top of what the last compare() found, but for the fields `theirs`, which take the
    // server's values. What the server changed elsewhere is kept; does nothing when there was no such comparison.
    virtual void rebase(const QSet<int> &theirs) = 0;
    // Error Rejected when a field has a problem; otherwise what the server says.
    virtual Future<Saved> save() = 0;
    virtual Request request() const = 0; // what save() sends
    virtual std::unique_ptr<Draft> copy() const = 0;
};
