# SPDX-License-Identifier: GPL-3.0-or-later
"""What it was measured on, and with which versions of whom."""

import json
import os
import platform
import re
import subprocess
import time


def first_match(path, pattern):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            found = re.search(pattern, file.read(), re.MULTILINE)
    except OSError:
        return None
    return found.group(1).strip() if found else None


def version_of(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return None
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0].split(" Copyright")[0].strip() if lines else None


def package(name):
    told = version_of(["dpkg-query", "--show", "--showformat=${Version}", name])
    return None if told is None or "no packages" in told else f"{name} {told}"


def npm_versions(node):
    try:
        with open(os.path.join(node, "package.json"), encoding="utf-8") as file:
            wanted = json.load(file)["dependencies"]
    except OSError:
        return []
    return [f"{name} {wanted[name]}" for name in ("ag-grid-community", "tabulator-tables", "@mui/x-data-grid") if name in wanted]


def processor_time():
    """Of all processors together: busy and stolen, in ticks."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, irq, softirq, steal = (int(word) for word in file.readline().split()[1:9])
    return user + nice + system + irq + softirq, steal


def others_share(seconds=3):
    """How busy the processors are while we do nothing, in percent of one: what others take from every figure."""
    busy, steal = processor_time()
    time.sleep(seconds)
    later, stolen = processor_time()
    return (later + stolen - busy - steal) / os.sysconf("SC_CLK_TCK") / seconds * 100


def describe(node):
    model = first_match("/proc/cpuinfo", r"^model name\s*:(.*)$") or platform.machine()
    system = first_match("/etc/os-release", r'^PRETTY_NAME="?([^"\n]*)') or platform.system()
    memory = int(first_match("/proc/meminfo", r"^MemTotal:\s+(\d+)") or 0) / 1024 / 1024
    return {
        "time": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "processor": f"{os.cpu_count()} × {model}",
        "memory": f"{memory:.1f} GiB",
        "system": f"{system}, Linux {platform.release()}",
        "others": f"{others_share():.0f} % of one processor before the first round",
        "packages": [
            told
            for told in map(package, ("libqt6core6", "libsimdjson-dev", "chromium", "wrk", "curl", "sqlitebrowser", "keepassxc"))
            if told
        ],
        "node": version_of(["node", "--version"]),
        "npm": npm_versions(node),
    }
