// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/background.h"

#include <QtTest>

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
// As Qt has it, but for the step: looking only every 50 ms, tests that wait a thousand times for a moment mostly sleep.
#undef QTRY_IMPL
#define QTRY_IMPL(expr, timeout)                                                                                       \
    const int qt_test_step = 5;                                                                                        \
    const int qt_test_timeoutValue = timeout;                                                                          \
    {QTRY_LOOP_IMPL(expr, qt_test_timeoutValue, qt_test_step)} QTRY_TIMEOUT_DEBUG_IMPL(                                \
        expr, qt_test_timeoutValue, qt_test_step)
#endif

// Under sanitizers all takes several times as long: of what is tried in thousands of ways, only a share is tried there.
extern const bool isSanitized;

QString latchkeyProgram(); // path of the program of the same build

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
    // What waits to be deleted, and what that leaves behind, would be reported by the sanitizer as leaked.
    for (int round = 0; round < 3; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    // Threads that outlive OpenSSL's own end would leave what it keeps for each.
    backgroundThreads().waitForDone();
    return failures;
}
