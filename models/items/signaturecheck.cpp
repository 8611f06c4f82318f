// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/signaturecheck.h"

#include <QElapsedTimer>

#include <utility>

SignatureCheck::SignatureCheck(ReadKeys readKeys, Clock clock, QObject *parent)
    : QObject(parent)
    , m_readKeys(std::move(readKeys))
    , m_clock(std::move(clock))
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &SignatureCheck::checkSome);
}

void SignatureCheck::add(int row, const Secret &jws, bool isOwn)
{
    m_items << Item{row, jws, isOwn};
}

void SignatureCheck::start()
{
    if (m_items.isEmpty() || isRunning())
        return;
    if (m_keys || !m_readKeys)
        m_slice.start();
    else
        readKeys();
}

void SignatureCheck::stop()
{
    ++m_reading;
    m_isReading = false;
    m_slice.stop();
    m_items.clear();
    m_unknown.clear();
}

void SignatureCheck::readKeys()
{
    m_isReading = true;
    m_keysReadAt = m_clock();
    const int reading = ++m_reading;
    onResult(this, m_readKeys(), [this, reading](const Result<Jwks> &keys) {
        if (reading != m_reading)
            return;
        m_isReading = false;
        if (keys)
            m_keys = *keys;
        m_slice.start();
        if (!keys)
            Q_EMIT failed(keys.error());
    });
}

void SignatureCheck::checkSome()
{
    constexpr qint64 slice = 8; // ms, half a frame
    QElapsedTimer spent;
    spent.start();
    while (!m_items.isEmpty() && !spent.hasExpired(slice))
        check(m_items.takeFirst());
    if (!m_items.isEmpty())
        return m_slice.start();
    if (m_unknown.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    m_items = std::exchange(m_unknown, {});
    readKeys();
}

void SignatureCheck::check(const Item &item)
{
    using Reason = Verification::Reason;
    const auto jws = readJws(item.jws);
    Verification verification = verify(jws.value_or(Jws{}), m_keys.value_or(Jwks{}));
    // The issuer may have begun to sign with a new key since its keys were read.
    const bool isDue = m_keys && m_keysReadAt.secsTo(m_clock()) >= keyInterval.count();
    if (verification.reason == Reason::UnknownKey && item.isOwn && isDue) {
        m_unknown << item;
        return;
    }
    const bool lacksKey = verification.reason == Reason::UnknownKey || verification.reason == Reason::NoKey;
    if (lacksKey && m_readKeys && !m_keys)
        verification.reason = Reason::KeysUnavailable;
    Q_EMIT checked(item.row, verification);
}

#include "moc_signaturecheck.cpp"
