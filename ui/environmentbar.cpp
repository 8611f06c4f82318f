// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environmentbar.h"

#include "items/profiletree.h"
#include "ui/batchdialog.h"
#include "ui/serverpage.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

EnvironmentBar::EnvironmentBar(ServerPage &page, bool canUnlock, QWidget *dialog)
    : QWidget(dialog)
    , m_page(&page)
    , m_canUnlock(canUnlock)
    , m_text(new QLabel(this))
    , m_unlock(new QPushButton(tr("Unlock…"), this))
{
    setObjectName(u"environmentBar"_s);
    m_text->setObjectName(u"environmentBarText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setStyleSheet(u"color: white; font-weight: 600;"_s);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name must not widen the dialog
    m_unlock->setObjectName(u"barUnlock"_s);
    m_unlock->setProperty("look", u"onColour"_s);
    m_unlock->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_unlock);
    connect(m_unlock, &QPushButton::clicked, this, [this] {
        if (m_page)
            m_page->askToUnlock(window());
    });
    connect(&page, &ServerPage::lockChanged, this, &EnvironmentBar::update);
    update();
}

void EnvironmentBar::update()
{
    if (!m_page)
        return;
    const Profile &profile = m_page->server().profile();
    const QString place = environmentName(profile.environment).toUpper();
    constexpr int widest = 190; // of a name, so that what follows it is seen as well
    const QString name = m_text->fontMetrics().elidedText(profile.name, Qt::ElideMiddle, widest);
    //: %1 environment, %2 name of the server
    m_text->setText(
        m_page->isLocked() ? tr("%1  ·  %2  ·  read-only").arg(place, name) : tr("%1  ·  %2").arg(place, name));
    m_text->setToolTip(profile.name);
    setAccessibleName(m_text->text());
    m_unlock->setVisible(m_canUnlock && m_page->isLocked());
    QWidget::update();
}

QString EnvironmentBar::text() const
{
    return m_text->text();
}

void EnvironmentBar::paintEvent(QPaintEvent *)
{
    if (m_page)
        QPainter(this).fillRect(rect(), Theme::color(m_page->server().profile().environment));
}

EnvironmentBars::EnvironmentBars(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

static ServerPage *pageAbove(const QWidget *dialog)
{
    ServerPage *page = nullptr;
    for (QWidget *above = dialog->parentWidget(); above && !page; above = above->parentWidget())
        page = qobject_cast<ServerPage *>(above);
    return page;
}

bool EnvironmentBars::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish)
        return false;
    auto *dialog = qobject_cast<QDialog *>(watched);
    if (!dialog || !dialog->layout() || dialog->layout()->menuBar() || qobject_cast<QFileDialog *>(dialog))
        return false;
    if (ServerPage *page = pageAbove(dialog)) {
        auto *bar = new EnvironmentBar(*page, qobject_cast<BatchDialog *>(dialog) != nullptr, dialog);
        // Where a menu bar would be, the layout gives it the whole width and no margins.
        dialog->layout()->setMenuBar(bar);
        if (dialog->testAttribute(Qt::WA_Resized))
            dialog->resize(dialog->width(), dialog->height() + bar->sizeHint().height());
    }
    return false;
}

#include "moc_environmentbar.cpp"
