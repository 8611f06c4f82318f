// SPDX-License-Identifier: GPL-3.0-or-later
// The pages people meet at the local server, in a real Chromium: they work by mouse and by keyboard, their policies let
// through what has to pass, and a screen reader has something to say.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test, { after } from 'node:test';
import { checkAccessibility, launch, leave, newPage, signIn } from './chromium.mjs';
import { serve } from './persona.mjs';

const { url: site } = await serve(['oidc', 'autentico', 'teneo']);
const browser = await launch();
after(() => browser.close());

// Where an application would be: what Chromium was sent there with.
const application = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!DOCTYPE html><html lang="en"><title>Application</title><h1>Welcome back</h1></html>');
});
await new Promise((listening) => application.listen(0, '127.0.0.1', listening));
after(() => application.close());
const callback = `http://127.0.0.1:${application.address().port}/callback`;

function authorization(endpoint, parameters) {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ redirect_uri: callback, response_type: 'code', scope: 'openid', state: 's', ...parameters });
  return url.href;
}

function cameBack(page) {
  const { origin, pathname, searchParams } = new URL(page.url());
  assert.equal(origin + pathname, callback);
  assert.equal(searchParams.get('state'), 's');
  assert(searchParams.get('code'));
  assert.deepEqual(page.problems, []);
}

test('oidc: signing in by mouse', async () => {
  const url = `${site}/oidc`;
  const page = await newPage(browser);
  await page.goto(authorization(`${url}/authorize`, { client_id: 'webapp' }));
  await checkAccessibility(page);
  assert.match(await page.textContent('body'), /Web Application asks you to sign in/);
  await signIn(page, { username: 'ana', password: 'wrong' });
  assert.match(await page.getByRole('alert').textContent(), /wrong/);
  await checkAccessibility(page);
  await signIn(page, { username: 'ana', password: 'ana_pass' });
  cameBack(page);

  // Now there is a session: no page in between, unless asked for; and signing out ends it.
  await page.goto(authorization(`${url}/authorize`, { client_id: 'webapp' }));
  cameBack(page);
  await page.goto(authorization(`${url}/authorize`, { client_id: 'webapp', prompt: 'login' }));
  assert.equal(await page.locator('input[name=username]').count(), 1);
  await page.goto(`${url}/logout`);
  await checkAccessibility(page);
  await leave(page, () => page.getByRole('button', { name: 'Sign Out' }).click());
  await checkAccessibility(page);
  assert.match(await page.textContent('body'), /You can close this window/);
  await page.goto(authorization(`${url}/authorize`, { client_id: 'webapp' }));
  assert.equal(await page.locator('input[name=username]').count(), 1);
  assert.deepEqual(page.problems, []);
});

test('oidc: signing in by keyboard', async () => {
  const url = `${site}/oidc`;
  const page = await newPage(browser);
  await page.goto(authorization(`${url}/authorize`, { client_id: 'webapp' }));
  await page.waitForFunction(() => document.activeElement?.name === 'username'); // nobody has to click there first
  await page.keyboard.type('ben');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ben_pass');
  await leave(page, () => page.keyboard.press('Enter'));
  cameBack(page);
});

test('oidc: an application nobody knows', async () => {
  const url = `${site}/oidc`;
  const page = await newPage(browser);
  const answer = await page.goto(authorization(`${url}/authorize`, { client_id: 'nobody' }));
  assert.equal(answer.status(), 400);
  await checkAccessibility(page);
});

test('autentico: signing in', async () => {
  const url = `${site}/autentico`;
  const page = await newPage(browser);
  // Without a client, since those of its demo insist on a port.
  await page.goto(authorization(`${url}/oauth2/authorize`, {}));
  await checkAccessibility(page);
  await page.getByLabel('Email address').fill('ana@example.test');
  await page.getByLabel('Password').fill('ana_pass');
  await leave(page, () => page.getByRole('button', { name: 'Sign In' }).click());
  cameBack(page);
});

test('teneo: the identity provider it sends people to', async () => {
  const url = `${site}/teneo`;
  const studio = 'client_id=8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35&client_secret=b7a9c3d5-0e1f-4a2b-9c8d-6e5f4d3c2b1a';
  const body = new URLSearchParams(`grant_type=client_credentials&${studio}`);
  const { access_token } = await (await fetch(`${url}/oauth2/token`, { method: 'POST', body })).json();
  const ask = (path) => fetch(`${url}/oauth2/delegated/${path}`, { headers: { authorization: `Bearer ${access_token}` } });

  for (const [button, status] of [['reporter', 'COMPLETED'], ['Refuse', 'FAILED']]) {
    const login = await (await ask('start-login-url')).json();
    const notification = async () => (await (await ask(`notification?loginId=${login.loginId}`)).json()).status;
    assert.equal(await notification(), 'PENDING');
    const page = await newPage(browser);
    await page.goto(login.url);
    await checkAccessibility(page);
    await leave(page, () => page.getByRole('button', { name: button, exact: true }).click());
    await checkAccessibility(page);
    assert.match(await page.textContent('body'), /You can close this window/);
    assert.deepEqual(page.problems, []);
    assert.equal(await notification(), status);
  }
});
