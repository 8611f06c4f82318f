// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "items/proof.h"
#include "items/verdict.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Asked = InspectedToken::Asked;
using Origin = InspectedToken::Origin;
using Reason = Verification::Reason;
using Outcome = Verification::Outcome;

static const QDateTime judgedAt(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
static const int never = 1'000'000; // of an expiry, in seconds from now

namespace {

// What is known of a token, as a row of the table.
struct Known {
    TokenForm form = TokenForm::Jws;
    std::optional<Reason> signature{}; // none: not checked
    int expiry = 3600; // seconds from now
    Asked asked = Asked::NotYet;
    bool active = false;
    Origin origin = Origin::Here;
};

InspectedToken tokenOf(const Known &known)
{
    InspectedToken token{
        .value = Secret(u"tok-4711"_s), .form = known.form, .origin = known.origin, .asked = known.asked};
    if (known.signature) {
        const bool isWrong = *known.signature == Reason::Mismatch || *known.signature == Reason::Unsigned;
        token.verification = Verification{.outcome = *known.signature == Reason::None ? Outcome::Valid
                : isWrong                                                             ? Outcome::Wrong
                                                                                      : Outcome::NotCheckable,
            .reason = *known.signature,
            .algorithm = u"RS256"_s};
    }
    if (known.expiry != never)
        (known.form == TokenForm::Jws ? token.claims : token.facts).expiresAt = judgedAt.addSecs(known.expiry);
    token.answer.active = known.active;
    if (known.asked == Asked::Failed)
        token.error = {.kind = Error::Kind::Network, .message = u"The server is out of reach."_s};
    return token;
}

}

// What is concluded from what is known.
class tst_Verdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVerdict_data();
    void theVerdict()
    {
        QFETCH(Known, known);
        QFETCH(QString, says);
        const InspectedToken token = tokenOf(known);
        const Judgement judgement = judged(token, judgedAt);
        QTEST(judgement.verdict, "verdict");
        QVERIFY(!verdictText(judgement.verdict).isEmpty());
        QVERIFY2(judgement.explanation.contains(says), qPrintable(judgement.explanation));
        QVERIFY(judgement.explanation.endsWith(u'.') && !judgement.explanation.contains(u'%'));
        QVERIFY(!judgement.explanation.contains(token.value.reveal()));
        const bool namesTime = says.endsWith(u" on"_s) || says.endsWith(u"until"_s);
        QCOMPARE(judgement.explanation.contains(absoluteTime(expiryOf(token))) && known.expiry != never, namesTime);
    }

    void clocksMayDiffer_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<int>("distance"); // seconds from now
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("expires now") << u"exp"_s << 0 << Verdict::Valid;
        QTest::newRow("expired a minute ago") << u"exp"_s << -60 << Verdict::Valid;
        QTest::newRow("expired longer ago") << u"exp"_s << -61 << Verdict::Expired;
        QTest::newRow("begins in a minute") << u"nbf"_s << 60 << Verdict::Valid;
        QTest::newRow("begins later") << u"nbf"_s << 61 << Verdict::NotYetValid;
    }
    void clocksMayDiffer()
    {
        QFETCH(QString, claim);
        QFETCH(int, distance);
        InspectedToken token = tokenOf({.signature = Reason::None});
        (claim == u"exp" ? token.claims.expiresAt : token.claims.notBefore) = judgedAt.addSecs(distance);
        QTEST(judged(token, judgedAt).verdict, "verdict");
        if (claim == u"exp" && distance == -60)
            QVERIFY(judged(token, judgedAt).explanation.contains(u"60 second"));
    }

    void anUnreadableExpiryIsNotNever()
    {
        InspectedToken token = tokenOf({.signature = Reason::None, .expiry = never});
        token.claims.unreadable = {u"exp"_s};
        QCOMPARE(judged(token, judgedAt).verdict, Verdict::NotCheckable);
        QVERIFY(judged(token, judgedAt).explanation.contains(u"times cannot be read"));
        QCOMPARE(remarksOn(token).size(), 1);
        token.asked = Asked::Answered;
        token.answer.active = true;
        QCOMPARE(judged(token, judgedAt).verdict, Verdict::Valid);
        QVERIFY(!proofOf(token, judgedAt, true).passesBySignature);
    }

    void whatIsUnderWayIsNotJudgedYet()
    {
        InspectedToken token = tokenOf({.signature = Reason::None, .asked = Asked::Answered, .active = true});
        token.awaitsSignature = true;
        QCOMPARE(judged(token, judgedAt).verdict, Verdict::Unchecked);
        token.awaitsSignature = false;
        for (const auto asked : {Asked::Waiting, Asked::Running}) {
            token.asked = asked;
            QCOMPARE(judged(token, judgedAt).verdict, Verdict::Unchecked);
        }
    }

    void remarks()
    {
        InspectedToken token = tokenOf({.signature = Reason::None, .origin = Origin::Elsewhere});
        token.verification->isWeak = true;
        token.repeated = {u"iss"_s};
        token.claims.unreadable = {u"iat"_s};
        const QStringList remarks = remarksOn(token);
        QCOMPARE(remarks.size(), 4);
        QVERIFY(remarks.at(0).contains(u"2048"));
        QVERIFY(remarks.at(1).contains(u"another issuer"));
        QVERIFY(remarks.at(2).contains(u"iss"));
        QVERIFY(remarks.at(3).contains(u"iat"));
        QVERIFY(remarksOn(tokenOf({.signature = Reason::None})).isEmpty());
    }

    void theProof_data();
    void theProof()
    {
        QFETCH(Known, known);
        QFETCH(bool, canIntrospect);
        QFETCH(QString, sentence);
        const Proof proof = proofOf(tokenOf(known), judgedAt, canIntrospect);
        QTEST(proof.outcome, "outcome");
        QCOMPARE(proof.sentence,
            sentence.contains(u"%1") ? sentence.arg(absoluteTime(judgedAt.addSecs(known.expiry))) : sentence);
        const bool passes = known.form == TokenForm::Jws && known.signature == Reason::None && known.expiry >= 0;
        QCOMPARE(proof.passesBySignature, passes);
        QCOMPARE(proof.passesUntil.isValid(), passes && known.expiry != never);
    }
};

