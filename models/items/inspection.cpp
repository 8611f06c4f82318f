// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspection.h"

#include <algorithm>
#include <utility>

using Asked = InspectedToken::Asked;
using Origin = InspectedToken::Origin;
using Reason = Verification::Reason;

Inspection::Inspection(Inspector inspector, Clock clock, QObject *parent)
    : QObject(parent)
    , m_inspector(std::move(inspector))
    , m_clock(std::move(clock))
    , m_signatures(m_inspector.keys, m_clock, this)
{
    connect(&m_signatures, &SignatureCheck::checked, this, &Inspection::takeVerification);
    connect(&m_signatures, &SignatureCheck::failed, this, &Inspection::failed);
    connect(&m_signatures, &SignatureCheck::finished, this, &Inspection::settle);
}

Inspection::~Inspection() = default;

void Inspection::setTokens(const QList<Secret> &tokens)
{
    ++m_generation;
    m_proofs.clear();
    stop();
    if (m_batch) {
        // What it still brings is about rows that are gone; it may be its signal that brought us here.
        m_batch->disconnect(this);
        m_batch.release()->deleteLater();
    }
    Q_EMIT tokensAboutToChange();
    m_tokens.clear();
    m_rows.clear();
    add(tokens);
    Q_EMIT tokensChanged();
    settle();
}

void Inspection::add(const QList<Secret> &tokens)
{
    for (const auto &token : tokens) {
        if (m_tokens.size() == mostTokens)
            return;
        if (m_rows.contains(token.revealUtf8()))
            continue;
        m_rows.insert(token.revealUtf8(), int(m_tokens.size()));
        m_tokens << readToken(token, m_inspector.issuer);
    }
}

static QString reasonToAsk(const InspectedToken &token, const QString &issuer)
{
    if (token.form == TokenForm::Jwe)
        return Inspection::tr("It is encrypted, so nothing tells who issued it.");
    if (!token.isReadable())
        return Inspection::tr("Nothing in it tells who issued it.");
    if (token.origin == Origin::Elsewhere)
        return Inspection::tr("It was issued by %1, not by this server.").arg(token.claims.issuer);
    if (issuer.isEmpty() && !token.claims.issuer.isEmpty())
        return Inspection::tr("It was issued by %1, and it is not known if that is this server.")
            .arg(token.claims.issuer);
    return Inspection::tr("It does not say clearly who issued it.");
}

QList<Inspection::ConsentQuestion> Inspection::needsConsent() const
{
    QList<ConsentQuestion> questions;
    for (const auto &token : m_tokens)
        if (canIntrospect() && !token.maySend())
            questions << ConsentQuestion{token.value, reasonToAsk(token, m_inspector.issuer)};
    return questions;
}

void Inspection::consent(const QList<Secret> &tokens)
{
    for (const auto &token : tokens)
        if (const int row = m_rows.value(token.revealUtf8(), -1); row >= 0) {
            m_tokens[row].consented = true;
            Q_EMIT updated(row, row);
        }
}

bool Inspection::isRunning() const
{
    return m_signatures.isRunning() || m_batch;
}

static bool canBeCheckedAgain(const std::optional<Verification> &verification)
{
    return !verification || verification->reason == Reason::KeysUnavailable
        || verification->reason == Reason::UnknownKey;
}

// What about this row is still to be found out.
void Inspection::await(int row)
{
    InspectedToken &token = m_tokens[row];
    if (token.isReadable() && !token.awaitsSignature && canBeCheckedAgain(token.verification)) {
        token.awaitsSignature = true;
        m_signatures.add(row, token.value, token.origin != Origin::Elsewhere);
        ++m_progress.total;
    }
    if (canIntrospect() && token.maySend() && (token.asked == Asked::NotYet || token.asked == Asked::Failed)) {
        token.asked = Asked::Waiting;
        ++m_progress.total;
    }
}

void Inspection::start()
{
    if (!isRunning())
        m_progress = {};
    m_isStopped = false;
    for (int row = 0; row < m_tokens.size(); ++row)
        await(row);
    work();
}

void Inspection::work()
{
    m_isActive = true;
    if (!m_tokens.isEmpty())
        Q_EMIT updated(0, int(m_tokens.size()) - 1);
    m_signatures.start();
    if (!m_batch)
        askNext();
    settle();
}

