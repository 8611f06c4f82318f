# SPDX-License-Identifier: GPL-3.0-or-later
"""BENCHMARKS.md: the template with the figures of one run."""

from goals import MiB, goals, reasons

# What is shown of each test: figure, heading, what one of its unit is in the raw figures, whether more is better.
list_figures = [
    ("first_rows_ms", "first rows, ms", 1, False),
    ("start_to_first_rows_ms", "the same, from the start, ms", 1, False),
    ("all_rows_ms", "all rows, ms", 1, False),
    ("sort_ms", "sort text, ms", 1, False),
    ("sort_time_ms", "sort time, ms", 1, False),
    ("filter_ms", "filter one column, ms", 1, False),
    ("filter_all_ms", "filter all columns, ms", 1, False),
    ("scroll_p50_ms", "jump, p50, ms", 1, False),
    ("scroll_p99_ms", "jump, p99, ms", 1, False),
    ("worst_stall_ms", "worst stall, ms", 1, False),
    ("bytes_per_row", "memory per row, bytes", 1, False),
    ("pss_bytes", "memory (PSS), MiB", MiB, False),
]
ingest_figures = [
    ("ingest_ms", "time, ms", 1, False),
    ("gb_per_second", "GB/s", 1, True),
    ("bytes_per_row", "memory per row, bytes", 1, False),
]
revocation_figures = [("per_second", "tokens a second", 1, True)]
start_figures = [
    ("window_ms", "first window, ms", 1, False),
    ("rss_bytes", "idle memory (RSS), MiB", MiB, False),
    ("pss_bytes", "idle memory (PSS), MiB", MiB, False),
]


def number(value):
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def cell(result, figure, unit):
    median = result.median(figure) if result else None
    if median is None:
        return "–"
    low, high = result.span(figure)
    return f"{number(median / unit)} ({number(low / unit)}–{number(high / unit)})"


def ratio(mine, other, more_is_better):
    if not mine or not other:
        return "–"
    factor = mine / other if more_is_better else other / mine
    return f"{number(factor)}×"


def table(results, figures):
    """A row for each figure: who reached what, how many times better ours is, and the limit where there is one."""
    others = [name for name in results if name not in ("Latchkey", "limit")]
    has_limit = "limit" in results
    head = ["", "Latchkey"]
    for name in others:
        head += [name, "ratio"]
    head += ["limit", "of the limit"] if has_limit else []
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    for figure, heading, unit, more_is_better in figures:
        mine = results["Latchkey"].median(figure) if "Latchkey" in results else None
        if all(result.median(figure) is None for result in results.values()):
            continue
        row = [heading, cell(results.get("Latchkey"), figure, unit)]
        for name in others:
            row += [cell(results[name], figure, unit), ratio(mine, results[name].median(figure), more_is_better)]
        if has_limit:
            most = results["limit"].median(figure)
            share = (mine / most if more_is_better else most / mine) if mine and most else None
            row += [cell(results["limit"], figure, unit), "–" if share is None else f"{number(100 * share)} %"]
        lines.append("| " + " | ".join(row) + " |")
    skipped = [f"* {name} was skipped: {result.skipped}" for name, result in results.items() if result.skipped]
    return "\n".join(lines + ([""] + skipped if skipped else []))


def section(results, name, figures):
    return table(results[name], figures) if results.get(name) else "Not measured in this run."


def by_rows(results, kind, figures):
    counts = [int(test.split()[1]) for test in results if test.startswith(kind + " ")]
    parts = [f"### {rows:,} rows\n\n" + table(results[f"{kind} {rows}"], figures) for rows in counts]
    return "\n\n".join(parts) or "Not measured in this run."


def goal_table(results):
    why = reasons()
    lines = ["| | goal | wanted | reached | missed by | why |", "|---|---|--:|--:|--:|---|"]
    for goal in goals:
        value, missed = goal.judge(results)
        sign = "≥" if goal.least else "≤"
        reached = "not measured" if value is None else f"{number(value)} {goal.unit}"
        by = "" if value is None else "–" if missed is None else f"{number(missed)}×"
        reason = why.get(goal.name, "to be filled in") if missed else ""
        lines.append(f"| {goal.name} | {goal.text} | {sign} {number(goal.wanted)} {goal.unit} | {reached} | {by} | {reason} |")
    return "\n".join(lines)


def machine_list(machine):
    return "\n".join(
        [
            f"* {machine['processor']}, {machine['memory']}; {machine['system']}",
            f"* {machine['time']}; others took {machine['others']}",
            f"* Debian: {', '.join(machine['packages'])}",
            f"* npm, on node {machine['node']}: {', '.join(machine['npm']) or 'nothing'}",
        ]
    )


def write(path, template, command, took, machine, rounds, results):
    with open(template, encoding="utf-8") as file:
        text = file.read()
    parts = {
        "command": command,
        "took": f"{took / 60:.0f} minutes",
        "machine": machine_list(machine),
        "rounds": str(rounds),
        "lists": by_rows(results, "list", list_figures),
        "ingest": by_rows(results, "ingest", ingest_figures),
        "revocation": section(results, "revocation", revocation_figures),
        "start": section(results, "start", start_figures),
        "goals": goal_table(results),
    }
    for name, content in parts.items():
        text = text.replace("{{" + name + "}}", content)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
