// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <memory>
#include <optional>
#include <vector>

// Texts (UTF-8), each kept once and known by a number. 0 is the empty text. It only grows, so that a copy made by
// snapshot() may be read in another thread meanwhile; everything else belongs to one thread.
class Dictionary {
public:
    Dictionary();
    Dictionary(Dictionary &&) = default;
    Dictionary &operator=(Dictionary &&) = default;

    quint32 add(QByteArrayView text); // the number it has already, or a new one
    std::optional<quint32> find(QByteArrayView text) const;
    QByteArrayView text(quint32 number) const
    {
        const char *at = bytes(m_offsets[number / perPage]->at(number % perPage));
        quint32 size = 0;
        for (int shift = 0;; shift += 7) {
            const auto part = static_cast<quint8>(*at++);
            size |= quint32(part & 0x7f) << shift;
            if (!(part & 0x80))
                return {at, qsizetype(size)};
        }
    }
    quint32 size() const { return m_size; }
    // Where texts begin is kept in 32 bits. Whoever adds many looks now and then: there is room for a gigabyte more.
    bool isFull() const { return m_end >= 3U << 30; }
    Dictionary snapshot() const; // what is there now; cannot be searched

private:
    static constexpr quint32 perPage = 1 << 12;
    static constexpr int chunkBits = 16; // bytes of text are kept in chunks of this size
    using Page = std::array<quint32, perPage>; // where texts begin; each is preceded by its size

    const char *bytes(quint32 offset) const
    {
        return m_chunks[offset >> chunkBits].get() + (offset & ((1U << chunkBits) - 1));
    }
    // The hash is kept because growing would otherwise visit every text.
    struct Slot {
        quint32 hash = 0;
        quint32 number = 0; // 0: free; the empty text, whose number it is, is never searched
    };
    size_t slotOf(QByteArrayView text, quint32 hash) const; // where it is or would be
    quint32 store(QByteArrayView text);
    void grow();

    std::vector<std::shared_ptr<Page>> m_offsets;
    std::vector<std::shared_ptr<char[]>> m_chunks;
    quint32 m_end = 0; // offset of the first free byte
    quint32 m_size = 0;
    std::vector<Slot> m_slots; // open addressing
};
