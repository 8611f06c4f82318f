// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/hands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabBar>
#include <QTabWidget>

QWidget *Hands::scope() const
{
    QWidget *top = &m_window;
    const auto widgets = QApplication::topLevelWidgets();
    for (auto *widget : widgets)
        if (widget->isVisible() && widget->windowType() == Qt::Dialog)
            top = widget;
    return top;
}

void Hands::press(QWidget *widget, const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    const QPointF local(position);
    const QPointF global(widget->mapToGlobal(position));
    QMouseEvent down(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton, modifiers);
    QMouseEvent up(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton, modifiers);
    QApplication::sendEvent(widget, &down);
    QApplication::sendEvent(widget, &up);
}

void Hands::key(QWidget *widget, int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QApplication::sendEvent(widget, &up);
}

bool Hands::click(const QString &name) const
{
    auto *button = find<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        return false;
    press(button, button->rect().center());
    return true;
}

bool Hands::type(const QString &name, const QString &text) const
{
    auto *field = find(name);
    if (!field || !field->isEnabled())
        return false;
    field->setFocus();
    key(field, Qt::Key_A, {}, Qt::ControlModifier);
    key(field, Qt::Key_Delete);
    for (const QChar character : text)
        key(field, 0, character);
    return true;
}

bool Hands::choose(const QString &name, const QString &item) const
{
    auto *box = find<QComboBox>(name);
    if (!box || !box->isEnabled())
        return false;
    int index = box->count() - 1;
    while (index >= 0 && box->itemData(index).toString() != item && box->itemText(index) != item)
        --index;
    if (index < 0)
        return false;
    box->setFocus();
    key(box, Qt::Key_Home);
    for (int step = 0; step < box->count() && box->currentIndex() != index; ++step)
        key(box, Qt::Key_Down);
    return box->currentIndex() == index;
}

bool Hands::uncheck(const QString &name) const
{
    auto *box = find<QAbstractButton>(name);
    if (box && box->isChecked())
        key(box, Qt::Key_Space);
    return box && !box->isChecked();
}

bool Hands::openTab(const QString &pageName) const
{
    auto *tabs = find<QTabWidget>(QStringLiteral("tabs"));
    if (!tabs)
        return false;
    for (int tab = 0; tab < tabs->count(); ++tab)
        if (tabs->widget(tab)->objectName() == pageName)
            press(tabs->tabBar(), tabs->tabBar()->tabRect(tab).center());
    return tabs->currentWidget()->objectName() == pageName;
}

bool Hands::clickCell(QAbstractItemView *view, int row, int column, Qt::KeyboardModifiers modifiers) const
{
    const QModelIndex index = view->model()->index(row, column);
    if (!index.isValid())
        return false;
    view->scrollTo(index);
    press(view->viewport(), view->visualRect(index).center(), modifiers);
    return view->selectionModel()->isRowSelected(row);
}

bool Hands::selectRow(const QString &viewName, const QString &text, int column) const
{
    auto *view = find<QAbstractItemView>(viewName);
    const int row = rowOf(viewName, text, column);
    return view && row >= 0 && clickCell(view, row, column, {});
}

bool Hands::selectFirstRows(const QString &viewName, int count) const
{
    auto *view = find<QAbstractItemView>(viewName);
    return view && clickCell(view, 0, 0, {}) && clickCell(view, count - 1, 0, Qt::ShiftModifier);
}

int Hands::rowOf(const QString &viewName, const QString &text, int column) const
{
    const auto *view = find<QAbstractItemView>(viewName);
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        if (view->model()->index(row, column).data().toString() == text)
            return row;
    return -1;
}

int Hands::rowCount(const QString &viewName) const
{
    const auto *view = find<QAbstractItemView>(viewName);
    return view ? view->model()->rowCount() : -1;
}
