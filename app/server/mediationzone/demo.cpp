// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/demo.h"

#include "app/server/mediationzone/clientrows.h"
#include "app/server/signingkey.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

namespace {

struct DemoClient {
    QStringView name;
    QStringView scope;
};

constexpr std::array demoScopes{u"read_cdr", u"write_cdr", u"read_edr", u"write_edr", u"rate_usage", u"correct_usage",
    u"read_invoice", u"trigger_collection", u"provision_subscriber", u"read_audit", u"run_workflow", u"admin_workflow"};

constexpr std::array demoClients{
    DemoClient{u"Billing Feed", u"read_cdr write_cdr"},
    DemoClient{u"Rating Engine", u"read_cdr read_edr rate_usage correct_usage"},
    DemoClient{u"Roaming/TAP Import", u"write_cdr"},
    DemoClient{u"100% Quality Check", u"read_cdr read_edr read_audit"},
    DemoClient{u"Müller & Söhne", u"read_invoice"},
    DemoClient{u"配信ゲートウェイ", u"write_edr trigger_collection"},
    DemoClient{u"Voice+Data Collector #2", u"write_cdr write_edr trigger_collection"},
    DemoClient{u"Who Called?", u"read_cdr"},
    DemoClient{u"Fraud Detection", u"read_cdr read_edr"},
    DemoClient{u"Customer Care", u"read_invoice provision_subscriber"},
    DemoClient{u"Partner Settlement", u"read_cdr read_invoice"},
    DemoClient{u"Workflow Scheduler", u"run_workflow"},
    DemoClient{u"Operations Console", u"run_workflow admin_workflow read_audit"},
    DemoClient{u"data-lake-sink", u"read_cdr read_edr"},
    DemoClient{u"Archive Export", u"read_cdr read_archive"},
    DemoClient{u"Not Yet Allowed Anything", u""},
};

}

static QString derived(QCryptographicHash::Algorithm algorithm, QStringView name, int bytes)
{
    return QString::fromLatin1(
        base64Url(QCryptographicHash::hash(name.toUtf8(), algorithm).first(static_cast<qsizetype>(bytes))));
}

void seedDemo(Database &database)
{
    for (const char16_t *scope : demoScopes)
        database.change(u"INSERT INTO mediationzone_scopes (name) VALUES (?)"_s, {QStringView(scope).toString()});
    for (const DemoClient &client : demoClients) {
        insertClient(database,
            {.name = client.name.toString(),
                .id = derived(QCryptographicHash::Sha256, client.name, idBytes),
                .secret = derived(QCryptographicHash::Sha512, client.name, secretBytes),
                .scope = client.scope.toString()});
    }
}

}
