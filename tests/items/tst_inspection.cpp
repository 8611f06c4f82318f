// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspectionmodel.h"

#include "tests/items/introspector.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using Asked = InspectedToken::Asked;
using Reason = Verification::Reason;

static QString text(const QByteArray &token)
{
    return QString::fromLatin1(token);
}

// The engine, with a server made of functions.
class tst_Inspection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_now = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
        m_server = std::make_unique<Introspector>();
        m_server->keys = readJwks(publishedKeys({m_signer.publicJwk()}));
        begin(m_server->inspector());
    }
    void cleanup()
    {
        m_inspection.reset();
        m_server.reset();
    }

    void aTokenIsCheckedAndAsked()
    {
        const QByteArray token = jwt();
        inspect({token});
        QCOMPARE(m_server->sent, QStringList{text(token)});
        QCOMPARE(verdict(0), Verdict::Valid);
        QCOMPARE(m_inspection->tokens().first().verification->reason, Reason::None);
        QCOMPARE(m_inspection->progress().done, 2);
        QCOMPARE(m_inspection->progress().total, 2);

        m_server->revoked << text(token);
        inspect({token});
        QCOMPARE(verdict(0), Verdict::Inactive);
    }

    // The rule: what is not known to be this server's is not sent to it.
    void noTokenIsSentElsewhere_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("issuerName"); // of the server
        QTest::addColumn<QString>("reason"); // empty: may be sent
        const QString here = text(issuer);
        QTest::newRow("its own") << jwt() << here << QString();
        QTest::newRow("its own, with a slash") << jwt() << here + u'/' << QString();
        QTest::newRow("its own, forged") << jwt().chopped(5) + "AAAAA" << here << QString();
        QTest::newRow("foreign") << jwt({{u"iss"_s, u"https://other.example"_s}}) << here
                                 << u"https://other.example, not by this server"_s;
        QTest::newRow("foreign by case") << jwt({{u"iss"_s, u"https://AS.example"_s}}) << here
                                         << u"not by this server"_s;
        QTest::newRow("foreign by path") << jwt({{u"iss"_s, u"https://as.example/tenant"_s}}) << here
                                         << u"not by this server"_s;
        QTest::newRow("foreign by a longer name")
            << jwt({{u"iss"_s, u"https://as.example.evil"_s}}) << here << u"not by this server"_s;
        QTest::newRow("without an issuer") << jwt({{u"iss"_s, QJsonValue::Null}}) << here << u"does not say"_s;
        QTest::newRow("issuer no text") << jwt({{u"iss"_s, QJsonArray{here}}}) << here << u"does not say"_s;
        QTest::newRow("two issuers") << m_signer.signedText("RS256",
            base64Url("{\"alg\":\"RS256\"}") + '.'
                + base64Url("{\"iss\":\"https://other.example\",\"iss\":\"https://as.example\"}"))
                                     << here << u"does not say clearly"_s;
        QTest::newRow("server's name unknown") << jwt() << QString() << u"not known if that is this server"_s;
        QTest::newRow("opaque") << "2YotnFZFEjr1zCsicMWpAA"_qba << here << u"Nothing in it"_s;
        QTest::newRow("damaged") << jwt().first(60) << here << u"Nothing in it"_s;
        QTest::newRow("encrypted") << base64Url("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"iss\":\"https://as.example\"}")
                + "..aXY.Y2lwaGVy.dGFn"
                                   << here << u"encrypted"_s;
    }
    void noTokenIsSentElsewhere()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, issuerName);
        QFETCH(QString, reason);
        begin(m_server->inspector(issuerName));
        inspect({token});
        prove({token});
        const auto questions = m_inspection->needsConsent();
        QCOMPARE(questions.size(), reason.isEmpty() ? 0 : 1);
        QCOMPARE(m_server->sent.size(), reason.isEmpty() ? 2 : 0);
        if (reason.isEmpty())
            return;
        QVERIFY2(questions.first().reason.contains(reason), qPrintable(questions.first().reason));
        QCOMPARE(cell(0, InspectionModel::ServerSays), u"Needs your consent"_s);

        m_inspection->consent({questions.first().token});
        QVERIFY(m_inspection->needsConsent().isEmpty());
        QVERIFY(m_server->sent.isEmpty());
        start();
        QCOMPARE(m_server->sent, QStringList{text(token)});
    }

    void consentIsForTheseTokensOnly()
    {
        m_inspection->setTokens({Secret(u"opaque-1"_s), Secret(u"opaque-2"_s)});
        m_inspection->consent({Secret(u"opaque-2"_s), Secret(u"opaque-3"_s)});
        start();
        QCOMPARE(m_server->sent, QStringList{u"opaque-2"_s});
        QCOMPARE(m_inspection->needsConsent().size(), 1);
        // It ends with the tokens it was given for.
        inspect({"opaque-2"});
        QCOMPARE(m_server->sent.size(), 1);
    }

    void withoutIntrospectionNothingIsAsked()
    {
        Inspector inspector = m_server->inspector();
        inspector.introspect = {};
        begin(inspector);
        inspect({jwt(), "opaque-1"});
        QVERIFY(m_inspection->needsConsent().isEmpty());
        QCOMPARE(verdict(0), Verdict::Valid);
        QCOMPARE(verdict(1), Verdict::NotCheckable);
        QCOMPARE(cell(1, InspectionModel::ServerSays), u"Cannot be asked"_s);
    }

    void foreignSignaturesAreNotCalledWrong()
    {
        const QByteArray foreign
            = Signer("RSA", m_signer.keyId()).token("RS256", claims({{u"iss"_s, u"https://other.example"_s}}));
        const QByteArray unsignedToken = base64Url("{\"alg\":\"none\"}") + '.' + foreign.split('.').at(1) + '.';
        inspect({foreign, unsignedToken, Signer("RSA", m_signer.keyId()).token("RS256", claims())});
        QCOMPARE(m_inspection->tokens().at(0).verification->reason, Reason::ForeignIssuer);
        QCOMPARE(verdict(0), Verdict::NotCheckable);
        QCOMPARE(verdict(1), Verdict::SignatureWrong);
        QCOMPARE(verdict(2), Verdict::SignatureWrong);
        QCOMPARE(m_server->keyReadings, 1);
    }

    void onlyAFewAtATime()
    {
        m_server->hold = true;
        QList<QByteArray> tokens;
        for (int i = 0; i < 10; ++i)
            tokens << "opaque-" + QByteArray::number(i);
        set(tokens);
        m_inspection->consent(secrets(tokens));
        QSignalSpy finished(m_inspection.get(), &Inspection::finished);
        m_inspection->start();
        QCOMPARE(m_server->sent.size(), Pace::first);
        QCOMPARE(m_inspection->progress().total, 10);
        while (!m_server->pending.isEmpty()) {
            m_server->answer(m_server->pending.constBegin().key());
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(m_server->most <= Pace::most);
        QCOMPARE(m_server->sent.size(), 10);
        QCOMPARE(m_inspection->progress().done, 10);
        QVERIFY(!m_inspection->isRunning());
    }

    void stoppingLetsWhatRunsEnd()
    {
        m_server->hold = true;
        const QList<QByteArray> tokens{"o1", "o2", "o3", "o4", "o5", "o6"};
        set(tokens);
        m_inspection->consent(secrets(tokens));
        QSignalSpy finished(m_inspection.get(), &Inspection::finished);
        m_inspection->start();
        m_inspection->stop();
        QVERIFY(m_inspection->isRunning());
        QVERIFY(finished.isEmpty());
        m_server->answerAll();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_server->sent.size(), 4);
        QCOMPARE(m_inspection->tokens().at(3).asked, Asked::Answered);
        QCOMPARE(m_inspection->tokens().at(4).asked, Asked::NotYet);

        m_server->hold = false;
        start(); // goes on where it stopped
        QCOMPARE(m_server->sent.size(), 6);
    }

    void aFailureIsToldAndAskedAgain()
    {
        m_server->failing << u"o1"_s;
        set({"o1", "o2"});
        m_inspection->consent(secrets({"o1", "o2"}));
        start();
        QCOMPARE(verdict(0), Verdict::NotCheckable);
        QCOMPARE(m_model->index(0, 0).data(InspectionModel::ErrorRole).toString(), u"Out of reach."_s);
        QCOMPARE(verdict(1), Verdict::Valid);
        m_server->failing.clear();
        start();
        QCOMPARE(m_server->sent, (QStringList{u"o1"_s, u"o2"_s, u"o1"_s}));
        QCOMPARE(verdict(0), Verdict::Valid);
        QVERIFY(m_model->index(0, 0).data(InspectionModel::ErrorRole).toString().isEmpty());
    }

    void newTokensForgetTheOldQuestions()
    {
        m_server->hold = true;
        const QByteArray old = jwt({{u"jti"_s, u"old"_s}});
        set({old});
        m_inspection->start();
        m_server->revoked << text(old);
        m_server->hold = false;
        inspect({jwt()});
        QCOMPARE(verdict(0), Verdict::Valid);
        m_server->answer(text(old)); // late
        QCoreApplication::processEvents();
        QCOMPARE(verdict(0), Verdict::Valid);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void tenThousandAtMostAndEachOnce()
    {
        QList<QByteArray> tokens{"o1", "o1", "o2"};
        set(tokens);
        QCOMPARE(m_model->rowCount(), 2);
        for (int i = 0; i < Inspection::mostTokens + 10; ++i)
            tokens << "many-" + QByteArray::number(i);
        set(tokens);
        QCOMPARE(m_model->rowCount(), Inspection::mostTokens);
    }

    void theKeysAreReadOnce()
    {
        inspect({jwt(), jwt({{u"jti"_s, u"2"_s}})});
        inspect({jwt()});
        QCOMPARE(m_server->keyReadings, 1);
        inspect({"opaque-1"});
        QCOMPARE(m_server->keyReadings, 1);
    }

    void anUnknownKeyIsLookedForOnceAMinute()
    {
        const Signer rotated("P-256", u"new"_s);
        const QByteArray token = rotated.token("ES256", claims());
        inspect({token});
        QCOMPARE(m_server->keyReadings, 1); // they have just been read
        QCOMPARE(m_inspection->tokens().first().verification->reason, Reason::UnknownKey);

        m_server->keys = readJwks(publishedKeys({m_signer.publicJwk(), rotated.publicJwk()}));
        m_now = m_now.addSecs(59);
        start();
        QCOMPARE(m_server->keyReadings, 1);
        m_now = m_now.addSecs(1);
        start();
        QCOMPARE(m_server->keyReadings, 2);
        QCOMPARE(m_inspection->tokens().first().verification->reason, Reason::None);

        // A token of somebody else is no reason to look.
        m_now = m_now.addSecs(3600);
        inspect({Signer("P-256", u"other"_s).token("ES256", claims({{u"iss"_s, u"https://other.example"_s}}))});
        QCOMPARE(m_server->keyReadings, 2);
        inspect({Signer("P-256", u"other"_s).token("ES256", claims()),
            Signer("P-256", u"third"_s).token("ES256", claims())});
        QCOMPARE(m_server->keyReadings, 3);
    }

    void keysThatCannotBeReadAreTold()
    {
        const auto keys = m_server->keys;
        m_server->keys = failure(Error::Kind::Timeout, u"No answer in time."_s);
        QSignalSpy failed(m_inspection.get(), &Inspection::failed);
        Inspector inspector = m_server->inspector();
        const QByteArray token = jwt();
        inspect({token});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_inspection->tokens().first().verification->reason, Reason::KeysUnavailable);
        QCOMPARE(verdict(0), Verdict::Valid); // the server says so
        m_server->keys = keys;
        start();
        QCOMPARE(m_server->keyReadings, 2);
        QCOMPARE(m_inspection->tokens().first().verification->reason, Reason::None);
    }

    void stoppedKeysComeTooLate()
    {
        m_server->holdKeys = true;
        set({jwt()});
        QSignalSpy finished(m_inspection.get(), &Inspection::finished);
        m_inspection->start();
        QTRY_VERIFY(m_server->heldKeys);
        QTRY_COMPARE(m_inspection->tokens().first().asked, Asked::Answered);
        m_inspection->stop();
        QCOMPARE(finished.size(), 1);
        m_server->heldKeys->addResult(m_server->keys);
        m_server->heldKeys->finish();
        QCoreApplication::processEvents();
        QVERIFY(!m_inspection->tokens().first().verification);
        QVERIFY(!m_inspection->isRunning());
    }

    void aRevocationIsProven()
    {
        const QByteArray token = jwt();
        inspect({token, jwt({{u"jti"_s, u"2"_s}})});
        m_server->revoked << text(token);
        const auto proofs = prove({token, jwt({{u"jti"_s, u"2"_s}}), "opaque-1"});
        QCOMPARE(proofs.size(), 3);
        QCOMPARE(proofs.at(0).outcome, Proof::Outcome::Inactive);
        QVERIFY(proofs.at(0).passesBySignature);
        QCOMPARE(proofs.at(0).passesUntil, m_now.addSecs(3600));
        QCOMPARE(proofs.at(1).outcome, Proof::Outcome::StillActive);
        QCOMPARE(proofs.at(2).outcome, Proof::Outcome::NotAsked); // nobody allowed it
        QCOMPARE(m_server->sent.size(), 4);
        QCOMPARE(verdict(0), Verdict::Inactive);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void anAnswerFromBeforeTheRevocationIsNoProof()
    {
        m_server->hold = true;
        const QByteArray token = jwt();
        set({token});
        m_inspection->start();
        const auto future = m_inspection->prove(secrets({token}));
        m_server->answer(text(token)); // active, as it was then
        m_server->revoked << text(token);
        QTRY_COMPARE(m_server->sent.size(), 2);
        QVERIFY(!future.isFinished());
        m_server->answer(text(token));
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->first().outcome, Proof::Outcome::Inactive);
    }

    void aStoppedProofSaysSo()
    {
        m_server->hold = true;
        const QList<QByteArray> tokens{"o1", "o2", "o3", "o4", "o5"};
        set(tokens);
        m_inspection->consent(secrets(tokens));
        const auto future = m_inspection->prove(secrets(tokens));
        m_inspection->stop();
        m_server->answerAll();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->at(3).outcome, Proof::Outcome::StillActive);
        QCOMPARE(future.result()->at(4).outcome, Proof::Outcome::NotAsked);
    }

    void nobodyHearsOfAnInspectionThatIsGone()
    {
        m_server->hold = true;
        m_server->holdKeys = true;
        set({jwt()});
        m_inspection->start();
        const auto future = m_inspection->prove(secrets({jwt()}));
        m_model.reset();
        m_inspection.reset();
        m_server->answerAll();
        m_server->heldKeys->addResult(m_server->keys);
        m_server->heldKeys->finish();
        QCoreApplication::processEvents();
        QVERIFY(future.isCanceled());
    }

    void aSignalMayBringNewTokens()
    {
        int rounds = 0;
        connect(m_inspection.get(), &Inspection::progressed, m_inspection.get(), [&] {
            if (++rounds < 5) {
                set({jwt({{u"jti"_s, QString::number(rounds)}})});
                m_inspection->start();
            }
        });
        set({jwt()});
        m_inspection->start();
        QTRY_VERIFY(rounds >= 6 && !m_inspection->isRunning());
        QCOMPARE(verdict(0), Verdict::Valid);
    }

