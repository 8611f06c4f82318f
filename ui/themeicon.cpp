// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themeicon.h"

#include <QIcon>
#include <QPainter>

ThemeIcon::ThemeIcon(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMinimumSize(size, size);
}

void ThemeIcon::setName(const QString &name)
{
    m_name = name;
    update();
}

QSize ThemeIcon::sizeHint() const
{
    return {m_size, m_size};
}

void ThemeIcon::paintEvent(QPaintEvent *)
{
    const QRect square(0, (height() - m_size) / 2, m_size, m_size);
    QPainter painter(this);
    QIcon::fromTheme(m_name).paint(&painter, square);
}

#include "moc_themeicon.cpp"
