# SPDX-License-Identifier: GPL-3.0-or-later
"""Races Latchkey against what people would use instead, and writes BENCHMARKS.md. Started by tests/bench/run."""

import argparse
import json
import os
import sys
import time

import ingest
import lists
import machine
import report
import revocation
import start
from programs import Programs
from rounds import Skipped

here = os.path.dirname(os.path.abspath(__file__))
tests = ("list", "ingest", "revocation", "start")


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 rows only and two rounds: proves that everything works")
    parser.add_argument("--rounds", type=int, help="rounds of each test: 5, or 2 when quick; of 1,000,000 rows 3 at most")
    parser.add_argument("--only", choices=tests, action="append", help="this test; may be given several times")
    parser.add_argument("--rows", type=int, action="append", help="lists of this length; may be given several times")
    parser.add_argument("--tokens", type=int, help="how many are revoked: 5,000, or 300 when quick")
    parser.add_argument("--output", help="where the report goes: BENCHMARKS.md, or there in the build folder when not all was measured")
    for hidden in ("--build", "--node", "--top"):
        parser.add_argument(hidden, required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def say(line):
    print(f"  {line}", flush=True)


def run(given, programs):
    results = {}
    rounds = given.rounds or (2 if given.quick else 5)
    counts = given.rows or ([10_000] if given.quick else [10_000, 100_000, 1_000_000])
    wanted = given.only or tests

    def measured(name, work):
        print(f"{name}", flush=True)
        try:
            results[name] = work()
        except (Skipped, OSError) as reason:
            say(f"skipped: {reason}")

    for rows in counts:
        turns = min(rounds, 3) if rows >= 1_000_000 else rounds
        if "list" in wanted:
            measured(f"list {rows}", lambda: lists.measure(programs, rows, turns, say))
        if "ingest" in wanted:
            measured(f"ingest {rows}", lambda: ingest.measure(programs, rows, turns, say))
    if "revocation" in wanted:
        tokens = given.tokens or (300 if given.quick else 5000)
        measured("revocation", lambda: revocation.measure(programs, tokens, rounds, say))
    if "start" in wanted:
        measured("start", lambda: start.measure(programs, rounds if given.quick else 2 * rounds, say))
    return rounds, results


def keep(path, described, results):
    """All figures of all rounds, for whoever wants to reckon differently."""
    raw = {
        test: {name: {"skipped": one.skipped, **one.figures} for name, one in contestants.items()}
        for test, contestants in results.items()
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"machine": described, "results": raw}, file, indent=1)


def main():
    given = arguments()
    began = time.monotonic()
    described = machine.describe(given.node)
    rounds, results = run(given, Programs(given.build, given.node))
    keep(os.path.join(given.build, "figures.json"), described, results)
    hidden = ("--build=", "--node=", "--top=")
    command = " ".join(["tests/bench/run"] + [word for word in sys.argv[1:] if not word.startswith(hidden)])
    # What was only tried does not replace what was measured.
    whole = not (given.quick or given.only or given.rows or given.rounds or given.tokens)
    path = given.output or os.path.join(given.top if whole else given.build, "BENCHMARKS.md")
    template = os.path.join(os.path.dirname(here), "BENCHMARKS.md.in")
    report.write(path, template, command, time.monotonic() - began, described, rounds, results)
    print(f"Written: {path}")
    ours = [contestants.get("Latchkey") for contestants in results.values()]
    return 0 if ours and all(one and not one.skipped for one in ours) else 1


if __name__ == "__main__":
    sys.exit(main())
