// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

// Roles of a collection's model beside the display text. Every column has them.
enum RecordRole {
    IdRole = Qt::UserRole, // QString, the record's id
    NameRole, // QString, what a person calls it
    ValueRole, // the field's raw value: QString, bool, QDateTime, seconds, QStringList; for sorting and filtering
    StagedRole, // bool, a change to it is staged
    NoveltyRole, // int, a Novelty: what the last refresh made of it
};
