# SPDX-License-Identifier: GPL-3.0-or-later
"""A list as JSON becomes rows: against a parser that only walks over it, and against Qt's own parser."""

import os
import tempfile

from localserver import LocalServer
from programs import figures_of
from rounds import Skipped, race


def parser(programs, name, path):
    if not os.path.exists(programs.parsers):
        raise Skipped("It was not built: simdjson is not installed.")
    return figures_of([programs.parsers, name, path])


def measure(programs, rows, rounds, say):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        with LocalServer(programs.latchkey, rows) as server:
            file.write(server.list(server.bearer()))
        file.flush()
        return race(
            {
                "Latchkey": lambda: programs.bench_figures("ingest", file.name, "--json"),
                "QJsonDocument": lambda: parser(programs, "qjsondocument", file.name),
                "limit": lambda: parser(programs, "simdjson", file.name),
            },
            rounds,
            say,
        )
