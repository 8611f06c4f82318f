// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbenchpage.h"

#include "ui/inspectionpanel.h"
#include "ui/tokenrequestpanel.h"

#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QScrollArea *scrolling(QWidget *panel)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(panel);
    return scroll;
}

WorkbenchPage::WorkbenchPage(Server &server, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_parts(new QTabWidget(this))
    , m_inspection(new InspectionPanel(server, clock, this))
{
    m_parts->setObjectName(u"workbenchParts"_s);
    m_parts->setDocumentMode(true);
    m_parts->tabBar()->setDrawBase(false);
    m_parts->setAccessibleName(tr("Parts of the workbench"));
    if (server.dialect().grants) {
        auto *request = new TokenRequestPanel(server, clock, this);
        connect(
            request, &TokenRequestPanel::inspectionRequested, this, [this](const Secret &token) { inspect({token}); });
        m_parts->addTab(scrolling(request), tr("Get a Token"));
    }
    m_parts->addTab(m_inspection, tr("Inspect and Revoke"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_parts);
}

void WorkbenchPage::inspect(const QList<Secret> &tokens)
{
    m_parts->setCurrentWidget(m_inspection);
    m_inspection->inspect(tokens);
}

#include "moc_workbenchpage.cpp"
