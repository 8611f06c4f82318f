// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/crowdcast.h"

#include "app/server/bulkinsert.h"
#include "app/server/random.h"
#include "app/server/teneo/clientrows.h"
#include "app/server/teneo/dice.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr int hourSeconds = 3600;
static constexpr int daySeconds = 24 * hourSeconds;

namespace {

struct Product {
    QStringView name;
    QStringView type;
    int accessSeconds;
    int refreshSeconds;
};

constexpr std::array products{
    Product{u"Chat Widget", u"OTHER", 8 * hourSeconds, 30 * daySeconds},
    Product{u"Studio", u"STUDIO", daySeconds, 14 * daySeconds},
    Product{u"Voice Gateway", u"OTHER", 7 * daySeconds, 90 * daySeconds},
    Product{u"Inquire", u"INQUIRE", daySeconds, 30 * daySeconds},
    Product{u"Connector", u"OTHER", 90 * daySeconds, 90 * daySeconds},
    Product{u"Reporting", u"OTHER", 30 * daySeconds, 60 * daySeconds},
};

constexpr std::array places{u"Aachen", u"Bergen", u"Bilbao", u"Bologna", u"Bordeaux", u"Bremen", u"Brno", u"Cork",
    u"Dresden", u"Dublin", u"Espoo", u"Faro", u"Gdansk", u"Geneva", u"Ghent", u"Graz", u"Haarlem", u"Innsbruck",
    u"Kaunas", u"Kiel", u"Krakow", u"Leeds", u"Liege", u"Linz", u"Lisbon", u"Ljubljana", u"Lyon", u"Malaga", u"Maribor",
    u"Metz", u"Nantes", u"Odense", u"Oslo", u"Porto", u"Reims", u"Riga", u"Rijeka", u"Salzburg", u"Seville", u"Siena",
    u"Sofia", u"Tallinn", u"Tampere", u"Trieste", u"Turin", u"Turku", u"Utrecht", u"Valencia", u"Vilnius", u"York"};

constexpr std::array givenNames{u"ada", u"alan", u"amelia", u"anders", u"anna", u"boris", u"carla", u"clara", u"david",
    u"diana", u"edith", u"elena", u"emil", u"erik", u"eva", u"felix", u"fiona", u"frida", u"georg", u"greta", u"hanna",
    u"henrik", u"hugo", u"ida", u"ines", u"ivan", u"jana", u"jonas", u"julia", u"karl", u"katja", u"lars", u"laura",
    u"lena", u"leo", u"marta", u"max", u"mila", u"nils", u"nina", u"olga", u"oskar", u"paula", u"peter", u"rosa",
    u"samuel", u"sara", u"tomas", u"vera", u"viktor"};

constexpr std::array familyNames{u"adler", u"almeida", u"bauer", u"becker", u"berg", u"bianchi", u"brandt", u"byrne",
    u"conti", u"costa", u"dahl", u"dubois", u"eriksen", u"ferrari", u"fischer", u"fontaine", u"garcia", u"girard",
    u"haas", u"hansen", u"horvat", u"hughes", u"ivanov", u"jansen", u"jensen", u"kaminski", u"keller", u"koch",
    u"kovacs", u"kowalski", u"lambert", u"larsen", u"lehner", u"lopez", u"maier", u"marino", u"martin", u"meyer",
    u"moreau", u"murphy", u"navarro", u"nemec", u"nielsen", u"novak", u"olsen", u"pereira", u"petrov", u"ricci",
    u"romano", u"rossi", u"santos", u"schmid", u"silva", u"svoboda", u"torres", u"vogel", u"weber", u"wolf", u"zeman",
    u"zimmer"};

}

static void seedCastClients(Database &database, Dice &dice, qint64 now, Cast &cast)
{
    constexpr std::size_t count = products.size() * places.size();
    constexpr std::size_t enabled = count - count / 20;
    for (std::size_t i = 0; i < count; ++i) {
        const Product &product = products[i % products.size()];
        const QString place = QString::fromUtf16(places[i / products.size()]);
        const qint64 created = now - static_cast<qint64>(100 + dice.below(900)) * daySeconds * 1000;
        const Client client{.id = dice.uuid(),
            .name = u"%1 %2"_s.arg(product.name, place),
            .type = product.type.toString(),
            .url = u"https://%1.example.test/%2"_s.arg(place.toLower(), QString::number(i % products.size())),
            .isEnabled = i < enabled,
            .accessSeconds = product.accessSeconds,
            .refreshSeconds = product.refreshSeconds,
            .createdAt = created,
            .updatedAt = created + static_cast<qint64>(dice.below(99)) * daySeconds * 1000};
        insertClient(database, client, newUuid());
        if (client.isEnabled)
            cast.clients.push_back({.id = client.id,
                .accessLifetime = product.accessSeconds * qint64(1000),
                .refreshLifetime = product.refreshSeconds * qint64(1000)});
    }
}

static void seedCastUsers(Database &database, Cast &cast)
{
    BulkInsert users(database, u"teneo_users"_s, {u"id"_s, u"name"_s, u"password"_s, u"administrator"_s});
    for (std::size_t i = 0; i < givenNames.size() * familyNames.size(); ++i) {
        const QString id = u"u-%1"_s.arg(2000 + i);
        // Other given names than family names in a row, so that the first users are not all called the same.
        const QString name = u"%1.%2"_s.arg(QStringView(givenNames[i % givenNames.size()]),
            QStringView(familyNames[(i / givenNames.size() + i % givenNames.size()) % familyNames.size()]));
        users.add({id, name, digest(name + u"_pass"_s), false});
        cast.users.push_back(id);
    }
}

Cast seedCast(Database &database, Dice &dice, qint64 now)
{
    Cast cast;
    seedCastClients(database, dice, now, cast);
    seedCastUsers(database, cast);
    return cast;
}

}
