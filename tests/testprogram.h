// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

// What QTEST_MAIN puts into a main(), for one of the many test classes of this one program. Application: what the class
// needs, QCoreApplication or QApplication. Returns the number of failures, as QTest::qExec() does.
template<typename Application, typename Test>
int runTest(int argc, char *argv[])
{
    if constexpr (requires { Test::initMain(); })
        Test::initMain();
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    int failures = 0;
    {
        Test test;
        failures = QTest::qExec(&test, argc, argv);
    }
    // What waits to be deleted would be left over, which the sanitizer reports as leaked.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return failures;
}
