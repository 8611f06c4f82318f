// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/expiry.h"

#include "items/collection.h"
#include "tests/testprogram.h"

#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A list of names and times, as far as looking for expiries needs one.
class List final : public Collection {
public:
    List(const QString &kind, const QString &timeKey)
        : Collection(kind, nullptr)
        , m_timeKey(timeKey)
    {
    }
    void add(const QString &id, const QDateTime &at)
    {
        QList<QStandardItem *> row{new QStandardItem, new QStandardItem};
        for (auto *item : row) {
            item->setData(id, IdRole);
            item->setData(u"name of "_s + id, NameRole);
        }
        row.last()->setData(at, ValueRole);
        m_model.appendRow(row);
    }

    QAbstractItemModel *model() override { return &m_model; }
    QList<FieldInfo> columns() const override { return {{.key = u"name"_s}, {.key = m_timeKey, .kind = FieldKind::Time}}; }
    Operations operations() const override { return {}; }
    Removal removal() const override { return Removal::Revoke; }
    QString removalNote() const override { return {}; }
    QString rotationLabel() const override { return {}; }
    QString rotationConsequence() const override { return {}; }
    QString memoryNote() const override { return {}; }
    Future<Saved> rotate(const QString &) override { return ready(Result<Saved>(Saved())); }
    Future<> forget(QStringList) override { return ready(Result<>()); }
    QList<Secret> tokens(const QStringList &) const override { return {}; }
    Future<> refresh() override { return ready(Result<>()); }
    std::unique_ptr<Draft> newDraft() override { return nullptr; }
    std::unique_ptr<Draft> draft(const QString &) override { return nullptr; }
    std::unique_ptr<Batch> removalOf(const QStringList &) override { return nullptr; }

protected:
    void stopRequests() override { }

private:
    QString m_timeKey;
    QStandardItemModel m_model;
};

class tst_Expiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSoonestOfAllListsComeFirst()
    {
        List tokens(u"accessTokens"_s, u"expires"_s);
        List apiTokens(u"apiTokens"_s, u"expires"_s);
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
        List tokens(u"accessTokens"_s, u"expires"_s);
        tokens.add(u"past"_s, m_now.addSecs(-1));
        tokens.add(u"now"_s, m_now);
        tokens.add(u"never"_s, {});
        QVERIFY(nextExpiries({&tokens}, m_now, 8).isEmpty());
    }

    void aListWithoutExpiriesHasNone()
    {
        List clients(u"clients"_s, u"createdAt"_s);
        clients.add(u"a"_s, m_now.addDays(1));
        QVERIFY(nextExpiries({&clients}, m_now, 8).isEmpty());
    }

    void onlyTheSoonestAreKept()
    {
        List tokens(u"accessTokens"_s, u"expires"_s);
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
