// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/chapters.h"

#include "core/secret.h"
#include "items/maintenanceboard.h"

#include <QAbstractItemView>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

static void addClients(Tour &tour)
{
    const Hands hands = tour.hands();
    tour.openTab(u"clients"_s);
    tour.step(
        u"begin a client"_s, [hands] { return hands.click(u"newRecord"_s); },
        [hands] { return hands.find(u"field.name"_s) != nullptr; });
    tour.step(u"fill in the client"_s, [hands] {
        return hands.choose(u"field.type"_s, u"STUDIO"_s) && hands.type(u"field.name"_s, u"Studio Tour"_s)
            && hands.type(u"field.url"_s, u"https://studio.example.test/tour"_s);
    });
    tour.step(
        u"create the client"_s, [hands] { return hands.click(u"saveRecord"_s); },
        [hands] { return hands.isShown(u"shownOnce"_s); });
    tour.addPicture(u"secret-shown-once"_s);
    tour.step(
        u"put the secret away"_s, [hands] { return hands.click(u"shownOnceDone"_s); },
        [hands] { return hands.rowOf(u"recordTable"_s, u"Studio Tour"_s) >= 0; });
    tour.step(
        u"select the client"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"Studio Tour"_s); },
        [hands] { return hands.find(u"field.description"_s) != nullptr; });
    tour.step(u"edit the client"_s, [hands] {
        return hands.type(u"field.description"_s, u"Made by the tour"_s)
            && hands.type(u"field.name"_s, u"Studio Tour 2"_s);
    });
    tour.addPicture(u"client-edited"_s);
    tour.step(
        u"save the client"_s, [hands] { return hands.click(u"saveRecord"_s); },
        [hands] { return hands.rowOf(u"recordTable"_s, u"Studio Tour 2"_s) >= 0; });
    tour.step(
        u"ask to delete the client"_s, [hands] { return hands.click(u"deleteRecord"_s); },
        [hands] { return hands.isShown(u"confirmDialog"_s); });
    tour.addPicture(u"confirm-delete"_s);
    tour.step(
        u"delete the client"_s, [hands] { return hands.click(u"confirm"_s); },
        [hands] {
            return !hands.isShown(u"confirmDialog"_s) && hands.rowOf(u"recordTable"_s, u"Studio Tour 2"_s) < 0;
        });
}

static void addApiToken(Tour &tour)
{
    const Hands hands = tour.hands();
    const auto value = std::make_shared<Secret>();
    tour.openTab(u"apiTokens"_s);
    tour.step(
        u"begin an API token"_s, [hands] { return hands.click(u"newRecord"_s); },
        [hands] { return hands.find(u"field.userId"_s) != nullptr; });
    tour.step(
        u"create the API token"_s,
        [hands] {
            return hands.type(u"field.name"_s, u"tour-export"_s) && hands.type(u"field.userId"_s, u"u-1000"_s)
                && hands.click(u"saveRecord"_s);
        },
        [hands] { return hands.isShown(u"shownOnce"_s); });
    tour.step(u"take the token's value"_s, [hands, value] {
        const auto *line = hands.find<QLineEdit>(u"shownOnceValue"_s);
        *value = line ? Secret(line->text()) : Secret();
        return !value->isEmpty() && hands.click(u"shownOnceDone"_s);
    });
    tour.openTab(u"tokenInfo"_s);
    tour.step(
        u"use the API token"_s,
        [hands, value] { return hands.type(u"otherToken"_s, value->reveal()) && hands.click(u"inspectToken"_s); },
        [hands] {
            return hands.find(u"inspectedToken"_s)
                && hands.find(u"inspectedToken"_s)->findChild<QWidget *>(u"fact.type"_s);
        });
    tour.openTab(u"apiTokens"_s);
    tour.step(
        u"select the API token"_s, [hands] { return hands.selectRow(u"recordTable"_s, u"tour-export"_s); },
        [hands] { return hands.find(u"deleteRecord"_s) != nullptr; });
    tour.step(
        u"ask to delete the API token"_s, [hands] { return hands.click(u"deleteRecord"_s); },
        [hands] { return hands.isShown(u"confirmDialog"_s); });
    tour.step(
        u"delete the API token"_s, [hands] { return hands.click(u"confirm"_s); },
        [hands] { return hands.rowOf(u"recordTable"_s, u"tour-export"_s) < 0; });
}

