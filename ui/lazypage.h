// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include <functional>

// The place of a page that is made when it is first shown or asked for: a server has a dozen, of which most stay
// unseen, and making them all is most of what connecting would take.
template <typename Page>
class LazyPage final : public QWidget {
public:
    using Make = std::function<Page *(QWidget *parent)>;

    LazyPage(Make make, QWidget *parent)
        : QWidget(parent)
        , m_make(std::move(make))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
    }

    Page *made() const { return m_page; } // null: not yet
    Page &page()
    {
        if (!m_page) {
            m_page = m_make(this);
            // In its size at once: what comes next may be to scroll to something.
            layout()->addWidget(m_page);
            m_page->show();
            layout()->activate();
        }
        return *m_page;
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        page();
        QWidget::showEvent(event);
    }

private:
    Make m_make;
    Page *m_page = nullptr;
};
