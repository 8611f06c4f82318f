// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/client.h"

template <>
const QList<Field<Client>> &fields<Client>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<Client>> list{
        {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Text, Column | editable | Required, &Client::name},
        {"type", QT_TRANSLATE_NOOP("Fields", "Type"), Choice, Column | editable, &Client::type},
        {"id", QT_TRANSLATE_NOOP("Fields", "Client ID"), Text, Column | Generated, &Client::id},
        {"enabled", QT_TRANSLATE_NOOP("Fields", "Enabled"), Switch, Column | editable, &Client::enabled},
        {"url", QT_TRANSLATE_NOOP("Fields", "URL"), Url, editable, &Client::url},
        {"confidential", QT_TRANSLATE_NOOP("Fields", "Confidential"), Switch, editable, &Client::confidential,
         QT_TRANSLATE_NOOP("Fields", "Confidential clients can keep a secret; public ones, such as apps on a phone, cannot.")},
        {"redirectUris", QT_TRANSLATE_NOOP("Fields", "Redirect URIs"), List, Hidden | editable, &Client::redirectUris,
         QT_TRANSLATE_NOOP("Fields", "One per line, compared exactly.")},
        {"grantTypes", QT_TRANSLATE_NOOP("Fields", "Grant types"), List, editable, &Client::grantTypes,
         QT_TRANSLATE_NOOP("Fields", "One per line, for example client_credentials.")},
        {"scopes", QT_TRANSLATE_NOOP("Fields", "Scopes"), List, editable, &Client::scopes,
         QT_TRANSLATE_NOOP("Fields", "One per line.")},
        {"secret", QT_TRANSLATE_NOOP("Fields", "Client secret"), Password, Hidden | Generated | editable, &Client::secret,
         QT_TRANSLATE_NOOP("Fields", "Leave empty to keep the present one; a new client gets one from the server.")},
        {"accessTokenLifetime", QT_TRANSLATE_NOOP("Fields", "Access token lifetime"), Duration, Column | editable, &Client::accessTokenLifetime},
        {"refreshTokenLifetime", QT_TRANSLATE_NOOP("Fields", "Refresh token lifetime"), Duration, editable, &Client::refreshTokenLifetime},
        {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Lines, editable, &Client::description},
        {"createdAt", QT_TRANSLATE_NOOP("Fields", "Created"), Time, {}, &Client::createdAt},
        {"updatedAt", QT_TRANSLATE_NOOP("Fields", "Updated"), Time, Column, &Client::updatedAt},
    };
    return list;
}
