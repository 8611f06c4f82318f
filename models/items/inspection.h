// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/batch.h"
#include "items/inspectedtoken.h"
#include "items/proof.h"
#include "items/signaturecheck.h"

#include <QHash>

#include <memory>
#include <vector>

// Finds out what tokens are worth: checks their signatures with the server's keys, and asks the server about those that
// are its own. No other token is sent without consent.
class Inspection final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostTokens = 10'000;
    struct ConsentQuestion {
        Secret token{};
        QString reason{}; // why it cannot be taken for the server's own, one translated sentence
    };
    struct Progress {
        int done = 0;
        int total = 0; // questions to the server and signatures to check since nothing was under way
    };

    Inspection(Inspector inspector, Clock clock, QObject *parent = nullptr);
    ~Inspection() override;

    // Replaces the tokens and stops what concerned them. Further copies, and what is beyond the most, are left out.
    void setTokens(const QList<Secret> &tokens);
    const QList<InspectedToken> &tokens() const { return m_tokens; }
    bool canIntrospect() const { return bool(m_inspector.introspect); }
    QDateTime now() const { return m_clock(); } // UTC

    QList<ConsentQuestion> needsConsent() const; // nothing when the server cannot be asked anyway
    void consent(const QList<Secret> &tokens); // to send these; asks nothing yet

    void start(); // what has not been checked, could not be, or was stopped
    void stop(); // starts nothing more; questions under way are still answered
    bool isRunning() const;
    Progress progress() const { return m_progress; }

    // Asks about these tokens again, those not here yet included, and says how each of them stands; by the same rule of
    // consent. An answer to an earlier question does not count. Nobody is told when setTokens() comes first.
    Future<QList<Proof>> prove(const QList<Secret> &tokens);

Q_SIGNALS:
    void tokensAboutToChange(); // rows come or go
    void tokensChanged();
    void updated(int first, int last); // rows of tokens()
    void progressed();
    void failed(const Error &error); // the keys could not be read
    void finished(); // nothing is under way; prove() has its answer

private:
    struct Proving {
        QList<Secret> tokens{};
        QPromise<Result<QList<Proof>>> promise{};
    };
    void add(const QList<Secret> &tokens);
    void await(int row);
    void work();
    void takeVerification(int row, Verification verification);
    void askNext();
    Future<> ask(int row);
    void take(int row, const Result<Introspected> &answer);
    void endProofs();
    void settle();

    Inspector m_inspector;
    Clock m_clock;
    QList<InspectedToken> m_tokens;
    QHash<QByteArray, int> m_rows; // by value
    Progress m_progress;
    SignatureCheck m_signatures;
    bool m_isActive = false; // something was begun whose end has not been told
    bool m_isStopped = false;
    std::unique_ptr<Batch> m_batch;
    std::vector<Proving> m_proofs;
    int m_generation = 0; // of the rows; an answer about earlier ones comes too late
};
