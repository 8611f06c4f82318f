// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/callback.h"

#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

void fuzz::callback(const QByteArray &input)
{
    static const CallbackTarget target{.port = 4711, .path = "/back", .state = Secret(u"st4te-of-this-attempt"_s)};
    const Callback read = readCallback(input, target);
    if (read.status == 0) {
        hold(input.size() <= callbackLimit, "what is too long is refused");
        return;
    }
    if (read.status != 200) {
        hold(read.status >= 400 && read.status < 500, "what is not the answer is refused");
        hold(read.response.code.isEmpty() && read.response.error.isEmpty(), "of what is refused nothing is told");
        return;
    }
    const AuthorizationResponse &response = read.response;
    hold(response.code.isEmpty() != response.error.isEmpty(), "it is either a code or an error");
    hold(input.contains("127.0.0.1:4711"), "the request was for this port");
    hold(input.startsWith("GET /back?"), "the request was for this path");
    hold(readCallback(input.chopped(1), target).status == 0, "without its last byte it is not complete");
    hold(readCallback(input + 'x', target).status == 400, "nothing may follow");
    const CallbackTarget other{.port = target.port, .path = target.path, .state = Secret(u"st4te-of-another-one"_s)};
    hold(readCallback(input, other).status == 400, "it is the answer to one attempt only");
}
