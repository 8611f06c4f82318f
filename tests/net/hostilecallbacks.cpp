// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/hostilecallbacks.h"

static QByteArray callback(const QByteArray &query, const QByteArray &headers = "Host: {host}\r\n")
{
    return "GET {path}?" + query + " HTTP/1.1\r\n" + headers + "\r\n";
}

static const QByteArray good = "code=c0de&state={state}";
static const QByteArray goodTarget = "{path}?code=c0de&state={state}";
static const QByteArray goodHost = "Host: {host}\r\n\r\n";

static QList<HostileCallback> wrongRequests()
{
    return {
        {"POST", "POST " + goodTarget + " HTTP/1.1\r\n" + goodHost, 405},
        {"form post", "POST {path} HTTP/1.1\r\nContent-Length: 29\r\n" + goodHost + good, 405},
        {"HEAD", "HEAD " + goodTarget + " HTTP/1.1\r\n" + goodHost, 405},
        {"OPTIONS", "OPTIONS " + goodTarget + " HTTP/1.1\r\n" + goodHost, 405},
        {"get", "get " + goodTarget + " HTTP/1.1\r\n" + goodHost, 405},
        {"no method", " " + goodTarget + " HTTP/1.1\r\n" + goodHost, 400},
        {"HTTP/0.9", "GET " + goodTarget + "\r\n", 400},
        {"HTTP/2.0", "GET " + goodTarget + " HTTP/2.0\r\n" + goodHost, 400},
        {"HTTP/1.10", "GET " + goodTarget + " HTTP/1.10\r\n" + goodHost, 400},
        {"a fourth word", "GET " + goodTarget + " x HTTP/1.1\r\n" + goodHost, 400},
        {"two spaces", "GET  " + goodTarget + " HTTP/1.1\r\n" + goodHost, 400},
        {"tab for space", "GET\t" + goodTarget + "\tHTTP/1.1\r\n" + goodHost, 400},
        {"empty line first", "\r\nGET " + goodTarget + " HTTP/1.1\r\n" + goodHost, 400},
        {"bare line feeds", "GET " + goodTarget + " HTTP/1.1\nHost: {host}\n\n", 400},
        {"bare carriage return", "GET " + goodTarget + " HTTP/1.1\rHost: {host}\r\r", 400},
        {"NUL", "GET " + goodTarget + QByteArray(1, '\0') + " HTTP/1.1\r\n" + goodHost, 400},
        {"TLS", QByteArray::fromHex("16030100050100000103"), 400},
        {"not ASCII", "GET {path}?code=\xc3\xa4&state={state} HTTP/1.1\r\n" + goodHost, 400},
        {"other path", "GET /callback?" + good + " HTTP/1.1\r\n" + goodHost, 404},
        {"path and more", "GET {path}/x?" + good + " HTTP/1.1\r\n" + goodHost, 404},
        {"path by a detour", "GET /x/..{path}?" + good + " HTTP/1.1\r\n" + goodHost, 404},
        {"path encoded", "GET /%2e{path}?" + good + " HTTP/1.1\r\n" + goodHost, 404},
        {"path with parameter", "GET {path};x?" + good + " HTTP/1.1\r\n" + goodHost, 404},
        {"root", "GET / HTTP/1.1\r\n" + goodHost, 404},
        {"favicon", "GET /favicon.ico HTTP/1.1\r\n" + goodHost, 404},
        {"whole URL", "GET http://{host}" + goodTarget + " HTTP/1.1\r\n" + goodHost, 404},
        {"fragment", "GET {path}?" + good + "#x HTTP/1.1\r\n" + goodHost, 400},
    };
}

