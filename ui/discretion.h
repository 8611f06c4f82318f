// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>

class QWidget;

// How the window treats secrets: whether it covers them, because others see the screen, and how long a copied one stays
// on the clipboard. It tells every widget that shows any, those made later too.
class Discretion final : public QObject {
    Q_OBJECT

public:
    explicit Discretion(std::chrono::seconds clipboardLife, QObject *parent = nullptr);

    bool isCovering() const { return m_isCovering; }
    void setCovering(bool covering);
    void setClipboardLife(std::chrono::seconds life);
    void dropSecrets(); // everywhere, and from the clipboard

Q_SIGNALS:
    void coveringChanged(bool covering);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell(QWidget *widget) const;
    void tellAll() const;

    bool m_isCovering = false;
    std::chrono::seconds m_clipboardLife;
};
