// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/uistate.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_UiState : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(u"ui.ini"_s); }

private Q_SLOTS:
    void everythingOutlivesTheRun()
    {
        const UiState::List list{.columns = {{u"name"_s, 200, true}, {u"id"_s, 0, false}},
            .sortKey = u"id"_s,
            .sortOrder = Qt::DescendingOrder};
        {
            QSettings settings(path(), QSettings::IniFormat);
            UiState state(settings);
            state.setWindowGeometry("geometry");
            state.setSplitterSizes(u"records"_s, {700, 300});
            state.setList(u"teneo"_s, u"clients"_s, list);
            state.setFilter(u"teneo"_s, u"clients"_s, u"type=STUDIO, a"_s);
            state.setNamedFilter(u"teneo"_s, u"clients"_s, {u"b, ä"_s, u"type=OTHER"_s});
            state.setNamedFilter(u"teneo"_s, u"clients"_s, {u"a"_s, u"old"_s});
            state.setNamedFilter(u"teneo"_s, u"clients"_s, {u"a"_s, u"name:\"b, c\""_s});
            state.setNamedFilter(u"teneo"_s, u"clients"_s, {u"gone"_s, u"x"_s});
            state.removeNamedFilter(u"teneo"_s, u"clients"_s, u"gone"_s);
            state.setThemeMode(Theme::Mode::Dark);
            state.setLanguage(u"de"_s);
        }
        QSettings settings(path(), QSettings::IniFormat);
        const UiState state(settings);
        QCOMPARE(state.windowGeometry(), QByteArray("geometry"));
        QCOMPARE(state.splitterSizes(u"records"_s), (QList<int>{700, 300}));
        QVERIFY(state.list(u"teneo"_s, u"clients"_s) == list);
        QCOMPARE(state.filter(u"teneo"_s, u"clients"_s), u"type=STUDIO, a"_s);
        QCOMPARE(state.namedFilters(u"teneo"_s, u"clients"_s),
            (QList<UiState::NamedFilter>{{u"a"_s, u"name:\"b, c\""_s}, {u"b, ä"_s, u"type=OTHER"_s}}));
        QCOMPARE(state.themeMode(), Theme::Mode::Dark);
        QCOMPARE(state.language(), u"de"_s);
        // another server product has lists of its own
        QVERIFY(state.list(u"glewlwyd"_s, u"clients"_s) == UiState::List{});
        QCOMPARE(state.filter(u"glewlwyd"_s, u"clients"_s), QString());
        QVERIFY(state.namedFilters(u"glewlwyd"_s, u"clients"_s).isEmpty());
    }

    void aFreshOneHasDefaults()
    {
        QSettings settings(m_dir.filePath(u"none.ini"_s), QSettings::IniFormat);
        const UiState state(settings);
        QCOMPARE(state.themeMode(), Theme::Mode::System);
        QVERIFY(state.splitterSizes(u"records"_s).isEmpty());
        QVERIFY(state.language().isEmpty());
    }

    void nonsenseInTheFileIsIgnored()
    {
        QSettings settings(m_dir.filePath(u"bad.ini"_s), QSettings::IniFormat);
        settings.setValue(u"theme"_s, u"Purple"_s);
        settings.setValue(u"lists/teneo/clients/columns"_s, QStringList{u"name"_s, u"a:b"_s, u"id:80:shown"_s});
        const UiState state(settings);
        QCOMPARE(state.themeMode(), Theme::Mode::System);
        QCOMPARE(state.list(u"teneo"_s, u"clients"_s).columns, (QList<UiState::Column>{{u"id"_s, 80, true}}));
    }
};

int tst_uistate(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_UiState>(argc, argv);
}
#include "tst_uistate.moc"