static QList<HostileCallback> wrongHeaders()
{
    QByteArray many;
    for (int i = 0; i < 2000; ++i)
        many += "X: y\r\n";
    return {
        {"no host", callback(good, "Accept: */*\r\n"), 400},
        {"no headers", callback(good, ""), 400},
        {"foreign host", callback(good, "Host: evil.example\r\n"), 400},
        {"rebound name", callback(good, "Host: evil.example:{port}\r\n"), 400},
        {"localhost", callback(good, "Host: localhost:{port}\r\n"), 400},
        {"no port", callback(good, "Host: 127.0.0.1\r\n"), 400},
        {"other port", callback(good, "Host: 127.0.0.1:1{port}\r\n"), 400},
        {"other loopback", callback(good, "Host: 127.0.0.2:{port}\r\n"), 400},
        {"number for host", callback(good, "Host: 2130706433:{port}\r\n"), 400},
        {"two hosts", callback(good, "Host: {host}\r\nHost: {host}\r\n"), 400},
        {"two unlike hosts", callback(good, "Host: {host}\r\nhost: evil.example\r\n"), 400},
        {"host with user", callback(good, "Host: x@{host}\r\n"), 400},
        {"space before colon", callback(good, "Host : {host}\r\n"), 400},
        {"folded header", callback(good, "Host: {host}\r\nX: a\r\n b\r\n"), 400},
        {"header without colon", callback(good, "Host: {host}\r\nX\r\n"), 400},
        {"header without name", callback(good, "Host: {host}\r\n: x\r\n"), 400},
        {"a body", callback(good, "Host: {host}\r\nContent-Length: 2\r\n") + "ok", 400},
        {"a body not declared", callback(good) + "ok", 400},
        {"chunks", callback(good, "Host: {host}\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
        {"length and chunks", callback(good, "Host: {host}\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n"),
            400},
        {"negative length", callback(good, "Host: {host}\r\nContent-Length: -1\r\n"), 400},
        {"second request", callback("code=a&state=b") + callback(good), 400},
        {"right one first, another behind", callback(good) + callback(good), 400},
        {"long header", callback(good, "Host: {host}\r\nX: " + QByteArray(9000, 'y') + "\r\n"), 431},
        {"many headers", callback(good, "Host: {host}\r\n" + many), 431},
        {"long code", callback("code=" + QByteArray(9000, 'c') + "&state={state}"), 431},
        {"endless line", "GET {path}?" + QByteArray(200'000, 'x'), 431},
    };
}

static QList<HostileCallback> wrongParameters()
{
    return {
        {"nothing", "GET {path} HTTP/1.1\r\n" + goodHost, 400},
        {"empty query", callback(""), 400},
        {"no state", callback("code=c0de"), 400},
        {"empty state", callback("code=c0de&state="), 400},
        {"wrong state", callback("code=c0de&state=" + QByteArray(43, 'A')), 400},
        {"state and more", callback("code=c0de&state={state}x"), 400},
        {"state of another attempt", callback("code=c0de&state={other}"), 400},
        {"state twice", callback("code=c0de&state={state}&state={state}"), 400},
        {"two states", callback("code=c0de&state=x&state={state}"), 400},
        {"state twice, once encoded", callback("code=c0de&state={state}&st%61te={state}"), 400},
        {"state in an array", callback("code=c0de&state[]={state}"), 400},
        {"State", callback("code=c0de&State={state}"), 400},
        {"state behind semicolon", callback("code=c0de;state={state}"), 400},
        {"code twice", callback("code=c0de&code=c0de&state={state}"), 400},
        {"two codes", callback("code=mine&code=yours&state={state}"), 400},
        {"foreign twice", callback("code=c0de&state={state}&x=1&x=2"), 400},
        {"code missing", callback("state={state}"), 400},
        {"code empty", callback("code=&state={state}"), 400},
        {"code and error", callback("code=c0de&error=access_denied&state={state}"), 400},
        {"error without state", callback("error=access_denied"), 400},
        {"error with a wrong state", callback("error=access_denied&state=x"), 400},
        {"issuer with a wrong state", callback("code=c0de&state=x&iss=https%3A%2F%2Fas.example"), 400},
        {"wrong issuer without state", callback("code=c0de&iss=https%3A%2F%2Fevil.example"), 400},
        {"percent and nothing", callback("code=c0de%&state={state}"), 400},
        {"percent and half", callback("code=c0de&state={state}&x=%4"), 400},
        {"percent and letters", callback("code=c0de%zz&state={state}"), 400},
        {"percent and sign", callback("code=c0de%+1&state={state}"), 400},
        {"encoded NUL", callback("code=c0de%00&state={state}"), 400},
        {"encoded line break", callback("code=c0de%0D%0AX-A:%20b&state={state}"), 400},
        {"overlong encoding", callback("code=%C0%AF&state={state}"), 400},
        {"half a letter", callback("code=%C3&state={state}"), 400},
        {"state encoded twice", callback("code=c0de&state=%257B{state}"), 400},
    };
}

QList<HostileCallback> hostileCallbacks()
{
    return wrongRequests() + wrongHeaders() + wrongParameters();
}
