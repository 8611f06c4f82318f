// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/dictionary.h"

#include <QHashFunctions>

#include <cstring>

static quint32 hashOf(QByteArrayView text)
{
    return static_cast<quint32>(qHashBits(text.data(), static_cast<size_t>(text.size()), QHashSeed::globalSeed()));
}

Dictionary::Dictionary()
    : m_slots(16)
{
    add({});
}

Dictionary Dictionary::snapshot() const
{
    Dictionary copy;
    copy.m_offsets = m_offsets;
    copy.m_chunks = m_chunks;
    copy.m_end = m_end;
    copy.m_size = m_size;
    copy.m_slots.clear();
    return copy;
}

size_t Dictionary::slotOf(QByteArrayView text, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    while (m_slots[slot].number != 0 && (m_slots[slot].hash != hash || this->text(m_slots[slot].number) != text))
        slot = (slot + 1) & mask;
    return slot;
}

std::optional<quint32> Dictionary::find(QByteArrayView text) const
{
    if (text.isEmpty())
        return 0;
    const quint32 number = m_slots[slotOf(text, hashOf(text))].number;
    return number == 0 ? std::nullopt : std::optional(number);
}

quint32 Dictionary::add(QByteArrayView text)
{
    if (text.isEmpty() && m_size > 0)
        return 0;
    const quint32 hash = hashOf(text);
    const size_t slot = slotOf(text, hash);
    if (m_slots[slot].number != 0)
        return m_slots[slot].number;
    if (m_size % perPage == 0)
        m_offsets.push_back(std::make_shared<Page>());
    (*m_offsets.back())[m_size % perPage] = store(text);
    m_slots[slot] = {hash, m_size};
    const quint32 number = m_size++;
    if (m_size > m_slots.size() / 4 * 3)
        grow();
    return number;
}

quint32 Dictionary::store(QByteArrayView text)
{
    constexpr quint32 chunk = 1U << chunkBits;
    std::array<char, 5> size{};
    quint32 digits = 0;
    for (auto rest = static_cast<quint32>(text.size());; rest >>= 7) {
        size[digits++] = static_cast<char>((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
        if (rest <= 0x7f)
            break;
    }
    const quint32 needed = digits + static_cast<quint32>(text.size());
    // A text never spans chunks; one that is larger gets several, which are one piece of memory.
    if (m_chunks.empty() || (m_end & (chunk - 1)) == 0 || (m_end & (chunk - 1)) + needed > chunk) {
        const quint32 count = (needed + chunk - 1) >> chunkBits;
        const std::shared_ptr<char[]> memory(new char[size_t(count) << chunkBits]);
        m_end = static_cast<quint32>(m_chunks.size()) << chunkBits;
        for (quint32 i = 0; i < count; ++i)
            m_chunks.emplace_back(memory, memory.get() + (size_t(i) << chunkBits));
    }
    const quint32 offset = m_end;
    char *const at = m_chunks[offset >> chunkBits].get() + (offset & (chunk - 1));
    std::memcpy(at, size.data(), digits);
    if (!text.isEmpty())
        std::memcpy(at + digits, text.data(), static_cast<size_t>(text.size()));
    m_end += needed;
    return offset;
}

void Dictionary::grow()
{
    std::vector<Slot> larger(m_slots.size() * 2);
    const size_t mask = larger.size() - 1;
    for (const Slot &known : m_slots) {
        if (known.number == 0)
            continue;
        size_t slot = known.hash & mask;
        while (larger[slot].number != 0)
            slot = (slot + 1) & mask;
        larger[slot] = known;
    }
    m_slots = std::move(larger);
}
