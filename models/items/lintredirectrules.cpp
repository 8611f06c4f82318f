// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrules.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace redirectlint {

namespace {

const QString uris = u"redirectUris"_s;
constexpr auto lintError = LintRule::Severity::Error;
constexpr auto lintWarning = LintRule::Severity::Warning;
constexpr auto lintNote = LintRule::Severity::Note;

QString schemeOf(const QString &uri)
{
    return uri.contains(u':') ? uri.section(u':', 0, 0).toLower() : QString();
}

bool isWeb(const QString &uri)
{
    const QString scheme = schemeOf(uri);
    return scheme == "http"_L1 || scheme == "https"_L1;
}

bool isLocalName(const QString &uri)
{
    const QString host = QUrl(uri).host();
    return isWeb(uri) && (host == "localhost"_L1 || host.endsWith(".localhost"_L1));
}

bool isLoopback(const QString &uri)
{
    return QHostAddress(QUrl(uri).host()).isLoopback() || isLocalName(uri);
}

bool isPlainHttp(const QString &uri)
{
    return schemeOf(uri) == "http"_L1 && !isLoopback(uri);
}

// What a browser runs or opens by itself, rather than hand it to an application.
bool isBrowsersOwn(const QString &uri)
{
    static const QStringList schemes{
        u"javascript"_s, u"data"_s, u"vbscript"_s, u"file"_s, u"blob"_s, u"about"_s, u"view-source"_s, u"filesystem"_s};
    return schemes.contains(schemeOf(uri));
}

bool hasPlainScheme(const QString &uri)
{
    const QString scheme = schemeOf(uri);
    return !scheme.isEmpty() && !scheme.contains(u'.') && !isWeb(uri) && !isBrowsersOwn(uri)
        && scheme != "urn"_L1; // urn:ietf:wg:oauth:2.0:oob and its like
}

QString withHttps(const QString &uri)
{
    return isPlainHttp(uri) ? u"https"_s + uri.mid(4) : uri;
}

// Only the host is written otherwise, so that the rest stays what it was to the letter.
QString withLoopbackLiteral(const QString &uri)
{
    const QString host = QUrl(uri).host();
    const qsizetype at = uri.indexOf(host, uri.indexOf("//"_L1), Qt::CaseInsensitive);
    return isLocalName(uri) && at > 0 ? QString(uri).replace(at, host.size(), u"127.0.0.1"_s) : uri;
}

LintChanges mapped(const LintRecord &record, const QString &key, QString (*better)(const QString &))
{
    QStringList values;
    for (const QString &value : record.list(key))
        values << better(value);
    return {{key, values}};
}

LintRule redirectRule(const char *id, LintRule::Severity severity, bool (*isWrong)(const QString &))
{
    return {.id = id,
        .severity = severity,
        .kinds = {u"clients"_s},
        .needs = {uris},
        .check
        = [isWrong](const LintRecord &client, const LintFacts &) { return offending(client.list(uris), isWrong); }};
}

LintRule httpRule()
{
    LintRule rule = redirectRule("redirect-http", lintError, isPlainHttp);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI without TLS");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "The authorization code travels through the network in clear, where it can be read and used. Plain http is for "
        "the loopback address only.");
    rule.source = "RFC 9700 §2.6, RFC 8252 §7.3";
    rule.fix = [](const LintRecord &client, const LintFacts &) { return mapped(client, uris, withHttps); };
    return rule;
}

LintRule localNameRule()
{
    LintRule rule = redirectRule("redirect-localhost", lintWarning, isLocalName);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI says localhost");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "The name may be resolved to another interface, where other programs or machines listen. The address 127.0.0.1 "
        "or [::1] cannot.");
    rule.source = "RFC 8252 §8.3";
    rule.fix = [](const LintRecord &client, const LintFacts &) { return mapped(client, uris, withLoopbackLiteral); };
    return rule;
}

LintRule wildcardRule()
{
    LintRule rule = redirectRule("redirect-wildcard", lintError, [](const QString &uri) { return uri.contains(u'*'); });
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI with a wildcard");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Whoever controls any address that fits gets the authorization codes. Redirect URIs are compared to the "
        "letter, "
        "so write each of them out.");
    rule.source = "RFC 9700 §2.1 and §4.1.3, OWASP ASVS 5.0 10.4.1";
    return rule;
}

LintRule fragmentRule()
{
    LintRule rule = redirectRule("redirect-fragment", lintError, [](const QString &uri) { return uri.contains(u'#'); });
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI with a fragment");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A redirect URI must not have a fragment: servers refuse such requests, or append the code where scripts of "
        "other parties can read it.");
    rule.source = "RFC 6749 §3.1.2";
    rule.fix = [](const LintRecord &client, const LintFacts &) {
        return mapped(client, uris, [](const QString &uri) { return uri.section(u'#', 0, 0); });
    };
    return rule;
}

LintRule browserSchemeRule()
{
    LintRule rule = redirectRule("redirect-browser-scheme", lintError, isBrowsersOwn);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI the browser runs itself");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A redirect URI is a page with TLS, an address of this machine, or one that only the application takes. What "
        "begins like this runs as a script or opens a file.");
    rule.source = "RFC 7591 §5";
    return rule;
}

