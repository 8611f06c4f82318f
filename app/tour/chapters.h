// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/tour.h"

// What the tour does on each product's local server with its demo data.

// Clients, API tokens, revocation of several tokens, maintenance.
void tourTeneo(Tour &tour, const QUrl &server);
// Scopes and who uses them, new credentials, an update that says CHANGE, a token.
void tourMediationZone(Tour &tour, const QUrl &server);
// Clients that are deactivated and enabled again, a user, a token that is inspected and revoked.
void tourAutentico(Tour &tour, const QUrl &server);
// A token that is kept, and the revocation of all.
void tourWyn(Tour &tour, const QUrl &server);
// Registration of a client by the standard.
void tourStandard(Tour &tour, const QUrl &server);