void tst_Verdict::theVerdict_data()
{
    using enum Verdict;
    using enum InspectedToken::Asked;
    constexpr auto opaque = TokenForm::Opaque;
    constexpr auto jwe = TokenForm::Jwe;
    const auto right = Reason::None;
    const auto wrong = Reason::Mismatch;
    const auto noKey = Reason::SharedSecret;
    QTest::addColumn<Known>("known");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Known &known, Verdict verdict, const QString &says) {
        QTest::newRow(name) << known << verdict << says;
    };
    row("untouched", {}, Unchecked, u"has not been checked"_s);
    row("signature right", {.signature = right}, Valid, u"expires on"_s);
    row("signature right, for ever", {.signature = right, .expiry = never}, Valid,
        u"does not expire; the server was not asked"_s);
    row("signature right, no answer", {.signature = right, .asked = Failed}, Valid, u"may have been revoked"_s);
    row("active, signature right", {.signature = right, .asked = Answered, .active = true}, Valid,
        u"active, the signature is right, and it expires on"_s);
    row("active for ever, signature right", {.signature = right, .expiry = never, .asked = Answered, .active = true},
        Valid, u"does not expire"_s);
    row("active, signature not checkable", {.signature = noKey, .asked = Answered, .active = true}, Valid,
        u"its signature could not be checked"_s);
    row("active, opaque", {.form = opaque, .asked = Answered, .active = true}, Valid, u"active and expires on"_s);
    row("active for ever, opaque", {.form = opaque, .expiry = never, .asked = Answered, .active = true}, Valid,
        u"The server says that it is active."_s);
    row("active, encrypted", {.form = jwe, .expiry = never, .asked = Answered, .active = true}, Valid, u"is active."_s);
    row("active, foreign",
        {.signature = Reason::ForeignIssuer, .asked = Answered, .active = true, .origin = Origin::Elsewhere}, Valid,
        u"is active"_s);

    row("inactive, signature right", {.signature = right, .asked = Answered}, Inactive,
        u"only the signature takes it until"_s);
    row("inactive, signature right, for ever", {.signature = right, .expiry = never, .asked = Answered}, Inactive,
        u"takes it for ever"_s);
    row("inactive, signature not checkable", {.signature = noKey, .asked = Answered}, Inactive,
        u"could not be checked"_s);
    row("inactive, opaque", {.form = opaque, .expiry = never, .asked = Answered}, Inactive,
        u"revoked, has expired or was never issued"_s);

    row("expired", {.signature = right, .expiry = -100}, Expired, u"It expired on"_s);
    row("expired, not signed by a known key", {.signature = noKey, .expiry = -100}, Expired, u"It expired on"_s);
    row("expired and inactive", {.signature = right, .expiry = -100, .asked = Answered}, Expired, u"It expired on"_s);
    row("expired and active", {.signature = right, .expiry = -100, .asked = Answered, .active = true}, Expired,
        u"It expired on"_s);
    row("expired, unchecked", {.expiry = -100}, Expired, u"It expired on"_s);

    row("signature wrong", {.signature = wrong}, SignatureWrong, u"does not fit"_s);
    row("unsigned", {.signature = Reason::Unsigned}, SignatureWrong, u"no signature"_s);
    row("signature wrong, expired", {.signature = wrong, .expiry = -100}, SignatureWrong, u"does not fit"_s);
    row("signature wrong, inactive", {.signature = wrong, .asked = Answered}, SignatureWrong, u"does not fit"_s);
    row("signature wrong, active", {.signature = wrong, .asked = Answered, .active = true}, SignatureWrong,
        u"although the server says"_s);
    row("signature wrong, being asked", {.signature = wrong, .asked = Running}, SignatureWrong, u"does not fit"_s);

    row("shared secret", {.signature = noKey}, NotCheckable, u"needs the secret"_s);
    row("opaque", {.form = opaque, .expiry = never}, NotCheckable, u"Only the server that issued it"_s);
    row("opaque, no answer", {.form = opaque, .expiry = never, .asked = Failed}, NotCheckable, u"out of reach"_s);
    row("encrypted", {.form = jwe, .expiry = never}, NotCheckable, u"encrypted"_s);
    row("foreign", {.signature = Reason::ForeignIssuer, .origin = Origin::Elsewhere}, NotCheckable,
        u"another issuer"_s);
    row("foreign, inactive here", {.signature = Reason::ForeignIssuer, .asked = Answered, .origin = Origin::Elsewhere},
        NotCheckable, u"not the server that issued it"_s);
}

