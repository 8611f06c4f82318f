# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that take part: where they are, and how one is run for its figures."""

import json
import os
import shutil
import subprocess

from rounds import Skipped

patience = 1200  # s, for one run of one contestant


def need(*names):
    """Fails for the first of these programs that is not installed."""
    for name in names:
        if not shutil.which(name):
            raise Skipped(f"{name} is not installed.")


def last_words(text):
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it said nothing"


def output_of(command, extra=None, given=None):
    """What a program writes; fails when it cannot be started, takes too long or answers another status than 0."""
    try:
        done = subprocess.run(
            command,
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=patience,
            env={**os.environ, **(extra or {})},
            check=False,
        )
    except OSError as error:
        raise Skipped(f"{command[0]} cannot be started: {error.strerror}.") from error
    except subprocess.TimeoutExpired as error:
        raise Skipped(f"It was not done after {patience} s.") from error
    if done.returncode != 0:
        raise Skipped(f"It ended with status {done.returncode}: {last_words(done.stderr or done.stdout)}")
    return done.stdout


def figures_of(command, extra=None):
    """Of a program that prints one JSON object."""
    try:
        return json.loads(output_of(command, extra))
    except json.JSONDecodeError as error:
        raise Skipped(f"What it printed are no figures: {error}.") from error


class Programs:
    """Where the programs of one build are, and what they need."""

    def __init__(self, build, node):
        self.latchkey = os.path.join(build, "app", "latchkey")
        self.bench = os.path.join(build, "tests", "bench", "latchkey-bench")
        self.parsers = os.path.join(build, "tests", "bench", "bench-parsers")
        self.node = node  # the folder of the grids' npm packages

    def bench_figures(self, *arguments, platform="offscreen"):
        # No one's keychain or settings are touched: without a bus there is none.
        quiet = {"QT_QPA_PLATFORM": platform, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        return figures_of([self.bench, *arguments], quiet)