private:
    QJsonObject claims(const QJsonObject &more = {}) const
    {
        QJsonObject object{{u"iss"_s, text(issuer)}, {u"sub"_s, u"ann"_s},
            {u"exp"_s, QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toSecsSinceEpoch()}};
        for (auto member = more.begin(); member != more.end(); ++member)
            object.insert(member.key(), *member);
        return object;
    }
    QByteArray jwt(const QJsonObject &more = {}) const { return m_signer.token("RS256", claims(more)); }
    static QList<Secret> secrets(const QList<QByteArray> &tokens)
    {
        QList<Secret> list;
        for (const auto &token : tokens)
            list << Secret::fromUtf8(token);
        return list;
    }
    void begin(const Inspector &inspector)
    {
        m_model.reset();
        m_inspection = std::make_unique<Inspection>(inspector, [this] { return m_now; });
        m_model = std::make_unique<InspectionModel>(*m_inspection);
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void set(const QList<QByteArray> &tokens) { m_inspection->setTokens(secrets(tokens)); }
    void start()
    {
        QSignalSpy finished(m_inspection.get(), &Inspection::finished);
        m_inspection->start();
        QTRY_COMPARE(finished.size(), 1);
    }
    void inspect(const QList<QByteArray> &tokens)
    {
        set(tokens);
        start();
    }
    QList<Proof> prove(const QList<QByteArray> &tokens)
    {
        const auto future = m_inspection->prove(secrets(tokens));
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result().value_or(QList<Proof>())
                                                                    : QList<Proof>();
    }
    Verdict verdict(int row) const
    {
        return m_model->index(row, 0).data(InspectionModel::VerdictRole).value<Verdict>();
    }
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }

    const Signer m_signer{"RSA", u"k1"_s};
    QDateTime m_now;
    std::unique_ptr<Introspector> m_server;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<InspectionModel> m_model;
};

int tst_inspection(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Inspection>(argc, argv);
}
#include "tst_inspection.moc"
