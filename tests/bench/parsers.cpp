// SPDX-License-Identifier: GPL-3.0-or-later
// bench-parsers simdjson|qjsondocument FILE: how long parsers of others need for a list of objects that is in memory
// already. simdjson's On-Demand parser visits every member and keeps nothing; Qt's makes a tree of it.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <simdjson.h>

#include <chrono>
#include <cstdio>
#include <cstring>

#include <malloc.h>

static size_t walk(const simdjson::padded_string &text, simdjson::ondemand::parser &parser)
{
    size_t rows = 0;
    size_t seen = 0;
    auto document = parser.iterate(text);
    for (auto row : document.get_array()) {
        for (auto member : row.get_object()) {
            seen += member.unescaped_key().value().size();
            auto value = member.value().value();
            if (value.type().value() == simdjson::ondemand::json_type::string)
                seen += value.get_string().value().size();
        }
        ++rows;
    }
    return seen > 0 ? rows : 0;
}

static qint64 allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
}

static int run(const char *name, const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QByteArray text = file.readAll();
    const simdjson::padded_string padded(text.constData(), static_cast<size_t>(text.size()));
    simdjson::ondemand::parser parser;
    QJsonDocument tree;
    size_t rows = 0;
    const qint64 before = allocated();
    const auto begin = std::chrono::steady_clock::now();
    if (std::strcmp(name, "simdjson") == 0) {
        rows = walk(padded, parser);
    } else {
        tree = QJsonDocument::fromJson(text);
        rows = static_cast<size_t>(tree.array().size());
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (rows == 0)
        return 1;
    std::printf(R"({"rows": %zu, "ingest_ms": %.3f, "gb_per_second": %.4f)", rows, took.count() * 1000,
        double(text.size()) / took.count() / 1e9);
    if (!tree.isNull())
        std::printf(R"(, "bytes_per_row": %.1f)", double(allocated() - before) / double(rows));
    std::printf("}\n");
    return 0;
}

int main(int argc, char **argv)
{
    try {
        if (argc == 3)
            return run(argv[1], argv[2]);
        std::fprintf(stderr, "bench-parsers simdjson|qjsondocument FILE\n");
    } catch (const simdjson::simdjson_error &error) {
        std::fprintf(stderr, "bench-parsers: %s\n", error.what());
    }
    return 2;
}
