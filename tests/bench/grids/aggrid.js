// SPDX-License-Identifier: GPL-3.0-or-later
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';

import { columns, publish } from './page.js';

ModuleRegistry.registerModules([AllCommunityModule]);
const place = document.getElementById('grid');
const api = createGrid(place, {
  rowData: [],
  columnDefs: columns.map(([field, headerName, width]) => ({ field, headerName, width, filter: true })),
});
publish({
  show: (rows) => api.setGridOption('rowData', rows),
  hasRows: () => place.querySelector('.ag-row .ag-cell') !== null,
  count: () => api.getDisplayedRowCount(),
  sort: (colId) => api.applyColumnState({ state: [{ colId, sort: 'asc' }], defaultState: { sort: null } }),
  filter: (member, filter) => api.setFilterModel({ [member]: { filterType: 'text', type: 'contains', filter } }),
  filterAll: (text) => api.setGridOption('quickFilterText', text),
  jump: (share) => api.ensureIndexVisible(Math.floor(share * api.getDisplayedRowCount()), 'top'),
  clear: () => {
    api.setFilterModel(null);
    api.setGridOption('quickFilterText', '');
  },
});
