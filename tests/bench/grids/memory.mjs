// SPDX-License-Identifier: GPL-3.0-or-later
import fs from 'node:fs';

function children(parents) {
  const found = new Map();
  for (const entry of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = fs.readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      found.set(parent, [...(found.get(parent) ?? []), Number(entry)]);
    } catch {
      // It has ended since.
    }
  }
  return parents.flatMap((parent) => found.get(parent) ?? []);
}

// The proportional set size of a process and all it started, in bytes.
export function proportionalSize(pid) {
  let bytes = 0;
  for (let generation = [pid]; generation.length > 0; generation = children(generation)) {
    for (const one of generation) {
      try {
        const rollup = fs.readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
        bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
      } catch {
        // It has ended since.
      }
    }
  }
  return bytes;
}
