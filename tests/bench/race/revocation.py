# SPDX-License-Identifier: GPL-3.0-or-later
"""Many tokens revoked one by one: by the window, by curl as a script would, and by wrk, which shows the server's limit."""

import json
import os
import tempfile
import time

from localserver import LocalServer
from programs import figures_of, need, output_of
from rounds import Skipped, race

script = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "revoke.lua")


def revocable(server):
    """Ids of tokens nobody is signed in with; each is revoked once."""
    rows = json.loads(server.list(server.bearer()))
    return [row["id"] for row in rows if row["type"] != "ADMIN"]


def check(server, ids):
    """A contestant that did less than it was asked to has no figures."""
    left = {row["id"] for row in json.loads(server.list(server.bearer()))} & set(ids)
    if left:
        raise Skipped(f"{len(left)} of {len(ids)} tokens were not revoked.")


def timed(server, ids, command, given=None, extra=None):
    begin = time.monotonic()
    told = output_of(command, extra, given)
    elapsed = time.monotonic() - begin
    check(server, ids)
    return told, {"per_second": len(ids) / elapsed}


def one_curl_each(server, ids, processes):
    need("curl", "xargs")
    command = ["xargs", "-P", str(processes), "-I{}", "curl", "--silent", "--fail", "--output", "/dev/null"]
    command += ["--header", f"Authorization: Bearer {server.bearer()}", "--data", "token={}", server.url + "/oauth2/revoke"]
    return timed(server, ids, command, "\n".join(ids))[1]


def one_curl(server, ids, connections):
    need("curl")
    lines = [f'header = "Authorization: Bearer {server.bearer()}"']
    blocks = [f'url = "{server.url}/oauth2/revoke"\ndata = "token={one}"\noutput = "/dev/null"' for one in ids]
    config = ("\nnext\n" + lines[0] + "\n").join(blocks)
    command = ["curl", "--silent", "--fail", "--parallel", "--parallel-max", str(connections), "--config", "-"]
    return timed(server, ids, command, lines[0] + "\n" + config)[1]


def wrk(server, ids):
    need("wrk")
    with tempfile.NamedTemporaryFile("w", suffix=".ids") as file:
        file.write("\n".join(ids) + "\n")
        file.flush()
        extra = {"BEARER": server.bearer(), "TOKENS": file.name}
        # It ends when it is told to and not when there is nothing left to do: the script notes when that was.
        command = ["wrk", "-t1", "-c16", f"-d{max(2, len(ids) // 1500)}s", "-s", script, server.url + "/oauth2/revoke"]
        told = timed(server, ids, command, extra=extra)[0]
    return {"per_second": json.loads(told.strip().splitlines()[-1])["per_second"]}


def window(programs, server, count):
    return programs.bench_figures("revoke", "--tokens", str(count), "--server", server.url, "--json")


def measure(programs, tokens, rounds, say):
    # Every round of everyone needs tokens that are still there, and the window takes any of them: it comes first.
    curls = max(100, tokens // 10)  # a process each; their rate does not depend on how many there are
    with LocalServer(programs.latchkey, (2 * tokens + rounds * (3 * tokens + 2 * curls)) * 11 // 10) as server:
        contestants = {
            "Latchkey": lambda: window(programs, server, tokens),
            "xargs -P 4 + curl": lambda: one_curl_each(server, revocable(server)[:curls], 4),
            "xargs -P 16 + curl": lambda: one_curl_each(server, revocable(server)[:curls], 16),
            "curl --parallel": lambda: one_curl(server, revocable(server)[:tokens], 16),
            "limit": lambda: wrk(server, revocable(server)[:tokens]),
        }
        return race(contestants, rounds, say)
