// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/console.h"
#include "tests/bench/waiting.h"

#include <QJsonObject>

// A list of tokens in the window: loaded, sorted and filtered as a person does it, each until it is painted.
class ListMeasurement final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QUrl server{};
        QString kind{}; // of the list
        QString filter{}; // a part of a user's name
        Moment began{}; // when the program started
        bool hasDetails = false; // beside the seven figures
    };
    explicit ListMeasurement(const Options &options);

    // Milliseconds and bytes, by name.
    Result<QJsonObject> run();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Result<> load();
    Result<> measureSort(const QString &figure, const QString &field);
    Result<> measureFilter();
    Result<double> filterTimed(const QString &text, const std::function<bool(int shown)> &isDone);
    void measureJumps();
    int shown() const;
    int matching(const QString &field, const QString &text) const; // rows, as the collection has them
    bool isSorted(int column) const;
    double paintedSince(Moment begin); // ms, until a frame that is painted now

    Options m_options;
    BenchConsole m_console;
    StallWatch m_stall;
    std::optional<Moment> m_firstRows; // when the first of them had been painted
    Moment m_asked{}; // for the list
    QJsonObject m_figures;
};
