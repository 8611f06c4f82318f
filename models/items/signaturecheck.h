// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "jose/verify.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

// Checks signatures with the keys of one issuer, a few at a time, so that ten thousand do not freeze the window. The
// keys are read once, and again when a token names one that was not among them, at most once a minute.
class SignatureCheck final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds keyInterval{60};
    using ReadKeys = std::function<Future<Jwks>()>;

    SignatureCheck(ReadKeys readKeys, Clock clock, QObject *parent); // without `readKeys` there are no keys

    // `isOwn`: the issuer may have signed it, so that a key nobody knows is a reason to read the keys again.
    void add(int row, const Secret &jws, bool isOwn);
    void start(); // what was added; the signals come later
    void stop(); // forgets what was added
    bool isRunning() const { return m_isReading || m_slice.isActive(); }

Q_SIGNALS:
    void checked(int row, const Verification &verification);
    void failed(const Error &error); // the keys could not be read; what needs one is not checkable
    void finished();

private:
    struct Item {
        int row = 0;
        Secret jws{};
        bool isOwn = false;
    };
    void readKeys();
    void checkSome();
    void check(const Item &item);

    ReadKeys m_readKeys;
    Clock m_clock;
    std::optional<Jwks> m_keys;
    QDateTime m_keysReadAt; // when they were asked for; UTC
    int m_reading = 0; // the one whose answer counts; an older one comes too late
    bool m_isReading = false;
    QList<Item> m_items;
    QList<Item> m_unknown; // wait for the keys to be read again
    QTimer m_slice;
};
