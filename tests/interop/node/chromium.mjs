// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium without a window, driven by npm's playwright-core.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

// With a profile of its own that goes away; it talks to nobody but the pages it is led to.
export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false, // CI runs as root
    args: [
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
}

// A page that remembers what went wrong in it: scripts, policies, requests.
export async function newPage(browser) {
  const page = await (await browser.newContext()).newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('console', (message) => {
    const text = `${message.location().url}: ${message.text()}`;
    // Chromium looks for an icon by itself, even on pages that name none.
    if (message.type() === 'error' && !text.includes('/favicon.ico')) page.problems.push(text);
  });
  page.on('requestfailed', (request) => page.problems.push(`${request.url()}: ${request.failure().errorText}`));
  return page;
}

// What a screen reader needs of any page: its language, what it is called, and what each of its fields and buttons is.
export async function checkAccessibility(page) {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    viewport: !!document.querySelector('meta[name=viewport]'),
    unnamed: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
      .filter((field) => ![...field.labels].some((label) => label.textContent.trim()))
      .map((field) => field.outerHTML),
    silent: [...document.querySelectorAll('button, a')].filter((one) => !one.textContent.trim()).length,
    repeated: [...document.querySelectorAll('[id]')].length - new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size,
  }));
  assert.match(found.lang, /^[a-z]{2}/, 'the language of the page');
  assert.notEqual(found.title, '', 'the title of the page');
  assert.equal(found.headings, 1, 'one heading says what the page is');
  assert(found.viewport, 'it is made for small screens, too');
  assert.deepEqual(found.unnamed, [], 'every field has a label');
  assert.equal(found.silent, 0, 'every button says what it does');
  assert.equal(found.repeated, 0, 'ids are unique');
}

// Does what leads to another page, and waits until that is there.
export async function leave(page, act) {
  const moved = page.waitForEvent('framenavigated');
  await act();
  await moved;
  await page.waitForLoadState();
}

// Fills in and submits the form of every page, until one has none. A form that comes again is the last.
export async function signIn(page, typed) {
  const titles = [];
  while ((await page.locator('form').count()) > 0 && !titles.includes(await page.title())) {
    titles.push(await page.title());
    for (const [name, text] of Object.entries(typed)) {
      const field = page.locator(`input[name=${name}]`);
      if ((await field.count()) > 0) await field.fill(text);
    }
    await leave(page, () => page.locator('button[type=submit]').first().click());
  }
}
