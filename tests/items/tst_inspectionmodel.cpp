// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "items/inspectionmodel.h"

#include "tests/items/introspector.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using Column = InspectionModel::Column;

static const QDateTime now(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);

// The table of an inspection.
class tst_InspectionModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Introspector>();
        m_server->keys = readJwks(publishedKeys({m_signer.publicJwk()}));
        m_inspection = std::make_unique<Inspection>(m_server->inspector(), [] { return now; });
        m_model = std::make_unique<InspectionModel>(*m_inspection);
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_inspection.reset();
        m_server.reset();
    }

    void aTokenFillsItsRow()
    {
        inspect({m_signer.token("RS256", claims())});
        QCOMPARE(cell(Column::Kind), u"JWT"_s);
        QCOMPARE(cell(Column::Issuer), u"https://as.example"_s);
        QCOMPARE(cell(Column::Subject), u"ann"_s);
        QCOMPARE(cell(Column::Client), u"portal"_s);
        QCOMPARE(cell(Column::Scopes), u"openid, profile"_s);
        QCOMPARE(cell(Column::Expires), relativeTime(now.addSecs(3600), now));
        QCOMPARE(cell(Column::Signature), u"Right"_s);
        QCOMPARE(cell(Column::ServerSays), u"Active"_s);
        QCOMPARE(cell(Column::Sum), u"Valid"_s);
        const auto expires = m_model->index(0, Column::Expires);
        QCOMPARE(expires.data(ValueRole).toDateTime(), now.addSecs(3600));
        QCOMPARE(expires.data(Qt::ToolTipRole).toString(), absoluteTime(now.addSecs(3600)));
        QCOMPARE(m_model->index(0, Column::Scopes).data(ValueRole).toStringList().size(), 2);
        QCOMPARE(m_model->index(0, 0).data(InspectionModel::ExplanationRole),
            m_model->index(0, Column::Sum).data(Qt::ToolTipRole));
        QVERIFY(m_model->index(0, 0).data(InspectionModel::ClaimsRole).toString().contains(u"\"sub\": \"ann\""));
        QVERIFY(m_model->index(0, 0).data(InspectionModel::HeaderRole).toString().contains(u"\"alg\": \"RS256\""));
    }

    void theServerFillsInWhatAnOpaqueTokenHides()
    {
        m_server->facts.userName = u"ann"_s;
        m_server->facts.clientId = u"c-1"_s;
        m_server->facts.expiresAt = now.addSecs(60);
        m_server->facts.raw = {{u"scope"_s, u"read write"_s}, {u"iss"_s, u"https://as.example"_s}};
        m_inspection->setTokens({Secret(u"2YotnFZFEjr1zCsicMWpAA99"_s)});
        QCOMPARE(cell(Column::Kind), u"Opaque"_s);
        QCOMPARE(cell(Column::Subject), QString());
        QCOMPARE(cell(Column::Expires), QString());
        m_inspection->consent({Secret(u"2YotnFZFEjr1zCsicMWpAA99"_s)});
        start();
        QCOMPARE(cell(Column::Subject), u"ann"_s);
        QCOMPARE(cell(Column::Client), u"c-1"_s);
        QCOMPARE(cell(Column::Scopes), u"read, write"_s);
        QCOMPARE(cell(Column::Issuer), u"https://as.example"_s);
        QCOMPARE(cell(Column::Expires), relativeTime(now.addSecs(60), now));
        QCOMPARE(cell(Column::Signature), QString());
        QVERIFY(m_model->index(0, 0).data(InspectionModel::ClaimsRole).toString().contains(u"\"scope\""));
    }

    void otherKindsAreNamed()
    {
        inspect({base64Url(R"({"alg":"dir","enc":"A128GCM"})") + "..aXY.Y2lwaGVy.dGFn",
            m_signer.token("RS256", claims()).first(60), m_signer.token("RS256", {{u"exp"_s, u"soon"_s}}),
            m_signer.token("RS256", {{u"sub"_s, u"x"_s}})});
        QCOMPARE(cell(Column::Kind, 0), u"Encrypted"_s);
        QCOMPARE(cell(Column::Kind, 1), u"Damaged JWT"_s);
        QVERIFY(m_model->index(1, Column::Kind).data(Qt::ToolTipRole).toString().contains(u"part"));
        QCOMPARE(cell(Column::Expires, 2), u"Unreadable"_s);
        QCOMPARE(cell(Column::Expires, 3), u"Never"_s);
    }

    void noRoleButOneGivesTheTokenAway()
    {
        const QByteArray token = m_signer.token("RS256", claims());
        const QByteArray opaque = "short-opaque";
        inspect({token, opaque});
        const QByteArray signature = token.sliced(token.lastIndexOf('.') + 1).chopped(4);
        for (int row = 0; row < m_model->rowCount(); ++row)
            for (int column = 0; column < m_model->columnCount(); ++column)
                for (const int role :
                    {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::EditRole), int(IdRole), int(NameRole),
                        int(ValueRole), int(InspectionModel::VerdictRole), int(InspectionModel::ExplanationRole),
                        int(InspectionModel::RemarksRole), int(InspectionModel::ErrorRole),
                        int(InspectionModel::HeaderRole), int(InspectionModel::ClaimsRole)}) {
                    const QVariant value = m_model->index(row, column).data(role);
                    const QByteArray shown = (value.toString() + value.toStringList().join(u' ')).toUtf8();
                    QVERIFY(!shown.contains(signature) && !shown.contains(opaque));
                }
        QCOMPARE(
            cell(Column::Value, 0), QString::fromLatin1(token.first(6)) + u'…' + QString::fromLatin1(token.last(4)));
        QCOMPARE(m_model->index(0, 0).data(InspectionModel::TokenRole).value<Secret>(), Secret::fromUtf8(token));
        QCOMPARE(cell(Column::Value, 1), u"••••••••"_s);
    }

    void everyColumnHasAName()
    {
        QCOMPARE(m_model->columns().size(), m_model->columnCount());
        for (int column = 0; column < m_model->columnCount(); ++column)
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }

private:
    static QJsonObject claims()
    {
        return {{u"iss"_s, u"https://as.example"_s}, {u"sub"_s, u"ann"_s}, {u"client_id"_s, u"portal"_s},
            {u"scope"_s, u"openid profile"_s}, {u"exp"_s, now.addSecs(3600).toSecsSinceEpoch()}};
    }
    static QJsonObject with(const QString &name, const QJsonValue &value)
    {
        QJsonObject object = claims();
        object.insert(name, value);
        return object;
    }
    void start()
    {
        QSignalSpy finished(m_inspection.get(), &Inspection::finished);
        m_inspection->start();
        QTRY_COMPARE(finished.size(), 1);
    }
    void inspect(const QList<QByteArray> &tokens)
    {
        QList<Secret> list;
        for (const auto &token : tokens)
            list << Secret::fromUtf8(token);
        m_inspection->setTokens(list);
        start();
    }
    QString cell(int column, int row = 0) const { return m_model->index(row, column).data().toString(); }

    const Signer m_signer{"RSA", u"k1"_s};
    std::unique_ptr<Introspector> m_server;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<InspectionModel> m_model;
};

int tst_inspectionmodel(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_InspectionModel>(argc, argv);
}
#include "tst_inspectionmodel.moc"
