// SPDX-License-Identifier: GPL-3.0-or-later
// measure.mjs <grid> <filter text>: lets one grid in a headless Chromium of its own load, sort and filter a list, and
// prints the figures as JSON. Environment: LIST_URL and BEARER, the list and the token it is asked for with.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

import { proportionalSize } from './memory.mjs';
import { servePage } from './pages.mjs';

const [grid, text] = process.argv.slice(2);
const { LIST_URL, BEARER } = process.env;
const patience = 600_000; // ms

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'latchkey-bench-'));
const { server, url } = await servePage(grid);
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  userDataDir: profile,
  protocolTimeout: patience,
  defaultViewport: { width: 1600, height: 900 },
  args: [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    // The list comes straight from the local server: nobody forwards it, and no preflight asks for it first.
    '--disable-web-security',
    ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
  ],
});

// What the page no longer needs is not counted.
async function settledSize(session) {
  await session.send('HeapProfiler.collectGarbage');
  await new Promise((resolve) => setTimeout(resolve, 500));
  return proportionalSize(browser.process().pid);
}

try {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction('window.bench', { timeout: 60_000 }).catch(() => {
    throw new Error(`The page does not come up: ${errors.join(' ')}`);
  });
  const session = await page.createCDPSession();
  const before = await settledSize(session);
  const loaded = await page.evaluate((list, bearer) => window.bench.load(list, bearer), LIST_URL, BEARER);
  const after = await settledSize(session);
  const worked = await page.evaluate((filter) => window.bench.work(filter), text);
  const memory = { bytes_per_row: (after - before) / loaded.rows, pss_bytes: after };
  console.log(JSON.stringify({ ...loaded, ...worked, ...memory }));
} catch (error) {
  console.error(error.message.split('\n')[0]);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
