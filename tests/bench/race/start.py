# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a program to its first window, and what it keeps in memory when it has nothing to do."""

import contextlib
import os
import subprocess
import tempfile

from programs import figures_of, need
from rounds import Skipped, race

others = {"DB Browser for SQLite": "sqlitebrowser", "KeePassXC": "keepassxc"}


@contextlib.contextmanager
def display():
    """An X server of our own, without a window manager. Yields its name."""
    need("Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise Skipped("Xvfb did not start.")
        yield ":" + number
    finally:
        server.terminate()
        server.wait(30)


def measure_one(programs, program, home, shown_on):
    extra = {"HOME": home, "DISPLAY": shown_on, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": home}
    extra |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_CONFIG_HOME": os.path.join(home, "config")}
    extra |= {"XDG_DATA_HOME": os.path.join(home, "data"), "XDG_CACHE_HOME": os.path.join(home, "cache")}
    return figures_of([programs.bench, "start", "--json", "--", program], extra)


def measure(programs, rounds, say):
    with contextlib.ExitStack() as stack:
        try:
            shown_on = stack.enter_context(display())
        except Skipped as reason:
            say(f"start: skipped: {reason}")
            return {}
        contestants = {}
        for title, program in {"Latchkey": programs.latchkey, **others}.items():
            home = stack.enter_context(tempfile.TemporaryDirectory())
            contestants[title] = lambda program=program, home=home: take_part(programs, program, home, shown_on)
        # The first start makes settings and fills caches; it is not counted.
        race(contestants, 1, lambda line: None)
        return race(contestants, rounds, say)


def take_part(programs, program, home, shown_on):
    need(program)
    return measure_one(programs, program, home, shown_on)