void tst_Verdict::theProof_data()
{
    using enum Proof::Outcome;
    using enum InspectedToken::Asked;
    const auto right = Reason::None;
    QTest::addColumn<Known>("known");
    QTest::addColumn<bool>("canIntrospect");
    QTest::addColumn<Proof::Outcome>("outcome");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Known &known, Proof::Outcome outcome, const QString &sentence,
                         bool can = true) { QTest::newRow(name) << known << can << outcome << sentence; };
    const Known opaque{.form = TokenForm::Opaque, .expiry = never, .asked = Answered};
    row("inactive, opaque", opaque, Inactive, u"The server says it is inactive."_s);
    row("inactive, signature right", {.signature = right, .asked = Answered}, Inactive,
        u"The server says it is inactive; for whoever checks only the signature it stays valid until %1."_s);
    row("inactive, signature right, for ever", {.signature = right, .expiry = never, .asked = Answered}, Inactive,
        u"The server says it is inactive; for whoever checks only the signature it stays valid for ever."_s);
    row("inactive, expired", {.signature = right, .expiry = -1, .asked = Answered}, Inactive,
        u"The server says it is inactive."_s);
    row("inactive, signature wrong", {.signature = Reason::Mismatch, .asked = Answered}, Inactive,
        u"The server says it is inactive."_s);
    row("still active", {.signature = right, .asked = Answered, .active = true}, StillActive,
        u"The server still says it is active."_s);
    row("no answer, signature right", {.signature = right, .asked = Failed}, CannotSay,
        u"The server cannot say; the signature stays valid until %1."_s);
    row("no introspection", {.signature = right}, CannotSay,
        u"The server cannot say; the signature stays valid until %1."_s, false);
    row("no introspection, for ever", {.signature = right, .expiry = never}, CannotSay,
        u"The server cannot say; the signature stays valid for ever."_s, false);
    row("no introspection, expired", {.signature = right, .expiry = -1}, CannotSay,
        u"The server cannot say, but it expired on %1."_s, false);
    row("no introspection, opaque", {.form = TokenForm::Opaque, .expiry = never}, CannotSay,
        u"The server cannot say, and nothing else can."_s, false);
    row("foreign", {.signature = Reason::ForeignIssuer, .asked = Answered, .origin = Origin::Elsewhere}, CannotSay,
        u"The server cannot say, and nothing else can."_s);
    row("not asked", {.form = TokenForm::Opaque, .expiry = never}, NotAsked, u"The server was not asked."_s);
    row("not asked, signature right", {.signature = right}, NotAsked,
        u"The server was not asked; the signature stays valid until %1."_s);
    row("not asked, for ever", {.signature = right, .expiry = never}, NotAsked,
        u"The server was not asked; the signature stays valid for ever."_s);
}

int tst_verdict(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Verdict>(argc, argv);
}
#include "tst_verdict.moc"