LintRule customSchemeRule()
{
    LintRule rule = redirectRule("redirect-scheme", lintWarning, hasPlainScheme);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Custom scheme that is not a reversed domain");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Any other application may take the same scheme and get the codes. Begin it with a domain you own, such as "
        "com.example.app.");
    rule.source = "RFC 8252 §7.1";
    return rule;
}

LintRule duplicateRule()
{
    LintRule rule = redirectRule("redirect-duplicate", lintNote, nullptr);
    rule.title = QT_TRANSLATE_NOOP("Lint", "The same redirect URI twice");
    rule.reason = QT_TRANSLATE_NOOP("Lint", "One of the two does nothing, and is easily forgotten when it changes.");
    rule.check = [](const LintRecord &client, const LintFacts &) {
        const QStringList all = client.list(uris);
        return offending(all, [&all](const QString &uri) { return all.count(uri) > 1; });
    };
    rule.fix = [](const LintRecord &client, const LintFacts &) {
        QStringList all = client.list(uris);
        all.removeDuplicates();
        return LintChanges{{uris, all}};
    };
    return rule;
}

// Every native application of a machine has its loopback address.
LintRule sharedRule()
{
    LintRule rule = redirectRule("redirect-shared", lintNote, nullptr);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Redirect URI of several clients");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "What answers there gets the codes of all of them and can use one client's for another. Each client should "
        "have "
        "addresses of its own.");
    rule.source = "OWASP ASVS 5.0 10.4.1";
    rule.check = [](const LintRecord &client, const LintFacts &facts) {
        return offending(client.list(uris),
            [&facts](const QString &uri) { return facts.redirectUris.value(uri) > 1 && !isLoopback(uri); });
    };
    return rule;
}

LintRule missingRule()
{
    LintRule rule = redirectRule("redirect-missing", lintError, nullptr);
    rule.needs << u"grantTypes"_s;
    rule.title = QT_TRANSLATE_NOOP("Lint", "Sign-in by browser without a redirect URI");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "The client may ask for codes or tokens by way of the browser, but none is registered to come back to: either "
        "it fails, or the server takes any address.");
    rule.source = "RFC 6749 §3.1.2.2, RFC 9700 §2.1";
    rule.check = [](const LintRecord &client, const LintFacts &) -> std::optional<QString> {
        static const QStringList redirected{u"authorization_code"_s, u"code"_s, u"implicit"_s, u"token"_s};
        if (!client.list(uris).isEmpty())
            return std::nullopt;
        return offending(client.list(u"grantTypes"_s), [](const QString &grant) { return redirected.contains(grant); });
    };
    return rule;
}

// The name of the field depends on whether the server takes several.
LintRule signOutRule(const char *id, const QString &key)
{
    return {.id = id,
        .severity = lintWarning,
        .kinds = {u"clients"_s},
        .needs = {key},
        .title = QT_TRANSLATE_NOOP("Lint", "Redirect URI after sign-out without TLS"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "Whoever is on the network can answer in the application's place and, for instance, show a sign-in page of "
            "their own."),
        .source = "OpenID Connect RP-Initiated Logout 1.0 §3.1",
        .check
        = [key](const LintRecord &client, const LintFacts &) { return offending(client.list(key), isPlainHttp); }};
}

LintRule oneSignOutRule()
{
    const QString key = u"postLogoutRedirectUri"_s;
    LintRule rule = signOutRule("sign-out-http", key);
    rule.fix = [key](const LintRecord &client, const LintFacts &) {
        return LintChanges{{key, withHttps(client.text(key))}};
    };
    return rule;
}

LintRule severalSignOutsRule()
{
    const QString key = u"postLogoutRedirectUris"_s;
    LintRule rule = signOutRule("sign-outs-http", key);
    rule.fix = [key](const LintRecord &client, const LintFacts &) { return mapped(client, key, withHttps); };
    return rule;
}

LintRule addressRule()
{
    const QString key = u"url"_s;
    return {.id = "client-url-http",
        .severity = lintWarning,
        .kinds = {u"clients"_s},
        .needs = {key},
        .title = QT_TRANSLATE_NOOP("Lint", "Client's address without TLS"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "What the server and its users send to this address, tokens among it, can be read and changed on the way."),
        .source = "OWASP ASVS 5.0 12.3.1",
        .check
        = [key](const LintRecord &client, const LintFacts &) { return offending(client.list(key), isPlainHttp); },
        .fix =
            [key](const LintRecord &client, const LintFacts &) {
                return LintChanges{{key, withHttps(client.text(key))}};
            }};
}

}

}

QList<LintRule> redirectLintRules()
{
    using namespace redirectlint;
    return {httpRule(), localNameRule(), wildcardRule(), fragmentRule(), browserSchemeRule(), customSchemeRule(),
        missingRule(), sharedRule(), duplicateRule(), oneSignOutRule(), severalSignOutsRule(), addressRule()};
}
