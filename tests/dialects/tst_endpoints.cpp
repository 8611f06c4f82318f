// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/everydialect.h"
#include "tests/testprogram.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// What must be true of every kind of record of every dialect.
class tst_Endpoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEndpointIsWhole_data() { eachDialect(); }
    void everyEndpointIsWhole()
    {
        forEach([](const auto &endpoint) {
            if (!endpoint) {
                QVERIFY2(!endpoint.create && !endpoint.update && !endpoint.remove, "nobody could reach it");
                return;
            }
            QVERIFY(endpoint.readPage || !endpoint.list);
            if (endpoint.create || endpoint.update || endpoint.read || endpoint.rotation)
                QVERIFY(endpoint.readOne);
            QVERIFY2(
                !endpoint.updateCreates || (endpoint.update && endpoint.read), "nobody could tell what it will do");
            QVERIFY(endpoint.remove || !*endpoint.removalNote);
            checkFields(endpoint);
        });
    }

    void readingAndWritingAreToldApart_data() { eachDialect(); }
    void readingAndWritingAreToldApart()
    {
        forEach([](const auto &endpoint) {
            const auto record = filled(endpoint);
            if (endpoint.list)
                checkRequest(endpoint.list({}), Effect::Read);
            if (endpoint.read)
                checkRequest(endpoint.read(record), Effect::Read);
            if (endpoint.create)
                checkRequest(endpoint.create(record), Effect::Write);
            if (endpoint.update)
                checkRequest(endpoint.update(record, record), Effect::Write);
            if (endpoint.remove)
                checkRequest(endpoint.remove(record), Effect::Write);
            for (const auto &request : {endpoint.read ? endpoint.read(record) : Request(),
                     endpoint.remove ? endpoint.remove(record) : Request()})
                QVERIFY2(!request.path.contains(u"a/b"), "the id is one segment of the path");
        });
    }

    void anEmptyRecordIsNoTrouble_data() { eachDialect(); }
    void anEmptyRecordIsNoTrouble()
    {
        forEach([](const auto &endpoint) {
            const decltype(filled(endpoint)) nothing{};
            if (endpoint.create)
                checkRequest(endpoint.create(nothing), Effect::Write);
            if (endpoint.problems)
                (void)endpoint.problems(nothing);
            if (endpoint.problems)
                for (const QString &text : endpoint.problems(filled(endpoint)))
                    QVERIFY(!text.isEmpty());
        });
    }

    void nonsenseIsNoRecord_data() { eachDialect(); }
    void nonsenseIsNoRecord()
    {
        forEach([](const auto &endpoint) {
            for (const auto &body : nonsense()) {
                const Response response{.status = 200, .body = body};
                if (endpoint.readPage && body != "null") // which some make of an empty list
                    QVERIFY2(!endpoint.readPage(response, {}), body.constData());
                if (endpoint.readOne && !body.isEmpty()) // some answer nothing to a write
                    QVERIFY2(!endpoint.readOne(response, filled(endpoint)), body.constData());
            }
            // Whatever these are to a server, they must not bring us down.
            for (const QByteArray body :
                {"{}", "[]", "[{}]", "[7,null]", R"({"scope":null})", R"([{"id":{"a":[1]}}])"}) {
                if (endpoint.readPage)
                    (void)endpoint.readPage({.status = 200, .body = body}, {});
                if (endpoint.readOne)
                    (void)endpoint.readOne({.status = 200, .body = body}, filled(endpoint));
            }
        });
    }

    void rotationSaysWhatItBreaks_data() { eachDialect(); }
    void rotationSaysWhatItBreaks()
    {
        forEach([](const auto &endpoint) {
            if (!endpoint.rotation)
                return;
            QVERIFY(*endpoint.rotation.label);
            QVERIFY2(*endpoint.rotation.consequence, "somebody is about to lock a client out");
            checkRequest(endpoint.rotation.request(filled(endpoint)), Effect::Write);
        });
    }

    void whatIsRememberedIsNothingSecret_data() { eachDialect(); }
    void whatIsRememberedIsNothingSecret()
    {
        forEach([](const auto &endpoint) {
            const auto &memory = endpoint.memory;
            if (!memory)
                return;
            QVERIFY(memory.read);
            QVERIFY2(*memory.explanation, "a list that may lack some says so");
            const auto record = filled(endpoint);
            const QJsonObject written = memory.write(record);
            const QByteArray text = QJsonDocument(written).toJson();
            QVERIFY2(!text.contains(openSecret().toUtf8()), text.constData());
            const auto again = memory.read(written);
            QCOMPARE(again.id, record.id);
            // What is remembered of a token is all there is to show: no server was asked for it.
            const bool isToken = std::is_same_v<std::decay_t<decltype(record)>, Token>;
            for (const auto &field : endpoint.fields)
                if (isToken && field.flags.testFlag(FieldFlag::Column))
                    QVERIFY2(field.read(again) == field.read(record), field.key);
            const QDateTime now({2100, 1, 1}, {0, 0}, Qt::UTC);
            const auto unknown = memory.read({});
            QVERIFY(unknown.id.isEmpty());
            if (memory.isOver)
                QVERIFY2(!memory.isOver(unknown, now), "what is not known to end has not ended");
        });
    }

