// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace server {

class Router;

// Adds GET /openapi.json: what a persona serves as OpenAPI 3.1, the file openapi.json of its folder. Its server, and
// whatever else names http://localhost:8080 there, becomes the URL the client reached the persona at.
void serveOpenApi(Router &router, const QString &persona);

}
