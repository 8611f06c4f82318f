// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/names.h"

#include "app/server/database.h"
#include "app/server/longlist.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

Names::Names(Database &database, const QString &table)
{
    database.each(
        u"SELECT CAST(id AS BLOB), CAST(name AS BLOB) FROM %1"_s.arg(table), {}, [this](const QSqlQuery &row) {
            QByteArray name;
            appendJsonText(name, row.value(1).toByteArray());
            m_names.insert(row.value(0).toByteArray(), name);
        });
}

}