private:
    template <typename Check>
    static void forEach(const Check &check)
    {
        QFETCH(const Dialect, dialect);
        check(dialect.clients);
        check(dialect.scopes);
        check(dialect.users);
        check(dialect.apiTokens);
        check(dialect.accessTokens);
        check(dialect.keptTokens);
        check(dialect.refreshTokens);
        check(dialect.sessions);
    }

    static QVariant valueOf(FieldKind kind)
    {
        switch (kind) {
        case FieldKind::Url:
            return u"https://shop.example.com/a"_s;
        case FieldKind::List:
            return QStringList{u"one"_s, u"two"_s};
        case FieldKind::Switch:
            return false;
        case FieldKind::Time:
            return QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC);
        case FieldKind::Duration:
            return QVariant::fromValue(seconds(3600));
        case FieldKind::Password:
            return QVariant::fromValue(Secret(openSecret()));
        default:
            return u"text"_s;
        }
    }

    template <typename T>
    static T filled(const Endpoint<T> &endpoint)
    {
        T record;
        for (const auto &field : endpoint.fields)
            field.write(record, valueOf(field.kind));
        record.id = u"a/b c"_s;
        if constexpr (std::is_same_v<T, Token>)
            record.clientId = record.clientName; // the console knows by its id alone who it got a token for
        return record;
    }

    template <typename T>
    static void checkFields(const Endpoint<T> &endpoint)
    {
        QStringList keys;
        bool hasColumn = false;
        for (const auto &field : endpoint.fields) {
            keys << QString::fromLatin1(field.key);
            hasColumn = hasColumn || field.flags.testFlag(FieldFlag::Column);
            QVERIFY2(*field.key && *field.label, field.key);
            if (field.kind == FieldKind::Password) {
                QVERIFY2(field.flags.testFlag(FieldFlag::Hidden), field.key);
                QVERIFY2(!std::holds_alternative<RawKey>(field.where), "a secret in `raw` would be kept and shown");
            } else {
                QVERIFY2(!field.flags.testFlag(FieldFlag::Readable), field.key);
            }
            if (field.flags.testFlag(FieldFlag::OnCreate))
                QVERIFY2(bool(endpoint.create), field.key);
            if (field.flags.testFlag(FieldFlag::OnUpdate))
                QVERIFY2(bool(endpoint.update), field.key);
        }
        QVERIFY(hasColumn);
        for (auto choice = endpoint.choices.cbegin(); choice != endpoint.choices.cend(); ++choice) {
            QVERIFY2(keys.contains(choice.key()), qPrintable(choice.key()));
            QVERIFY(choice->read);
            if (choice->list)
                checkRequest(choice->list(), Effect::Read);
            else
                QVERIFY2(!choice->read({}).value_or(QStringList()).isEmpty(), "the product fixes these words");
        }
        QCOMPARE(keys.removeDuplicates(), 0);
    }
};

int tst_endpoints(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Endpoints>(argc, argv);
}
#include "tst_endpoints.moc"
