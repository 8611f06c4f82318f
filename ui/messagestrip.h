// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QFrame;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class ThemeIcon;

// A message in the page itself: what happened, its raw detail folded away, and what can be done about it. Hidden while
// there is none. All text is shown as plain text: servers write much of it.
class MessageStrip final : public QWidget {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void showError(const Error &error);
    void showWarning(const QString &text);
    void showInfo(const QString &text);
    // Offers something to do about the message shown; the next message drops it.
    void setAction(const QString &label, std::function<void()> action);
    void addAction(
        const QString &objectName, const QString &label, const std::function<void()> &action); // beside that one
    void clear();
    QString text() const;
    void setMargins(const QMargins &margins); // around it, while there is a message

Q_SIGNALS:
    void closed(); // by the person

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Tone { Info, Warning, Error };
    void present(Tone tone, const QString &text, const QString &detail);

    QFrame *m_frame;
    QBoxLayout *m_body;
    ThemeIcon *m_icon;
    QLabel *m_text;
    QToolButton *m_details;
    QToolButton *m_actionButton;
    QBoxLayout *m_buttons;
    QList<QToolButton *> m_moreActions;
    QPlainTextEdit *m_detail;
    std::function<void()> m_action;
};
