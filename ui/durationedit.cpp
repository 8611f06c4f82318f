// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/durationedit.h"

#include "core/timetext.h"

DurationEdit::DurationEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("As the server decides"));
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto parsed = text.trimmed().isEmpty() ? std::chrono::seconds(0) : parsedDuration(text);
        m_valid = parsed.has_value();
        m_duration = parsed.value_or(m_duration);
        Q_EMIT edited();
    });
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (m_valid)
            setDuration(m_duration);
    });
}

std::chrono::seconds DurationEdit::duration() const
{
    return m_duration;
}

void DurationEdit::setDuration(std::chrono::seconds duration)
{
    m_duration = duration;
    m_valid = true;
    setText(durationText(duration));
}

QString DurationEdit::problem() const
{
    return m_valid ? QString() : tr("Enter a duration such as 90 min, 1 h 30 min or 2 d.");
}

#include "moc_durationedit.cpp"
