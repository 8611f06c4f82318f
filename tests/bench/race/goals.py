# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be reached, as ratios within one run first, and what was."""

import os

MiB = 1024 * 1024


class Goal:
    """One thing to be reached. `reached` gets the results and answers a number, or None when it was not measured."""

    def __init__(self, name, text, wanted, unit, reached, least=False):
        self.name, self.text, self.wanted, self.unit = name, text, wanted, unit
        self.reached, self.least = reached, least

    def judge(self, results):
        """What was reached, and by how much it was missed as a factor: None when it was not missed."""
        value = self.reached(results)
        if value is None:
            return None, None
        missed = value < self.wanted if self.least else value > self.wanted
        if not missed:
            return value, None
        return value, (self.wanted / value if self.least else value / self.wanted)


def ours(test, figure, scale=1.0):
    """The median of what our program reached in one test."""

    def find(results):
        result = results.get(test, {}).get("Latchkey")
        value = result.median(figure) if result else None
        return None if value is None else value * scale

    return find


def best_other(results, test, figure, least=True):
    values = [
        result.median(figure)
        for name, result in results.get(test, {}).items()
        if name not in ("Latchkey", "limit") and result.median(figure) is not None
    ]
    return (min(values) if least else max(values)) if values else None


def times_better(test, figure):
    """How many times less than the best of the others."""

    def find(results):
        mine, best = ours(test, figure)(results), best_other(results, test, figure)
        return best / mine if mine and best else None

    return find


def worst(figure, scale=1.0):
    """Over all lengths of lists that were measured."""

    def find(results):
        values = [ours(test, figure, scale)(results) for test in results if test.startswith("list ")]
        values = [value for value in values if value is not None]
        return max(values) if values else None

    return find


million = "list 1000000"
goals = [
    Goal("L1", "first rows of any list, from the start of the program", 120, "ms", worst("start_to_first_rows_ms")),
    # A page's start is its navigation: that of the browser is not even counted.
    Goal("L1", "first rows at 10,000, against the best grid", 4.4, "×", times_better("list 10000", "start_to_first_rows_ms"), True),
    Goal("L1", "first rows at 100,000, against the best grid", 9, "×", times_better("list 100000", "start_to_first_rows_ms"), True),
    Goal("L1", "first rows at 1,000,000, against the best grid", 53, "×", times_better(million, "start_to_first_rows_ms"), True),
    Goal("L2", "1,000,000 rows loaded", 1800, "ms", ours(million, "all_rows_ms")),
    Goal("L2", "the same, stretched", 1200, "ms", ours(million, "all_rows_ms")),
    Goal("L2", "the same, against the best grid", 3.5, "×", times_better(million, "all_rows_ms"), True),
    Goal("L2", "JSON to rows", 0.3, "GB/s", ours("ingest 1000000", "gb_per_second"), True),
    Goal("L3", "kept for a row, of 1,000,000", 110, "bytes", ours(million, "bytes_per_row")),
    Goal("L3", "memory (PSS) with 1,000,000 rows", 140, "MiB", ours(million, "pss_bytes", 1 / MiB)),
    Goal("L3", "memory (RSS) at most while they are loaded", 160, "MiB", ours(million, "peak_bytes", 1 / MiB)),
    Goal("L3", "memory, against the best grid", 11, "×", times_better(million, "pss_bytes"), True),
    Goal("L4", "1,000,000 rows sorted by a text", 100, "ms", ours(million, "sort_ms")),
    Goal("L4", "1,000,000 rows sorted by a time", 80, "ms", ours(million, "sort_time_ms")),
    Goal("L4", "sorted by a text, against the best grid", 52, "×", times_better(million, "sort_ms"), True),
    Goal("L4", "sorted by a time, against the best grid", 46, "×", times_better(million, "sort_time_ms"), True),
    Goal("L5", "1,000,000 rows filtered by one column", 30, "ms", ours(million, "filter_ms")),
    Goal("L5", "1,000,000 rows filtered by all columns", 100, "ms", ours(million, "filter_all_ms")),
    Goal("L5", "by one column, against the best grid", 13, "×", times_better(million, "filter_ms"), True),
    Goal("L5", "by all columns, against the best grid", 18, "×", times_better(million, "filter_all_ms"), True),
    Goal("L6", "a jump anywhere in 1,000,000 rows, 99 of 100", 8, "ms", ours(million, "scroll_p99_ms")),
    Goal("D1", "first window, caches warm", 80, "ms", ours("start", "window_ms")),
    Goal("D1", "the same, against the best desktop tool", 2.3, "×", times_better("start", "window_ms"), True),
    Goal("D2", "resident memory after the start", 50, "MiB", ours("start", "rss_bytes", 1 / MiB)),
    Goal("D2", "the same, against the best desktop tool", 2.1, "×", times_better("start", "rss_bytes"), True),
]


def reasons():
    """Why a goal was missed, written by whoever looked into it: lines of `name: text` in the file beside this folder."""
    path = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "reasons")
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    return dict(line.split(": ", 1) for line in lines)
