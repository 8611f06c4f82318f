// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <functional>

// Cuts the elements of one array out of a JSON document (RFC 8259) that arrives in pieces, and never holds more of it
// than one piece and one element. It finds where elements begin and end; whether they are valid is for their reader.
class JsonSplitter {
public:
    struct Limits {
        qsizetype element = 4 << 20; // bytes
        qsizetype rest = 16 << 20; // bytes
        int depth = 256; // of one element
    };
    static constexpr qsizetype padding = 64; // bytes that can be read behind every element
    using Take = std::function<Result<>(QByteArrayView element)>; // an Error ends the work

    // `path`: names of the members that lead to the array, as they are spelt in the document; empty: the document is
    // the array.
    explicit JsonSplitter(QList<QByteArray> path)
        : JsonSplitter(std::move(path), Limits())
    {
    }
    JsonSplitter(QList<QByteArray> path, const Limits &limits);

    // Hands out every element that is complete; the bytes live only for that call.
    Result<> feed(const QByteArray &piece, const Take &take);
    // Whether the document ended where it may, as far as its array goes.
    Result<> end() const;
    // The document without the elements of that array, once it has ended: what else it tells, or all of it where there
    // was no such array.
    const QByteArray &rest() const { return m_rest; }

private:
    struct Level {
        bool isObject = false;
        bool expectsName = false;
        QByteArray name{};
    };
    enum class Place { Outside, BeforeElement, InContainer, InScalar, AfterElement };

    Result<> readOutside(const char *&at, const char *end);
    void readString(char character);
    bool isAtArray() const;
    Result<> readBetween(const char *&at, const char *end);
    Result<> readContainer(const char *&at, const char *end, const Take &take);
    Result<> readScalar(const char *&at, const char *end, const Take &take);
    Result<> complete(const char *end, const Take &take);

    QList<QByteArray> m_path;
    Limits m_limits;
    QByteArray m_buffer; // from the first byte not handed out
    qsizetype m_scanned = 0; // of the buffer
    qsizetype m_start = 0; // of the element, in the buffer
    qsizetype m_stringStart = 0; // of the string in the element, in the buffer
    Place m_place = Place::Outside;
    bool m_isFound = false;
    bool m_isFirst = true; // no element came yet
    bool m_inString = false;
    bool m_isEscaped = false; // outside elements
    int m_depth = 0; // in the element
    QByteArray m_name; // of a member, outside elements
    QList<Level> m_levels;
    QByteArray m_rest;
};
