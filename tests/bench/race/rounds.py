# SPDX-License-Identifier: GPL-3.0-or-later
"""Contestants measured in turns: what the machine does meanwhile hits all of them alike."""

import statistics


class Skipped(Exception):
    """A contestant cannot take part; says why in one sentence."""


class Result:
    """The figures of one contestant, by name, a value for each round; or why there are none."""

    def __init__(self):
        self.figures = {}
        self.skipped = None

    def add(self, figures):
        for name, value in figures.items():
            if value is not None:
                self.figures.setdefault(name, []).append(value)

    def median(self, name):
        values = self.figures.get(name)
        return statistics.median(values) if values else None

    def span(self, name):
        values = self.figures.get(name)
        return (min(values), max(values)) if values else None


def race(contestants, rounds, say):
    """`contestants`: functions by name, each of which answers figures by name. Whoever fails is out, with the reason."""
    results = {name: Result() for name in contestants}
    for turn in range(rounds):
        # Each round another one begins.
        names = list(contestants)
        names = names[turn % len(names) :] + names[: turn % len(names)]
        for name in names:
            if results[name].skipped:
                continue
            try:
                figures = contestants[name]()
            except (Skipped, OSError, ValueError, LookupError) as reason:
                results[name].skipped = str(reason) or type(reason).__name__
                say(f"{name}: skipped: {reason}")
                continue
            results[name].add(figures)
            say(f"round {turn + 1} of {rounds}, {name}: " + shown(figures))
    return results


def shown(figures):
    return ", ".join(f"{name} {value:,.4g}" for name, value in figures.items() if isinstance(value, (int, float)))
