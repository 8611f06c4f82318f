// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/verdict.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

// The keys of RFC 7515 A.2 and A.3 and RFC 8037 A.4, and what of their examples is signed.
static const char *const exampleKeys = R"({"keys":[
{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"},
{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})";
static const QByteArray joe
    = ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

void fuzz::tokens(const QByteArray &input)
{
    static const Jwks keys = readJwks(exampleKeys).value();
    static const QByteArrayList signedTexts{"eyJhbGciOiJSUzI1NiJ9" + joe, "eyJhbGciOiJFUzI1NiJ9" + joe,
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"};
    const Secret pasted = Secret::fromUtf8(input);
    const auto jws = readJws(pasted);
    const auto jwt = readJwt(pasted);
    hold(jws || !jwt, "a JWT is a JWS");
    hold(jws || !jws.error().message.isEmpty(), "a refusal has a sentence");
    if (jws) {
        const Verification verification = verify(*jws, keys);
        const bool isValid = verification.outcome == Verification::Outcome::Valid;
        hold(!isValid || signedTexts.contains(jws->signingInput), "only what was signed is valid");
        hold(!isValid || !jws->signature.isEmpty(), "nothing is valid without a signature");
        hold(!explanation(verification).isEmpty(), "an outcome has a sentence");
        hold(jws->algorithm().compare(u"none"_s, Qt::CaseInsensitive) != 0 || !isValid, "none is no signature");
    }
    if (jwt)
        (void)readClaims(jwt->claims);
    const InspectedToken token = readToken(pasted, u"https://id.example.com"_s);
    hold(token.isReadable() || !token.isSigned(), "what cannot be read is not signed");
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'772'438'400, Qt::UTC);
    hold(!judged(token, now).explanation.isEmpty(), "a verdict says why");
}
