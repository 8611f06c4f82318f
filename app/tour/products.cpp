// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/chapters.h"

#include <QLabel>
#include <QLineEdit>

#include <memory>

using namespace Qt::Literals::StringLiterals;

// What a dialog shows once: client ID and secret, or the secret alone.
using Shown = std::shared_ptr<QStringList>;

static void takeShown(Tour &tour, const Shown &shown)
{
    const Hands hands = tour.hands();
    tour.step(u"take what is shown once"_s, [hands, shown] {
        const auto *dialog
            = hands.find<QWidget>(u"shownOnceValue"_s) ? hands.find<QWidget>(u"shownOnceValue"_s)->window() : nullptr;
        const auto lines = dialog ? dialog->findChildren<QLineEdit *>(u"shownOnceValue"_s) : QList<QLineEdit *>();
        shown->clear();
        for (const auto *line : lines)
            *shown << line->text();
        return !shown->isEmpty() && hands.click(u"shownOnceDone"_s);
    });
}

static void newRecord(Tour &tour, const QList<std::pair<QString, QString>> &fields)
{
    const Hands hands = tour.hands();
    tour.step(
        u"begin a record"_s, [hands] { return hands.click(u"newRecord"_s); },
        [hands, fields] { return hands.find(u"field."_s + fields.first().first) != nullptr; });
    for (const auto &[field, text] : fields)
        tour.step(u"fill in %1"_s.arg(field),
            [hands, field = field, text = text] { return hands.type(u"field."_s + field, text); });
    tour.step(u"create it"_s, [hands] { return hands.click(u"saveRecord"_s); });
}

static void getToken(Tour &tour, const QString &grant, const QList<std::pair<QString, QString>> &plain,
    const std::function<QList<std::pair<QString, QString>>()> &later = {})
{
    const Hands hands = tour.hands();
    tour.openTab(u"workbench"_s);
    tour.step(u"choose the grant"_s, [hands, grant] { return hands.choose(u"grant"_s, grant); });
    tour.step(u"fill in the request"_s, [hands, plain, later] {
        bool isTyped = true;
        for (const auto &[field, text] : plain + (later ? later() : QList<std::pair<QString, QString>>()))
            isTyped = isTyped && hands.type(u"signIn."_s + field, text);
        return isTyped;
    });
    tour.step(
        u"get a token"_s, [hands] { return hands.click(u"getToken"_s); },
        [hands] { return hands.find(u"issuedAccess"_s) != nullptr; });
    tour.addPicture(u"workbench-"_s + grant);
}

void tourMediationZone(Tour &tour, const QUrl &server)
{
    const Hands hands = tour.hands();
    const auto shown = std::make_shared<QStringList>();
    tour.connectTo({.name = u"MediationZone"_s,
        .dialect = u"mediationzone"_s,
        .url = server,
        .method = u"basic"_s,
        .plain = {{u"userName"_s, u"mzadmin"_s}},
        .secrets = {{u"password"_s, u"mzadmin_pass"_s}}});
    tour.openTab(u"clients"_s);
    newRecord(tour, {{u"name"_s, u"Tour Feed"_s}});
    tour.step(
        u"select the client"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Tour Feed"_s); },
        [hands] { return hands.find(u"rotateRecord"_s) != nullptr; });
    tour.step(
        u"ask for new credentials"_s, [hands] { return hands.click(u"rotateRecord"_s); },
        [hands] { return hands.isShown(u"confirmDialog"_s); });
    tour.step(u"type its name"_s, [hands] { return hands.type(u"confirmTyped"_s, u"Tour Feed"_s); });
    tour.confirm(u"rotate"_s, [hands] { return hands.isShown(u"shownOnce"_s); });
    takeShown(tour, shown);
    tour.step(
        u"give it a scope"_s,
        [hands] { return hands.type(u"field.scopes"_s, u"read_cdr"_s) && hands.click(u"saveRecord"_s); },
        [hands] { return hands.isShown(u"difference"_s); });
    tour.addPicture(u"mediationzone-change"_s);
    tour.step(
        u"change it"_s, [hands] { return hands.click(u"confirm"_s); },
        [hands] { return !hands.isShown(u"difference"_s); });
    getToken(tour, u"client_credentials"_s, {}, [shown] {
        return QList<std::pair<QString, QString>>{
            {u"clientId"_s, shown->value(0)}, {u"clientSecret"_s, shown->value(1)}};
    });
    tour.openTab(u"scopes"_s);
    tour.step(
        u"select a scope"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"read_cdr"_s); },
        [hands] { return hands.find(u"deleteRecord"_s) != nullptr; });
    tour.step(
        u"ask to remove it"_s, [hands] { return hands.click(u"deleteRecord"_s); },
        [hands] { return hands.isShown(u"confirmDialog"_s); });
    tour.addPicture(u"mediationzone-scope-used"_s);
    tour.step(
        u"leave it"_s, [hands] { return hands.click(u"cancel"_s); },
        [hands] { return !hands.isShown(u"confirmDialog"_s); });
    tour.openTab(u"clients"_s);
    tour.step(u"select the client again"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Tour Feed"_s); });
    tour.step(u"ask to delete it"_s, [hands] { return hands.click(u"deleteRecord"_s); });
    tour.confirm(u"delete a client"_s, [hands] { return hands.rowOf(u"recordTable"_s, u"Tour Feed"_s) < 0; });
    tour.addPictures({u"overview"_s, u"clients"_s, u"scopes"_s, u"accessTokens"_s}, u"mediationzone-"_s);
}

