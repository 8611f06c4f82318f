// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/openapi.h"

#include "app/server/router.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace server {

void serveOpenApi(Router &router, const QString &persona)
{
    QFile file(u":/openapi/%1.json"_s.arg(persona));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("A persona has no openapi.json in its folder.");
    router.add("GET", u"/openapi.json", [json = file.readAll()](const Request &request, const QStringList &) {
        return jsonResponse(200, QByteArray(json).replace("http://localhost:8080", request.url()));
    });
}

}
