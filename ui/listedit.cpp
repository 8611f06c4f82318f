// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listedit.h"

static constexpr int visibleLines = 3;

ListEdit::ListEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (!m_setting)
            Q_EMIT edited();
    });
}

QStringList ListEdit::list() const
{
    QStringList list;
    for (const auto &line : toPlainText().split(u'\n'))
        if (const auto word = line.trimmed(); !word.isEmpty())
            list << word;
    return list;
}

void ListEdit::setList(const QStringList &list)
{
    m_setting = true;
    setPlainText(list.join(u'\n'));
    m_setting = false;
}

QSize ListEdit::sizeHint() const
{
    constexpr int most = 8;
    const int lines = std::clamp(blockCount() + 1, visibleLines, most);
    return {QPlainTextEdit::sizeHint().width(), lines * fontMetrics().lineSpacing() + 20};
}

QSize ListEdit::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

#include "moc_listedit.cpp"
