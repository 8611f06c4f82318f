# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's list against data grids in a headless browser: the same list from the same local server."""

import os

from localserver import LocalServer
from programs import figures_of, need, output_of
from rounds import Skipped, race

grids = {"AG Grid": "aggrid", "Tabulator": "tabulator", "MUI Data Grid": "mui"}
filter_text = "anna"


def wire(server):
    """The limit: the bytes fetched and thrown away."""
    need("curl")
    told = output_of(
        ["curl", "--silent", "--fail", "--output", "/dev/null", "--write-out", "%{time_starttransfer} %{time_total}"]
        + ["--header", f"Authorization: Bearer {server.bearer()}", server.list_url]
    )
    first, all_of_it = (1000 * float(word) for word in told.split())
    return {"first_rows_ms": first, "all_rows_ms": all_of_it}


def grid(programs, name, server):
    need("node", "chromium")
    script = os.path.join(programs.node, "scripts", "measure.mjs")
    if not os.path.exists(os.path.join(programs.node, "installed")):
        raise Skipped("npm could not install it.")
    # Scripts are found through a link beside the packages, and there Node.js is to look for what they import.
    extra = {"LIST_URL": server.list_url, "BEARER": server.bearer()}
    extra["NODE_OPTIONS"] = "--preserve-symlinks --preserve-symlinks-main"
    return figures_of(["node", script, name, filter_text], extra)


def window(programs, rows, server):
    return programs.bench_figures(
        "list", "--rows", str(rows), "--server", server.url, "--filter", filter_text, "--details", "--json"
    )


def measure(programs, rows, rounds, say):
    with LocalServer(programs.latchkey, rows) as server:
        contestants = {"Latchkey": lambda: window(programs, rows, server)}
        for title, name in grids.items():
            contestants[title] = lambda name=name: grid(programs, name, server)
        contestants["limit"] = lambda: wire(server)
        results = race(contestants, rounds, say)
    check(results, say)
    return results


def check(results, say):
    """Whoever found other rows than the rest has done other work."""
    found = {name: result.median("filtered") for name, result in results.items() if result.median("filtered") is not None}
    if len(set(found.values())) > 1:
        say(f"The filter found different rows: {found}")
