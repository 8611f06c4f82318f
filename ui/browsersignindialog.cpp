// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browsersignindialog.h"

#include "core/timetext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

BrowserSignInDialog::BrowserSignInDialog(const QUrl &url, const QDateTime &expiresAt, OpenUrl openUrl, QWidget *parent,
    Clock clock)
    : QDialog(parent)
    , m_url(url)
    , m_expiresAt(expiresAt)
    , m_openUrl(std::move(openUrl))
    , m_clock(std::move(clock))
    , m_countdown(paragraph({}, this))
    , m_problem(paragraph(tr("No browser could be opened. Copy the address into a browser of your choice."), this))
{
    setObjectName(u"browserSignIn"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Sign In in the Browser"));
    setMinimumWidth(480);
    m_countdown->setObjectName(u"countdown"_s);
    m_countdown->setProperty("look", u"muted"_s);
    m_problem->setProperty("look", u"problem"_s);
    m_problem->hide();

    auto *address = new QLineEdit(url.toString(QUrl::FullyEncoded), this);
    address->setObjectName(u"browserUrl"_s);
    address->setAccessibleName(tr("Sign-in address"));
    address->setReadOnly(true);
    address->setCursorPosition(0);
    auto *waiting = new QProgressBar(this);
    waiting->setRange(0, 0);
    waiting->setTextVisible(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *again = buttons->addButton(tr("Open Browser"), QDialogButtonBox::ActionRole);
    again->setObjectName(u"openBrowser"_s);
    auto *copy = buttons->addButton(tr("Copy Address"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyAddress"_s);
    connect(again, &QPushButton::clicked, this, &BrowserSignInDialog::openBrowser);
    connect(copy, &QPushButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address->text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &BrowserSignInDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(paragraph(tr("Finish signing in in your browser. This window closes by itself afterwards."), this));
    layout->addWidget(address);
    layout->addWidget(m_problem);
    layout->addWidget(waiting);
    layout->addWidget(m_countdown);
    layout->addWidget(buttons);

    auto *second = new QTimer(this);
    second->start(1s);
    connect(second, &QTimer::timeout, this, &BrowserSignInDialog::updateCountdown);
    updateCountdown();
    openBrowser();
}

void BrowserSignInDialog::openBrowser()
{
    m_problem->setVisible(!m_openUrl(m_url));
}

void BrowserSignInDialog::updateCountdown()
{
    const auto left = std::chrono::seconds(std::max<qint64>(0, m_clock().secsTo(m_expiresAt)));
    m_countdown->setText(left.count() > 0 ? tr("The address can be used for another %1.").arg(durationText(left))
                                          : tr("The address has expired."));
}

#include "moc_browsersignindialog.cpp"
