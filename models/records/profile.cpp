// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/profile.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

static const std::array environmentWords{u"development"_s, u"test"_s, u"production"_s};

QString environmentWord(Environment environment)
{
    return environmentWords.at(static_cast<std::size_t>(environment));
}

Environment environmentOf(const QString &word)
{
    const auto *const found = std::find(environmentWords.begin(), environmentWords.end(), word);
    return found == environmentWords.end() ? Environment::Production
                                           : static_cast<Environment>(found - environmentWords.begin());
}
