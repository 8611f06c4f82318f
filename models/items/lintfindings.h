// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintrules.h"
#include "items/recordquery.h"

// Something a rule found wrong with a record.
struct Finding {
    const LintRule *rule = nullptr;
    QString kind{}; // of the collection
    QString id{}; // of the record
    QString name{}; // what a person calls it
    QString what{}; // the offending values; may be empty
    bool hasFix = false;
    bool isMuted = false;
};

// What is judged: lists as they are at one moment.
struct LintInput {
    QList<LintList> lists{};
    QString dialect{}; // id
    QDateTime now{}; // UTC
    bool areTokensKnown = false; // all lists there are of tokens that open something are among these, and whole
    QSet<QString> muted{}; // see muteKey()
};

// How many of one kind a rule found; listed are only so many of them that a person may look at them.
struct FindingCount {
    qint64 found = 0;
    qint64 muted = 0;
};
struct Findings {
    static constexpr int mostPerRule = 5000;
    QList<Finding> list{}; // by rule, in the order of lintRules(); at most so many of each, and of its muted ones
    QHash<const LintRule *, FindingCount> counts{};
    QHash<QString, qint64> records{}; // judged, by kind
    int rules = 0; // that had something to judge by
    LintFacts facts{};

    qint64 found(LintRule::Severity severity) const; // not muted
    qint64 muted() const;
};

// What is muted is known by the rule alone, or by the rule and a record.
QString muteKey(const LintRule &rule);
QString muteKey(const LintRule &rule, const QString &kind, const QString &id);

LintFacts lintFacts(const LintInput &input, const Cancelled &cancelled);
// Pure, and for any thread; nothing sensible once `cancelled`. Translated as the program is when it is called.
Findings findingsOf(const LintInput &input, const Cancelled &cancelled);
