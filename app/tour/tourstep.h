// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

// One thing the tour does and how it knows that it worked. Both are asked again until they say yes or time is up.
struct TourStep {
    QString name{}; // untranslated, for the terminal
    std::function<bool()> act{};
    std::function<bool()> holds{}; // empty: acting is enough
};
