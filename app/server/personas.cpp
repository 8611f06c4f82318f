// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/persona.h"

#include "app/server/teneo/teneo.h"

#include <array>
#include <utility>

namespace server {

using Make = std::unique_ptr<Persona> (*)(const Stage &);

static constexpr std::array personas{
    std::pair<QStringView, Make>{u"teneo", teneo::makePersona},
};

QStringList personaNames()
{
    QStringList names;
    for (const auto &[name, make] : personas)
        names.append(name.toString());
    return names;
}

std::unique_ptr<Persona> makePersona(const QString &name, const Stage &stage)
{
    for (const auto &[known, make] : personas) {
        if (known == name)
            return make(stage);
    }
    return nullptr;
}

}
