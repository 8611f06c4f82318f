// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/studios.h"

#include "app/server/bulkinsert.h"
#include "app/server/crowd.h"
#include "app/server/database.h"
#include "app/server/random.h"
#include "app/server/teneo/clientrows.h"
#include "app/server/teneo/dice.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr qint64 studioDay = qint64(24) * 3600 * 1000;

namespace {

constexpr std::array trades{u"Airline", u"Automotive", u"Banking", u"Books", u"Chemistry", u"Cinema", u"Coffee",
    u"Dental", u"Education", u"Energy", u"Fashion", u"Ferry", u"Fiber", u"Food", u"Furniture", u"Games", u"Garden",
    u"Harbour", u"Hospital", u"Hotel", u"Housing", u"Insurance", u"Leasing", u"Legal", u"Library", u"Logistics",
    u"Media", u"Mobility", u"Museum", u"Music", u"Optics", u"Paper", u"Parking", u"Payroll", u"Pension", u"Pharmacy",
    u"Post", u"Rail", u"Retail", u"Solar", u"Sports", u"Steel", u"Tax", u"Telecom", u"Theatre", u"Tourism", u"Travel",
    u"Waste", u"Water", u"Wine"};

constexpr std::array towns{u"Aarhus", u"Amiens", u"Antwerp", u"Arnhem", u"Athens", u"Augsburg", u"Basel", u"Belfast",
    u"Berlin", u"Bern", u"Bonn", u"Bristol", u"Bruges", u"Cardiff", u"Cologne", u"Delft", u"Derby", u"Dijon", u"Dundee",
    u"Essen", u"Exeter", u"Florence", u"Galway", u"Genoa", u"Glasgow", u"Granada", u"Hamburg", u"Hanover", u"Leiden",
    u"Leipzig", u"Lille", u"Lucerne", u"Lund", u"Madrid", u"Mainz", u"Milan", u"Munich", u"Namur", u"Naples", u"Nice",
    u"Padua", u"Palermo", u"Pilsen", u"Prague", u"Rome", u"Rouen", u"Tartu", u"Toledo", u"Verona", u"Zurich"};

constexpr std::array stages{u"Production", u"Staging", u"Test", u"Training"};

static_assert(trades.size() * towns.size() * stages.size() >= mostStudios);

}

static Client drawStudio(std::size_t index, Dice &dice, qint64 now)
{
    // Another town for each trade in a row, so that the first ones are not all in the same.
    const std::size_t site = index / stages.size();
    const std::size_t trade = site % trades.size();
    const QString tradeName = QString::fromUtf16(trades[trade]);
    const QString town = QString::fromUtf16(towns[(site / trades.size() + trade * 7) % towns.size()]);
    const QString stage = QString::fromUtf16(stages[index % stages.size()]);
    const qint64 created = now - static_cast<qint64>(40 + dice.below(900)) * studioDay;
    return {.id = dice.uuid(),
        .name = u"%1 Studio %2 %3"_s.arg(tradeName, town, stage),
        .type = u"STUDIO"_s,
        .url = u"https://%1-%2.example.test/%3/studio"_s.arg(tradeName.toLower(), town.toLower(), stage.toLower()),
        .createdAt = created,
        .updatedAt = created + static_cast<qint64>(dice.below(40)) * studioDay};
}

void seedStudios(Database &database, int count, quint64 seed, qint64 now)
{
    constexpr quint64 ofStudios = 0x73747564696f73; // other dice than a crowd's of the same seed
    BulkInsert studios(database, u"teneo_studios"_s, {u"client_id"_s, u"seed"_s, u"begins_at"_s});
    for (int i = 0; i < count; ++i) {
        const quint64 own = mix(mix(seed, ofStudios), static_cast<quint64>(i));
        Dice dice(own);
        const Client client = drawStudio(static_cast<std::size_t>(i), dice, now);
        insertClient(database, client, newUuid());
        studios.add({client.id, static_cast<qint64>(own), now - 30 * studioDay});
    }
}

}