void Inspection::stop()
{
    m_isStopped = true;
    m_signatures.stop();
    for (auto &token : m_tokens) {
        token.awaitsSignature = false;
        if (token.asked == Asked::Waiting)
            token.asked = Asked::NotYet;
    }
    if (m_batch)
        m_batch->stop();
    if (!m_tokens.isEmpty())
        Q_EMIT updated(0, int(m_tokens.size()) - 1);
    settle();
}

void Inspection::takeVerification(int row, Verification verification)
{
    InspectedToken &token = m_tokens[row];
    token.awaitsSignature = false;
    ++m_progress.done;
    const bool dependsOnKeys = verification.reason == Reason::UnknownKey || verification.reason == Reason::NoKey
        || verification.reason == Reason::Mismatch || verification.reason == Reason::UnfitKey;
    if (dependsOnKeys && token.origin == Origin::Elsewhere) {
        verification.outcome = Verification::Outcome::NotCheckable;
        verification.reason = Reason::ForeignIssuer;
    }
    token.verification = verification;
    Q_EMIT updated(row, row);
    Q_EMIT progressed();
}

void Inspection::askNext()
{
    QList<Batch::Item> items;
    for (int row = 0; row < m_tokens.size(); ++row)
        if (m_tokens[row].asked == Asked::Waiting)
            items << Batch::Item{.id = QString::number(row)};
    if (items.isEmpty())
        return;
    m_batch = std::make_unique<Batch>(items, [this](const QString &row) { return ask(row.toInt()); });
    connect(m_batch.get(), &Batch::finished, this, [this] {
        m_batch.release()->deleteLater();
        askNext();
        settle();
    });
    m_batch->start();
}

Future<> Inspection::ask(int row)
{
    m_tokens[row].asked = Asked::Running;
    Q_EMIT updated(row, row);
    auto done = std::make_shared<QPromise<Result<>>>();
    done->start();
    onResult(this, m_inspector.introspect(m_tokens[row].value),
        [this, row, done, generation = m_generation](const Result<Introspected> &answer) {
            if (generation != m_generation) // the rows are others now
                return;
            take(row, answer);
            done->addResult(Result<>()); // what came is kept with its token, and the next one is asked about all the same
            done->finish();
        });
    return done->future();
}

void Inspection::take(int row, const Result<Introspected> &answer)
{
    InspectedToken &token = m_tokens[row];
    ++m_progress.done;
    if (std::exchange(token.askAgain, false))
        token.asked = m_isStopped ? Asked::NotYet : Asked::Waiting;
    else
        takeAnswer(token, answer);
    Q_EMIT updated(row, row);
    Q_EMIT progressed();
}

Future<QList<Proof>> Inspection::prove(const QList<Secret> &tokens)
{
    const bool isKnown = std::all_of(
        tokens.begin(), tokens.end(), [this](const Secret &token) { return m_rows.contains(token.revealUtf8()); });
    if (!isKnown) {
        Q_EMIT tokensAboutToChange();
        add(tokens);
        Q_EMIT tokensChanged();
    }
    if (!isRunning())
        m_progress = {};
    m_isStopped = false;
    for (const auto &token : tokens) {
        const int row = m_rows.value(token.revealUtf8(), -1);
        if (row < 0)
            continue;
        Asked &asked = m_tokens[row].asked;
        if (asked == Asked::Running && !std::exchange(m_tokens[row].askAgain, true))
            ++m_progress.total;
        else if (asked == Asked::Answered)
            asked = Asked::NotYet;
        await(row);
    }
    m_proofs.push_back({.tokens = tokens});
    m_proofs.back().promise.start();
    auto future = m_proofs.back().promise.future();
    work();
    return future;
}

void Inspection::endProofs()
{
    const auto proofOfToken = [this](const Secret &token) {
        const int row = m_rows.value(token.revealUtf8(), -1);
        return proofOf(row < 0 ? readToken(token, m_inspector.issuer) : m_tokens[row], m_clock(), canIntrospect());
    };
    for (auto &proving : std::exchange(m_proofs, {})) {
        QList<Proof> proofs;
        for (const auto &token : std::as_const(proving.tokens))
            proofs << proofOfToken(token);
        proving.promise.addResult(Result<QList<Proof>>(proofs));
        proving.promise.finish();
    }
}

void Inspection::settle()
{
    if (!m_isActive || isRunning())
        return;
    m_isActive = false;
    endProofs();
    Q_EMIT finished();
}

#include "moc_inspection.cpp"