void tourAutentico(Tour &tour, const QUrl &server)
{
    const Hands hands = tour.hands();
    const auto shown = std::make_shared<QStringList>();
    tour.connectTo({.name = u"Autentico"_s,
        .dialect = u"autentico"_s,
        .url = server,
        .method = u"password"_s,
        .plain = {{u"userName"_s, u"admin@example.test"_s}},
        .secrets = {{u"password"_s, u"admin_pass"_s}}});
    tour.openTab(u"clients"_s);
    newRecord(tour, {{u"name"_s, u"Tour Portal"_s}, {u"redirectUris"_s, u"http://127.0.0.1/callback"_s}});
    takeShown(tour, shown);
    tour.step(u"select the client"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Tour Portal"_s); });
    tour.step(u"ask to deactivate it"_s, [hands] { return hands.click(u"deleteRecord"_s); });
    tour.confirm(u"deactivate a client"_s,
        [hands] { return !hands.isShown(u"confirmDialog"_s) && hands.rowOf(u"recordTable"_s, u"Tour Portal"_s) >= 0; });
    getToken(tour, u"password"_s, {{u"userName"_s, u"admin@example.test"_s}, {u"password"_s, u"admin_pass"_s}});
    tour.step(
        u"inspect the token"_s, [hands] { return hands.click(u"inspectIssued"_s); },
        [hands] {
            const auto *stop = hands.find(u"inspectionStop"_s);
            return hands.rowCount(u"inspectionTable"_s) == 1 && !stop; // all of it was checked
        });
    tour.addPicture(u"workbench-verdict"_s);
    tour.addPictures({u"overview"_s, u"clients"_s, u"accessTokens"_s}, u"autentico-"_s);
}

void tourWyn(Tour &tour, const QUrl &server)
{
    const Hands hands = tour.hands();
    tour.connectTo({.name = u"Wyn Enterprise"_s,
        .dialect = u"wyn"_s,
        .url = server,
        .method = u"password"_s,
        .plain = {{u"clientId"_s, u"integration"_s}, {u"userName"_s, u"admin"_s}},
        .secrets = {{u"clientSecret"_s, u"integration_secret"_s}, {u"password"_s, u"admin_pass"_s}}});
    getToken(tour, u"password"_s,
        {{u"clientId"_s, u"integration"_s}, {u"clientSecret"_s, u"integration_secret"_s}, {u"userName"_s, u"admin"_s},
            {u"password"_s, u"admin_pass"_s}, {u"lifetime"_s, u"3600"_s}});
    tour.step(u"keep the token"_s, [hands] { return hands.click(u"keepToken"_s); });
    tour.openTab(u"accessTokens"_s);
    tour.step(
        u"see the tokens of this console"_s, [] { return true; },
        [hands] { return hands.rowCount(u"recordTable"_s) >= 2; });
    tour.addPicture(u"wyn-ledger"_s);
    tour.openTab(u"batchRevocation"_s);
    tour.step(u"choose the time"_s, [hands] { return hands.click(u"revokeNow"_s); });
    tour.addPicture(u"wyn-batch"_s);
    tour.step(u"ask to revoke"_s, [hands] { return hands.click(u"revokeBatch"_s); });
    tour.confirm(u"revoke every token"_s, [hands] { return !hands.isShown(u"confirmDialog"_s); });
    tour.addPicture(u"wyn-batch-done"_s);
    tour.addPictures({u"overview"_s, u"accessTokens"_s, u"batchRevocation"_s}, u"wyn-"_s);
}

void tourStandard(Tour &tour, const QUrl &server)
{
    const Hands hands = tour.hands();
    const auto shown = std::make_shared<QStringList>();
    tour.connectTo({.name = u"OpenID Provider"_s,
        .dialect = u"oidc"_s,
        .url = server,
        .method = u"token"_s,
        .secrets = {{u"token"_s, u"initial_access_token"_s}}});
    tour.openTab(u"clients"_s);
    newRecord(tour, {{u"name"_s, u"Tour App"_s}, {u"redirectUris"_s, u"http://127.0.0.1/callback"_s}});
    takeShown(tour, shown);
    tour.step(
        u"select the client"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Tour App"_s); },
        [hands] { return hands.find(u"deleteRecord"_s) != nullptr; });
    tour.addPicture(u"oidc-registered"_s);
    getToken(tour, u"client_credentials"_s, {{u"clientId"_s, u"service"_s}, {u"clientSecret"_s, u"service_secret"_s}});
    tour.openTab(u"clients"_s);
    tour.step(u"select the client again"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Tour App"_s); });
    tour.step(u"ask to delete it"_s, [hands] { return hands.click(u"deleteRecord"_s); });
    tour.confirm(u"delete a registration"_s, [hands] { return hands.rowOf(u"recordTable"_s, u"Tour App"_s) < 0; });
    tour.addPictures({u"overview"_s, u"clients"_s, u"accessTokens"_s, u"workbench"_s}, u"oidc-"_s);
}
