// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/expiry.h"

#include "items/collection.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A list of names and times, as far as looking for expiries needs one.
class List final : public Collection {
public:
    List(const QString &kind, const char *timeKey)
        : Collection(kind, nullptr)
        , m_model(
              {{"name", "", FieldKind::Text, {}, &User::name}, {timeKey, "", FieldKind::Time, {}, &User::createdAt}},
              nullptr)
    {
    }
    void add(const QString &id, const QDateTime &at)
    {
        m_model.put(User{.id = id, .name = u"name of "_s + id, .createdAt = at});
    }

    RecordRows *model() override { return &m_model; }
    QList<FieldInfo> columns() const override { return m_model.columns(); }
    Operations operations() const override { return {}; }
    Removal removal() const override { return Removal::Revoke; }
    QString removalNote() const override { return {}; }
    QString rotationLabel() const override { return {}; }
    QString rotationConsequence() const override { return {}; }
    QString memoryNote() const override { return {}; }
    Future<Saved> rotate(const QString &) override { return ready(Result<Saved>(Saved())); }
    std::optional<Request> removalRequest(const QString &) const override { return {}; }
    std::optional<Request> rotationRequest(const QString &) const override { return {}; }
    Future<> forget(QStringList) override { return ready(Result<>()); }
    QList<Secret> tokens(const QStringList &) const override { return {}; }
    Future<> refresh() override { return ready(Result<>()); }
    std::unique_ptr<Draft> newDraft() override { return nullptr; }
    std::unique_ptr<Draft> draft(const QString &) override { return nullptr; }
    std::unique_ptr<Batch> removalOf(const QStringList &) override { return nullptr; }

protected:
    void stopRequests() override { }

private:
    RecordModel<User> m_model;
};

class tst_Expiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSoonestOfAllListsComeFirst()
    {
        List tokens(u"accessTokens"_s, "expires");
        List apiTokens(u"apiTokens"_s, "expires");
        tokens.add(u"late"_s, m_now.addDays(3));
        tokens.add(u"soon"_s, m_now.addSecs(60));
        apiTokens.add(u"between"_s, m_now.addDays(1));
        const QList<Expiry> expected{
            {u"accessTokens"_s, u"soon"_s, u"name of soon"_s, m_now.addSecs(60)},
            {u"apiTokens"_s, u"between"_s, u"name of between"_s, m_now.addDays(1)},
            {u"accessTokens"_s, u"late"_s, u"name of late"_s, m_now.addDays(3)},
        };
        QCOMPARE(nextExpiries({&tokens, &apiTokens}, m_now, 8), expected);
    }

    void whatHasExpiredOrNeverDoesIsLeftOut()
    {
        List tokens(u"accessTokens"_s, "expires");
        tokens.add(u"past"_s, m_now.addSecs(-1));
        tokens.add(u"now"_s, m_now);
        tokens.add(u"never"_s, {});
        QVERIFY(nextExpiries({&tokens}, m_now, 8).isEmpty());
    }

    void aListWithoutExpiriesHasNone()
    {
        List clients(u"clients"_s, "createdAt");
        clients.add(u"a"_s, m_now.addDays(1));
        QVERIFY(nextExpiries({&clients}, m_now, 8).isEmpty());
    }

    void onlyTheSoonestAreKept()
    {
        List tokens(u"accessTokens"_s, "expires");
        for (int i = 0; i < 1000; ++i)
            tokens.add(QString::number(i), m_now.addSecs((i * 7919) % 1000 + 1)); // every distance once, in no order
        const auto next = nextExpiries({&tokens}, m_now, 5);
        QCOMPARE(next.size(), 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_now.secsTo(next.at(i).at), i + 1);
    }

private:
    const QDateTime m_now = QDateTime(QDate(2026, 3, 2), QTime(8, 15), Qt::UTC);
};

int tst_expiry(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Expiry>(argc, argv);
}
#include "tst_expiry.moc"
