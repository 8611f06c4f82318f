// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/capabilities.h"
#include "tests/dialects/capabilitychecks.h"
#include "tests/testprogram.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

// What the README says a server can do is what its dialect offers, and what that offers is really done.
class tst_Capabilities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        for (const auto &demo : demos()) {
            DemoServer visited(demo);
            m_columns << CapabilityColumn{demo.title, visited.server().dialect(), demo.undocumented};
        }
    }

    void everyProductHasItsColumn()
    {
        QSet<QString> shown;
        for (const auto &column : columns())
            shown << column.dialect.id;
        for (const auto &dialect : dialects())
            QVERIFY2(shown.contains(dialect.id), qPrintable(dialect.id));
    }

    void everyYesIsDriven_data() { addCells(false); }
    void everyYesIsDriven()
    {
        QFETCH(const int, column);
        QFETCH(const QString, capability);
        auto checks = recordChecks();
        checks.insert(tokenChecks());
        checks.insert(serverChecks());
        const CapabilityCheck check = checks.value(capability);
        QVERIFY2(check, "offered, and nobody tried it");
        DemoServer visited(demos()[column]);
        check(visited);
    }

    void whatIsUndocumentedFailsInWords_data() { addCells(true); }
    void whatIsUndocumentedFailsInWords()
    {
        QFETCH(const int, column);
        QFETCH(const QString, capability);
        const CapabilityCheck check = undocumentedChecks().value(capability);
        QVERIFY2(check, "called undocumented, and nobody tried it");
        DemoServer visited(demos()[column]);
        check(visited);
    }

    void theReadmeShowsTheTable()
    {
        const QByteArray begin = "<!-- capabilities -->\n";
        const QByteArray end = "<!-- /capabilities -->\n";
        QFile file(QStringLiteral(SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        const auto from = text.indexOf(begin) + begin.size();
        const auto to = text.indexOf(end);
        QVERIFY2(text.count(begin) == 1 && text.count(end) == 1 && from <= to, "README.md lacks the markers");
        const QByteArray table = capabilityTable(columns());
        if (qEnvironmentVariable("LATCHKEY_WRITE") == u"1") {
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray written = text.replace(from, to - from, table);
            QCOMPARE(file.write(written), written.size());
            qInfo("The table in README.md was written.");
            return;
        }
        const QByteArrayList wanted = table.split('\n');
        const QByteArrayList there = text.mid(from, to - from).split('\n');
        for (qsizetype line = 0; line < wanted.size(); ++line)
            QVERIFY2(there.value(line) == wanted[line],
                "README.md is behind; with LATCHKEY_WRITE=1 this test writes it: " + wanted[line]);
        QCOMPARE(there.size(), wanted.size());
    }

private:
    // Glewlwyd has no persona; tests/interop drives it against the real program.
    QList<CapabilityColumn> columns() const
    {
        const Dialect *glewlwyd = findDialect(u"glewlwyd"_s);
        return m_columns + QList<CapabilityColumn>{{glewlwyd->name, *glewlwyd, {}}};
    }
    void addCells(bool isUndocumented) const
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("capability");
        for (int column = 0; column < m_columns.size(); ++column)
            for (const auto &capability : capabilities())
                if (capability.isIn(m_columns[column].dialect)
                    && m_columns[column].undocumented.contains(capability.id) == isUndocumented)
                    QTest::addRow("%s: %s", qPrintable(m_columns[column].title), qPrintable(capability.label))
                        << column << capability.id;
    }

    QList<CapabilityColumn> m_columns; // of servers with a persona, in the order of demos()
};

int tst_capabilities(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Capabilities>(argc, argv);
}
#include "tst_capabilities.moc"
