// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

const QList<fuzz::Target> &fuzz::targets()
{
    constexpr int many = 20'000;
    constexpr int some = 5'000;
    constexpr int few = 2'000;
    static const QList<Target> all{{"answers", answers, many}, {"callback", callback, many},
        {"certificates", certificates, few}, {"discovery", discovery, some}, {"errors", errors, many},
        {"exchanges", exchanges, some}, {"filters", filters, some}, {"imports", imports, many},
        {"introspection", introspection, many}, {"journals", journals, few}, {"keysets", keysets, some},
        {"pasted", pasted, many}, {"personas", personas, few}, {"redaction", redaction, many}, {"rows", rows, many},
        {"saml", saml, many}, {"settings", settings, many}, {"splitter", splitter, many}, {"times", times, many},
        {"tokens", tokens, some}, {"wire", wire, many}};
    return all;
}
