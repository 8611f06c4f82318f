// SPDX-License-Identifier: GPL-3.0-or-later
import { DataGrid, gridFilteredTopLevelRowCountSelector, useGridApiRef } from '@mui/x-data-grid';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { columns, publish, until } from './page.js';

const place = document.getElementById('grid');
const definitions = columns.map(([field, headerName, width]) => ({ field, headerName, width }));
let api = null;
let setRows = null;

// The grid that is free shows no more than 100 rows a page.
function Page() {
  const [rows, change] = useState([]);
  api = useGridApiRef();
  setRows = change;
  const pagination = { paginationModel: { pageSize: 100, page: 0 } };
  return createElement(DataGrid, {
    apiRef: api,
    rows,
    columns: definitions,
    pageSizeOptions: [100],
    initialState: { pagination },
  });
}

createRoot(place).render(createElement('div', { style: { height: 780, width: 1500 } }, createElement(Page)));
await until(() => api?.current?.state);
const count = () => gridFilteredTopLevelRowCountSelector(api);
const changed = async (event, act) => {
  const done = new Promise((resolve) => {
    const stop = api.current.subscribeEvent(event, () => {
      stop();
      resolve();
    });
  });
  act();
  await done;
};
publish({
  show: (rows) => setRows(rows),
  hasRows: () => place.querySelector('.MuiDataGrid-row .MuiDataGrid-cell') !== null,
  count,
  sort: (field) => changed('sortedRowsSet', () => api.current.setSortModel([{ field, sort: 'asc' }])),
  filter: (field, value) =>
    changed('filteredRowsSet', () => api.current.setFilterModel({ items: [{ field, operator: 'contains', value }] })),
  filterAll: (text) =>
    changed('filteredRowsSet', () => api.current.setFilterModel({ items: [], quickFilterValues: [text] })),
  clear: () => changed('filteredRowsSet', () => api.current.setFilterModel({ items: [] })),
});
