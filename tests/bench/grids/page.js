// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of all grids share: loading the list, waiting for frames, and what the measuring program calls.

// As the window shows them: member, title, width in pixels.
export const columns = [
  ['type', 'Type', 110],
  ['clientName', 'Client', 220],
  ['userName', 'User', 220],
  ['issuedAt', 'Issued', 220],
  ['expiresAt', 'Expires', 220],
  ['lastUsedAt', 'Last used', 220],
];

// Resolves right after the next frame was produced.
export const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    }),
  );

export async function until(condition) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

// The largest gap of a fast timer beyond its interval since it was asked last.
function stallWatch() {
  const interval = 5;
  let last = performance.now();
  let worst = 0;
  const look = () => {
    const now = performance.now();
    worst = Math.max(worst, now - last - interval);
    last = now;
  };
  setInterval(look, interval);
  return () => {
    look();
    const result = worst;
    worst = 0;
    return result;
  };
}

// Jumps all over the list, to the same places in every run.
async function measureJumps(jump) {
  const took = [];
  for (let place = 48271; took.length < 200; place = (place * 48271) % 2147483647) {
    const begin = performance.now();
    jump(place / 2147483647);
    took.push((await painted()) - begin);
  }
  took.sort((a, b) => a - b);
  return { scroll_p50_ms: took[100], scroll_p99_ms: took[198] };
}

// `grid`: show(rows), hasRows(), count(), sort(member), filter(member, text), filterAll(text) where it can, clear(), each
// ready when the next frame shows it or when its promise resolves; jump(share of the list) where all
// of it can be scrolled.
export function publish(grid) {
  const stall = stallWatch();
  const ready = performance.now(); // since the page was navigated to
  const timed = async (act) => {
    const begin = performance.now();
    await act();
    return (await painted()) - begin;
  };
  window.bench = {
    async load(url, bearer) {
      stall();
      const begin = performance.now();
      const answer = await fetch(url, { headers: { Authorization: `Bearer ${bearer}` }, cache: 'no-store' });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const rows = await answer.json();
      await grid.show(rows);
      await until(grid.hasRows);
      const first = (await painted()) - begin;
      await until(() => grid.count() === rows.length);
      const all = (await painted()) - begin;
      return {
        rows: rows.length,
        first_rows_ms: first,
        start_to_first_rows_ms: ready + first,
        all_rows_ms: Math.max(first, all),
      };
    },
    async work(text) {
      const figures = {};
      figures.sort_ms = await timed(() => grid.sort('userName'));
      figures.sort_time_ms = await timed(() => grid.sort('expiresAt'));
      figures.filter_ms = await timed(() => grid.filter('userName', text));
      figures.filtered = grid.count();
      await timed(() => grid.clear());
      if (grid.filterAll) {
        figures.filter_all_ms = await timed(() => grid.filterAll(text));
        await timed(() => grid.clear());
      }
      figures.worst_stall_ms = stall();
      if (grid.jump) Object.assign(figures, await measureJumps(grid.jump));
      return figures;
    },
  };
}
