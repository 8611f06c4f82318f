// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

// What the console's store knows of the console itself. Errors: Storage.
class ConsoleFacts {
public:
    explicit ConsoleFacts(Store &store) // must outlive this
        : m_store(store)
    {
    }
    Result<QString> id(); // of this console among others; made when first asked for
    Result<QString> journalAddress() const; // of the shared journal; empty: it is kept on this computer
    Result<> setJournalAddress(const QString &address); // without a password

private:
    Result<QString> value(const QString &name) const;
    Result<> set(const QString &name, const QString &value);

    Store &m_store;
};
