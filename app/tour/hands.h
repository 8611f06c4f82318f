// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>
#include <QWidget>

class QAbstractItemView;

// Hands on the window: finds what is visible by its object name and uses it with key and mouse events, as a person
// would. Every function answers false when the widget is not there or not usable yet.
class Hands {
public:
    explicit Hands(QWidget &window)
        : m_window(window)
    {
    }

    // The visible widget of that name: in the dialog on top, else in the window. Null when there is none.
    template <typename Widget = QWidget>
    Widget *find(const QString &name) const
    {
        const auto candidates = scope()->findChildren<Widget *>(name);
        for (auto *candidate : candidates)
            if (candidate->isVisible())
                return candidate;
        return nullptr;
    }
    bool isShown(const QString &dialogName) const { return scope()->objectName() == dialogName; }

    bool click(const QString &name) const;
    bool type(const QString &name, const QString &text) const; // replaces what is there
    bool choose(const QString &name, const QString &item) const; // in a combo box, by its text or data
    bool uncheck(const QString &name) const;
    bool openTab(const QString &pageName) const;
    bool selectRow(const QString &view, const QString &text, int column = 0) const; // the first with `text` there
    bool selectFirstRows(const QString &view, int count) const;
    int rowOf(const QString &view, const QString &text, int column = 0) const; // -1 without one
    int rowCount(const QString &view) const; // -1 without the view

private:
    QWidget *scope() const;
    static void press(QWidget *widget, const QPoint &position, Qt::KeyboardModifiers modifiers = {});
    static void key(QWidget *widget, int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = {});
    bool clickCell(QAbstractItemView *view, int row, int column, Qt::KeyboardModifiers modifiers) const;

    QWidget &m_window;
};
