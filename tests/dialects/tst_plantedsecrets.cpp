// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batchreport.h"
#include "items/changeset.h"
#include "items/exchangetext.h"
#include "items/har.h"
#include "items/journallist.h"
#include "items/profilesettings.h"
#include "items/recordexport.h"
#include "items/recordimport.h"
#include "items/requestscript.h"
#include "items/undo.h"
#include "net/randomtext.h"
#include "tests/dialects/demoserver.h"
#include "tests/net/proxyserver.h"
#include "tests/planted.h"
#include "tests/testprogram.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

// Every secret a console handles, each one that can be recognised: typed, pasted, imported, staged, told by the server.
// None of them is in a file afterwards, whatever is stored, logged, exported or scripted.
class tst_PlantedSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"tmp"_s));
        qputenv("TMPDIR", QFile::encodeName(m_folder->filePath(u"tmp"_s)));
        qputenv("HOME", QFile::encodeName(m_folder->path()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain, so nowhere to put them
        m_planted.clear();
    }
    void cleanup()
    {
        m_workspace.reset();
        m_store.reset();
        m_secrets.reset();
        m_proxy.reset();
        m_persona.reset();
        qunsetenv("TMPDIR");
        m_folder.reset();
    }
    void cleanupTestCase()
    {
        qInfo("%d secrets planted in all, in %lld places.", m_all, static_cast<long long>(m_places.size()));
    }

    void noneIsInAFile_data()
    {
        QTest::addColumn<Demo>("demo");
        for (const Demo &demo : demos())
            QTest::newRow(qPrintable(demo.title)) << demo;
    }
    void noneIsInAFile()
    {
        QFETCH(const Demo, demo);
        m_demo = demo;
        visit();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(isSignedIn(demo.manager, demo.signIns[demo.manager]));
        plantOwnCredential();
        for (Collection *collection : m_server->separateCollections())
            QCOMPARE(awaited(collection->refresh()), "ok");
        for (auto made = demo.made.begin(); made != demo.made.end(); ++made) {
            makeAndChange(made.key());
            stageAndApply(made.key());
            importAndApply(made.key());
        }
        issueAndRevoke();
        plantListed();
        undo();
        write();
        signInWrongly();
        const QByteArrayList secrets = m_planted.keys();
        for (const QString &place : std::as_const(m_planted))
            m_places << demo.title + u": "_s + place;
        m_all += int(m_planted.size());
        QVERIFY(m_planted.size() >= 5);
        QStringList hits = hitsBelow(m_folder->path(), secrets);
        m_workspace.reset();
        m_store.reset();
        hits += hitsBelow(m_folder->path(), secrets);
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
        QVERIFY(QFileInfo(m_folder->filePath(u"exchanges.har"_s)).size() > 1'000); // there was something to look into
        // The search finds what is there, in the middle of Basic, too.
        save(u"planted"_s, "Authorization: Basic " + ("ana:" + secrets.last()).toBase64());
        QCOMPARE(hitsBelow(m_folder->path(), secrets).size(), 1);
    }

private:
    // A secret nobody has used before, and where it is used.
    Secret planted(const QString &place)
    {
        const QByteArray value = "Cn4ry-" + randomText(15);
        plant(place, value);
        return Secret::fromUtf8(value);
    }
    void plant(const QString &place, const QByteArray &value)
    {
        if (value.size() >= 8 && !m_planted.contains(value))
            m_planted.insert(value, place);
    }

    void visit()
    {
        m_persona = std::make_unique<Fixture>(server::Options{.personas = {m_demo.dialect}, .demo = true});
        if (m_demo.isLater)
            QVERIFY(m_persona->control("/_control/autentico/version", {{u"later"_s, true}}).status / 100 == 2);
        const Secret proxyPassword = planted(u"proxy password"_s);
        m_proxy = std::make_unique<ProxyServer>("ana:" + proxyPassword.revealUtf8());
        m_secrets = std::make_unique<SecretStore>();
        auto store = Store::open(m_folder->filePath(u"latchkey.db"_s));
        QVERIFY(store);
        m_store = std::move(*store);
        m_workspace = std::make_unique<Workspace>(*m_store, *m_secrets);
        m_profile = {.name = m_demo.title, .dialect = m_demo.dialect, .url = m_persona->url()};
        setConnection(m_profile,
            {.proxy = {.mode = ProxySettings::Mode::Http,
                 .host = u"127.0.0.1"_s,
                 .port = m_proxy->port(),
                 .user = u"ana"_s}});
        QHash<QString, Secret> kept{{QString::fromLatin1(proxyPasswordKey), proxyPassword},
            {QString::fromLatin1(passphraseKey), planted(u"key passphrase"_s)}};
        for (const SignInMethod &method : findDialect(m_demo.dialect)->signInMethods)
            for (const SignInField &field : method.fields)
                if (field.secret && !kept.contains(field.key))
                    kept.insert(field.key, planted(u"kept for the profile: "_s + field.key));
        m_profile.id = value(m_workspace->save(m_profile, kept));
        m_kept = kept;
    }

    // As the program does it, through the proxy; whether anybody is signed in then.
    bool isSignedIn(const QString &method, SignInValues values)
    {
        Profile profile = m_profile;
        profile.signInMethod = method;
        for (auto it = values.secrets.cbegin(); it != values.secrets.cend(); ++it)
            plant(u"typed to sign in: "_s + it.key(), it->revealUtf8());
        setPlainValues(profile, values.plain);
        values.secrets.insert(QString::fromLatin1(proxyPasswordKey), m_kept[QString::fromLatin1(proxyPasswordKey)]);
        m_server = value(m_workspace->open(profile, values));
        return m_server && awaited(m_server->session().signIn()) == "ok";
    }
    void plantOwnCredential()
    {
        const Request request = m_server->session().authorized(getRequest(u"/"_s));
        for (const auto &[name, text] : request.headers)
            if (name.toLower() == "authorization" || name.toLower().contains("token"))
                plant(u"own credential"_s, text.split(' ').last());
    }

    std::unique_ptr<Draft> filled(const QString &kind, const QString &as)
    {
        auto draft = m_server->collection(kind)->newDraft();
        for (auto [key, wanted] : m_demo.made[kind]) {
            const bool isName = key == (kind == u"scopes" ? u"id"_s : u"name"_s);
            set(*draft, key, isName ? QVariant(as + wanted.toString()) : wanted);
        }
        fillSecrets(*draft, as + u' ' + kind);
        return draft;
    }
    void fillSecrets(Draft &draft, const QString &place)
    {
        for (int field = 0; field < draft.fieldCount(); ++field)
            if (draft.field(field).kind == FieldKind::Password && draft.isEditable(field))
                draft.setValue(field, QVariant::fromValue(planted(place + u'.' + draft.field(field).key)));
    }
    // Of what is shown once, a client's id is no secret.
    void take(const QList<ShownOnce> &told, const QString &place)
    {
        for (const ShownOnce &once : told)
            if (once.label != translatedField("Client ID"))
                plant(place + u": "_s + once.label, once.value.revealUtf8());
    }

    void makeAndChange(const QString &kind)
    {
        Collection &list = *m_server->collection(kind);
        const Saved made = value(filled(kind, u"made"_s)->save());
        take(made.shownOnce, u"told of a new one of the "_s + kind);
        if (const auto draft = list.draft(made.id); draft && list.operations().testFlag(Operation::Update)) {
            for (const auto &[key, wanted] : m_demo.changed.value(kind))
                set(*draft, key, wanted);
            fillSecrets(*draft, u"changed "_s + kind);
            if (draft->isModified())
                take(value(draft->save()).shownOnce, u"told of changed "_s + kind);
        }
        if (list.operations().testFlag(Operation::Rotate))
            take(value(list.rotate(made.id)).shownOnce, u"told of rotated "_s + kind);
    }

    void apply(const QString &place)
    {
        ChangeSet &changes = m_server->changes();
        QVERIFY(changes.pending() > 0);
        for (const auto language : {ScriptLanguage::Curl, ScriptLanguage::PowerShell, ScriptLanguage::Python}) {
            QList<Request> requests;
            for (const Request &request : changes.requests())
                requests << m_server->session().authorized(request);
            const auto script = scriptOf(language, requests, m_profile.url);
            QVERIFY(script);
            save(u"script-%1"_s.arg(++m_files), script->toUtf8());
        }
        QSignalSpy ended(&changes, &ChangeSet::ended);
        changes.apply(ChangeSet::OnFailure::GoOn);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.first().last().toInt(), 0); // failed
        for (const NewSecrets &told : changes.takeSecrets())
            take(told.values, place);
    }
    void stageAndApply(const QString &kind)
    {
        QVERIFY(m_server->changes().stage(*m_server->collection(kind), filled(kind, u"staged"_s)) > 0);
        apply(u"told of staged "_s + kind);
    }
    void importAndApply(const QString &kind)
    {
        const auto draft = filled(kind, u"imported"_s);
        QJsonObject row;
        for (int field = 0; field < draft->fieldCount(); ++field) {
            const QVariant wanted = draft->value(field);
            if (!draft->isEditable(field) || wanted == draft->originalValue(field))
                continue;
            row[draft->field(field).key] = draft->field(field).kind == FieldKind::Password
                ? QJsonValue(wanted.value<Secret>().reveal())
                : QJsonValue::fromVariant(wanted);
        }
        const auto table = readImport(QJsonDocument(QJsonArray{row}).toJson());
        QVERIFY(table);
        RecordImport import(*m_server->collection(kind), *table);
        QTRY_VERIFY(import.isDone());
        QCOMPARE(import.stage(m_server->changes()), 1);
        apply(u"told of imported "_s + kind);
    }

    void issueAndRevoke()
    {
        ServerTokens &tokens = m_server->tokens();
        QList<Secret> issued;
        for (auto it = m_demo.grants.cbegin(); it != m_demo.grants.cend(); ++it) {
            const auto &offered = m_server->dialect().grants.list;
            if (m_demo.undocumented.contains(u"grants."_s + it.key())
                || std::none_of(
                    offered.begin(), offered.end(), [&](const Grant &grant) { return grant.id == it.key(); }))
                continue;
            for (auto secret = it->secrets.cbegin(); secret != it->secrets.cend(); ++secret)
                plant(u"given for "_s + it.key() + u": "_s + secret.key(), secret->revealUtf8());
            const IssuedToken token = value(tokens.issue(named(offered, it.key()), *it));
            for (const Secret &one : {token.credential.access, token.credential.refresh})
                if (!one.isEmpty()) {
                    plant(u"issued by "_s + it.key(), one.revealUtf8());
                    issued << one;
                }
            const Token record = tokens.recordOf(token, *it, token.credential.access);
            QCOMPARE(awaited(tokens.remember(record)), "ok");
            if (tokens.kept())
                QCOMPARE(awaited(tokens.keep(record)), "ok");
        }
        const Secret pasted = planted(u"pasted into the workbench"_s);
        if (tokens.canIntrospect())
            QVERIFY(awaited(tokens.introspect(pasted)) != "pending");
        if (tokens.canRevoke()) {
            const auto batch = tokens.revocationOf(issued + QList<Secret>{pasted, planted(u"pasted to be revoked"_s)});
            QSignalSpy finished(batch.get(), &Batch::finished);
            batch->start();
            QTRY_COMPARE(finished.size(), 1);
            const ReportHead head{.server = m_profile.name, .address = m_profile.url, .operation = u"revoke"_s};
            save(u"report.csv"_s, csvReport(*batch, head));
            save(u"report.json"_s, jsonReport(*batch, head));
        }
    }

    // What servers tell of every record to whoever may see it.
    void plantListed()
    {
        for (Collection *collection : m_server->separateCollections())
            for (const quint32 row : collection->model()->order())
                for (const FieldInfo &field : collection->model()->readableSecrets())
                    plant(u"listed in "_s + collection->kind(),
                        collection->model()->secretOf(row, field.key).revealUtf8());
    }

    void undo()
    {
        JournalList &journal = *m_server->journal();
        QCOMPARE(awaited(journal.refresh()), "ok");
        for (const JournalEntry &entry : journal.entries())
            if (undoOf(entry, *m_server).way == Undo::Way::Draft)
                if (const auto draft = undoDraft(entry, *m_server); draft && draft->isModified()) {
                    fillSecrets(*draft, u"undone "_s + entry.kind);
                    (void)awaited(draft->save());
                }
    }

    void save(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    void write()
    {
        for (Collection *collection : m_server->collections() + QList<Collection *>{m_server->journal()})
            for (const auto format : {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Ndjson}) {
                const RecordRows &rows = *collection->model();
                ExportProgress progress;
                QBuffer buffer;
                QVERIFY(buffer.open(QIODevice::WriteOnly));
                QVERIFY(writeRecords(
                    exportOf(rows, rows.order(), rows.allColumns(), format, ExportSecrets::Omitted), buffer, progress));
                save(u"export-%1"_s.arg(++m_files), buffer.data());
            }
        HttpLog &log = m_workspace->httpLog();
        QTRY_VERIFY(log.rowCount() > 3);
        QList<HttpLogEntry> entries;
        for (int row = 0; row < log.rowCount(); ++row) {
            entries << log.entry(row);
            save(u"exchange-%1"_s.arg(++m_files),
                (sentText(entries.last().exchange) + receivedText(entries.last().exchange)).toUtf8());
        }
        save(u"exchanges.har"_s, harOf(entries));
    }

    // What is refused is what people try next elsewhere.
    void signInWrongly()
    {
        for (auto it = m_demo.signIns.cbegin(); it != m_demo.signIns.cend(); ++it) {
            Profile profile = m_profile;
            profile.signInMethod = it.key();
            if (signsInInBrowser(profile))
                continue;
            SignInValues wrong = *it;
            for (auto secret = wrong.secrets.begin(); secret != wrong.secrets.end(); ++secret)
                *secret = planted(u"refused: "_s + it.key() + u'.' + secret.key());
            if (isSignedIn(it.key(), wrong)) // what is pasted is found out by its use
                QVERIFY(awaited(m_server->tryOut()) != "pending");
        }
    }

    Demo m_demo;
    Profile m_profile;
    QHash<QString, Secret> m_kept;
    QMap<QByteArray, QString> m_planted; // secret, place
    QSet<QString> m_places;
    int m_all = 0;
    int m_files = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Fixture> m_persona;
    std::unique_ptr<ProxyServer> m_proxy;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
    Server *m_server = nullptr;
};

int tst_plantedsecrets(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_PlantedSecrets>(argc, argv);
}
#include "tst_plantedsecrets.moc"
