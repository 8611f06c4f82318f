// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <chrono>

// A line for a duration as people write it: "1 h 30 min", "90 min", "3600". Empty is 0: the server decides.
class DurationEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit DurationEdit(QWidget *parent = nullptr);

    std::chrono::seconds duration() const; // the last one that could be read
    void setDuration(std::chrono::seconds duration);
    QString problem() const; // one translated sentence, empty when the text is a duration

Q_SIGNALS:
    void edited(); // by the person

private:
    std::chrono::seconds m_duration{};
    bool m_valid = true;
};
