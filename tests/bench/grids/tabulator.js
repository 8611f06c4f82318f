// SPDX-License-Identifier: GPL-3.0-or-later
import { TabulatorFull as Tabulator } from 'tabulator-tables';

import { columns, publish } from './page.js';

const place = document.getElementById('grid');
const table = new Tabulator(place, {
  height: '780px',
  columns: columns.map(([field, title, width]) => ({ field, title, width, sorter: 'string' })),
});
await new Promise((resolve) => table.on('tableBuilt', resolve));
const matchesAny = (row, { text }) =>
  columns.some(([member]) => row[member] !== null && String(row[member]).toLowerCase().includes(text));
publish({
  show: (rows) => table.setData(rows),
  hasRows: () => place.querySelector('.tabulator-row .tabulator-cell') !== null,
  count: () => table.getDataCount('active'),
  sort: (member) => table.setSort(member, 'asc'),
  filter: (member, text) => table.setFilter(member, 'like', text),
  filterAll: (text) => table.setFilter(matchesAny, { text }),
  jump: (share) => {
    const scrolled = place.querySelector('.tabulator-tableholder');
    scrolled.scrollTop = share * (scrolled.scrollHeight - scrolled.clientHeight);
  },
  clear: () => table.clearFilter(),
});
