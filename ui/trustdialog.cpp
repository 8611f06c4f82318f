// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trustdialog.h"

#include "core/foreigntext.h"
#include "core/timetext.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

// All of it comes from a server nobody vouches for.
static QLabel *makeText(const QString &text, const QString &look = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("look", look);
    return label;
}

// In pairs of digits and two halves, so that it can be compared with what the server's administrator reads out.
static QString fingerprintText(const QByteArray &sha256)
{
    const qsizetype half = sha256.size() / 2;
    return QString::fromLatin1(sha256.first(half).toHex(' ') + '\n' + sha256.sliced(half).toHex(' ')).toUpper();
}

TrustDialog::TrustDialog(const QString &serverName, const TlsFailure &failure, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"trustDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate of %1").arg(oneLine(serverName)));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(makeText(tr("The identity of %1 could not be verified.").arg(failure.host), u"heading"_s));
    layout->addWidget(buildReasons(failure));
    layout->addWidget(buildChain(failure), 1);
    layout->addWidget(buildButtons(failure.canBePinned));
    resize(620, 480);
}

QWidget *TrustDialog::buildReasons(const TlsFailure &failure)
{
    auto *reasons = makeText(failure.reasons.join(u'\n'));
    reasons->setObjectName(u"trustReasons"_s);
    return reasons;
}

QWidget *TrustDialog::buildChain(const TlsFailure &failure)
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    for (const CertificateFacts &certificate : failure.chain) {
        const bool isServers = &certificate == &failure.chain.first();
        layout->addWidget(makeText(isServers ? tr("The server's certificate") : tr("Signed by"), u"heading"_s));
        auto *facts = new QFormLayout;
        facts->setHorizontalSpacing(16);
        facts->addRow(makeText(tr("Issued to"), u"muted"_s), makeText(certificate.subject));
        facts->addRow(makeText(tr("Issued by"), u"muted"_s), makeText(certificate.issuer));
        facts->addRow(makeText(tr("Valid from"), u"muted"_s), makeText(absoluteTime(certificate.validFrom)));
        facts->addRow(makeText(tr("Valid until"), u"muted"_s), makeText(absoluteTime(certificate.validUntil)));
        auto *fingerprint = makeText(fingerprintText(certificate.sha256));
        fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        if (isServers)
            fingerprint->setObjectName(u"trustFingerprint"_s);
        facts->addRow(makeText(tr("SHA-256"), u"muted"_s), fingerprint);
        layout->addLayout(facts);
    }
    if (failure.chain.isEmpty())
        layout->addWidget(makeText(tr("The server showed no certificate."), u"muted"_s));
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    return scroll;
}

QWidget *TrustDialog::buildButtons(bool canBePinned)
{
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins({});
    layout->addWidget(makeText(
        canBePinned ? tr(
            "Trust it only after comparing its SHA-256 with what the server's administrator tells you. Exactly this "
            "certificate is then trusted, and for this server only.")
                    : tr("This cannot be excused here."),
        u"muted"_s));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, foot);
    if (canBePinned) {
        auto *trust = buttons->addButton(tr("Trust This Certificate"), QDialogButtonBox::AcceptRole);
        trust->setObjectName(u"trustCertificate"_s);
        trust->setProperty("look", u"danger"_s);
        trust->setAutoDefault(false);
    }
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    return foot;
}

#include "moc_trustdialog.cpp"
