// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"
#include "items/profiletree.h"
#include "items/workspace.h"
#include "store/secretstore.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_ProfileTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Store::open(m_folder->filePath(u"data/latchkey.db"_s)).value();
        m_workspace = std::make_unique<Workspace>(*m_store, m_secrets);
        m_tree = std::make_unique<ProfileTree>(*m_workspace);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_tree.reset();
        m_workspace.reset();
        m_store.reset();
    }

    void itIsEmptyWithoutProfiles() { QCOMPARE(m_tree->rowCount(), 0); }

    void profilesStandUnderTheirEnvironmentTheMostDangerousFirst()
    {
        add(u"Lab"_s, Environment::Development);
        add(u"Zurich"_s, Environment::Production);
        add(u"Aachen"_s, Environment::Production);
        QCOMPARE(m_tree->rowCount(), 2);
        const auto production = m_tree->index(0, 0);
        QCOMPARE(production.data().toString(), u"Production"_s);
        QCOMPARE(m_tree->index(1, 0).data().toString(), u"Development"_s);
        QCOMPARE(m_tree->rowCount(production), 2);
        QCOMPARE(m_tree->index(0, 0, production).data().toString(), u"Aachen"_s);
        QCOMPARE(m_tree->index(1, 0, production).data().toString(), u"Zurich"_s);
    }

    void aHeadingCannotBeChosen()
    {
        const QString id = add(u"Lab"_s, Environment::Test);
        QVERIFY(!(m_tree->index(0, 0).flags() & Qt::ItemIsSelectable));
        QVERIFY(m_tree->index(0, 0).data(ProfileTree::ProfileIdRole).toString().isEmpty());
        const auto row = m_tree->indexOf(id);
        QVERIFY(row.flags() & Qt::ItemIsSelectable);
        QCOMPARE(row.data(ProfileTree::ProfileIdRole).toString(), id);
        QCOMPARE(row.data(ProfileTree::EnvironmentRole).toInt(), int(Environment::Test));
        QVERIFY(!m_tree->indexOf(u"unknown"_s).isValid());
    }

    void aConnectionIsFollowed()
    {
        const QString id = add(u"Lab"_s, Environment::Development);
        QCOMPARE(m_tree->indexOf(id).data(Qt::AccessibleTextRole).toString(), u"Lab, Development, not connected"_s);
        QSignalSpy changed(m_tree.get(), &QAbstractItemModel::dataChanged);
        (void)m_workspace->open(*m_workspace->profile(id), {.secrets = {{u"apiToken"_s, Secret(u"t"_s)}}});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(changed.last().first().toModelIndex(), m_tree->indexOf(id));
        const auto state = m_tree->indexOf(id).data(ProfileTree::ConnectionRole).value<ProfileTree::Connection>();
        QVERIFY(state == ProfileTree::Connection::SignedOut || state == ProfileTree::Connection::SignedIn);
        QVERIFY(!m_tree->indexOf(id).data(ProfileTree::ConnectionTextRole).toString().isEmpty());
        m_workspace->close(id);
        QCOMPARE(m_tree->indexOf(id).data(ProfileTree::ConnectionRole).value<ProfileTree::Connection>(), ProfileTree::Connection::None);
    }

    void aMovedOrRemovedProfileIsFollowed()
    {
        const QString id = add(u"Lab"_s, Environment::Development);
        Profile moved = *m_workspace->profile(id);
        moved.environment = Environment::Production;
        save(moved);
        QCOMPARE(m_tree->rowCount(), 1);
        QCOMPARE(m_tree->index(0, 0).data().toString(), u"Production"_s);
        const auto removed = m_workspace->remove(id);
        QTRY_VERIFY(removed.isFinished());
        QCOMPARE(m_tree->rowCount(), 0);
    }

    void plainValuesLeaveOtherSettingsAlone()
    {
        Profile profile;
        profile.settings.insert(u"own"_s, true);
        setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
        QCOMPARE(plainValues(profile).value(u"userName"_s), u"admin"_s);
        QVERIFY(profile.settings.value(u"own"_s).toBool());
    }

private:
    QString save(const Profile &profile)
    {
        const auto saved = m_workspace->save(profile, {});
        return QTest::qWaitFor([&] { return saved.isFinished(); }) ? saved.result().value_or(QString()) : QString();
    }
    QString add(const QString &name, Environment environment)
    {
        return save({.name = name, .dialect = u"teneo"_s, .url = QUrl(u"http://127.0.0.1:1"_s), .environment = environment, .signInMethod = u"apiToken"_s});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    SecretStore m_secrets{u"LatchkeyTest"_s};
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ProfileTree> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

int tst_profiletree(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ProfileTree>(argc, argv);
}
#include "tst_profiletree.moc"