static void addTokens(Tour &tour)
{
    const Hands hands = tour.hands();
    const auto before = std::make_shared<int>(0); // rows
    tour.openTab(u"accessTokens"_s);
    tour.step(
        u"filter the access tokens"_s,
        [hands, before] {
            *before = hands.rowCount(u"recordTable"_s);
            return *before > 0 && hands.type(u"filterLine"_s, u"type:USER expires<7d"_s);
        },
        [hands, before] {
            return hands.rowCount(u"recordTable"_s) < *before && hands.rowCount(u"recordTable"_s) >= 3;
        });
    tour.step(
        u"select three of them"_s,
        [hands, before] {
            *before = hands.rowCount(u"recordTable"_s);
            return hands.selectFirstRows(u"recordTable"_s, 3);
        },
        [hands, before] { return hands.find(u"deleteSelected"_s) != nullptr; });
    tour.addPicture(u"tokens-selected"_s);
    tour.step(
        u"ask to revoke them"_s, [hands, before] { return hands.click(u"deleteSelected"_s); },
        [hands, before] { return hands.isShown(u"blastRadius"_s); });
    tour.addPicture(u"tokens-radius"_s);
    tour.step(
        u"revoke them"_s, [hands, before] { return hands.click(u"confirm"_s); },
        [hands, before] { return hands.find(u"batchClose"_s) && hands.find(u"batchClose"_s)->isEnabled(); });
    tour.addPicture(u"tokens-revoked"_s);
    tour.step(
        u"close the results"_s, [hands, before] { return hands.click(u"batchClose"_s); },
        [hands, before] { return hands.rowCount(u"recordTable"_s) < *before; });
    tour.step(u"clear the filter"_s, [hands, before] { return hands.type(u"filterLine"_s, {}); });
}

// How a task of the client stands that is selected for maintenance.
static Standing taskStanding(const Hands &hands, int task)
{
    const auto *view = hands.find<QAbstractItemView>(u"maintenanceTable"_s);
    if (!view)
        return Standing::Unknown;
    const int column = MaintenanceBoard::column(task, MaintenanceBoard::Part::State);
    return Standing(
        view->currentIndex().siblingAtColumn(column).data(MaintenanceBoard::StandingRole).toInt());
}

static bool areTasksKnown(const Hands &hands)
{
    const auto *view = hands.find<QAbstractItemView>(u"maintenanceTable"_s);
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        for (const int task : {0, 1}) {
            const int column = MaintenanceBoard::column(task, MaintenanceBoard::Part::State);
            if (Standing(view->model()->index(row, column).data(MaintenanceBoard::StandingRole).toInt()) == Standing::Unknown)
                return false;
        }
    return view && view->model()->rowCount() > 0;
}

static void addMaintenance(Tour &tour)
{
    const Hands hands = tour.hands();
    tour.openTab(u"maintenance"_s);
    tour.step(
        u"wait until all tasks are known"_s, [] { return true; }, [hands] { return areTasksKnown(hands); });
    // One that no schedule starts meanwhile.
    tour.step(u"select a client for maintenance"_s, [hands] {
        return hands.selectRow(u"maintenanceTable"_s, u"Studio US"_s, MaintenanceBoard::ClientColumn);
    });
    for (const int task : {0, 1})
        tour.step(
            u"start maintenance task %1"_s.arg(task + 1),
            [hands, task] { return hands.click(u"startTask.%1"_s.arg(task)); },
            [hands, task] { return taskStanding(hands, task) == Standing::Running; });
    tour.addPicture(u"maintenance-running"_s);
    for (const int task : {0, 1})
        tour.step(
            u"wait for the end of maintenance task %1"_s.arg(task + 1), [] { return true; },
            [hands, task] { return taskStanding(hands, task) == Standing::Fine; });
}

void tourTeneo(Tour &tour, const QUrl &server)
{
    tour.connectTo({.name = u"Teneo EU"_s,
        .dialect = u"teneo"_s,
        .url = server,
        .method = u"administrator"_s,
        .plain = {{u"userName"_s, u"admin"_s}},
        .secrets = {{u"password"_s, u"admin_pass"_s}}});
    addClients(tour);
    addApiToken(tour);
    addTokens(tour);
    addMaintenance(tour);
    tour.addPictures({u"overview"_s, u"clients"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s,
                         u"allTokens"_s, u"maintenance"_s, u"tokenInfo"_s, u"workbench"_s, u"lint"_s, u"journal"_s},
        {});
}
