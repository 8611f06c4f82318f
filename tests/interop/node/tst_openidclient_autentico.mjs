// SPDX-License-Identifier: GPL-3.0-or-later
// npm's openid-client against the persona autentico, as far as a library that keeps to the standards can follow. What
// the product does otherwise, and is asserted here by plain HTTP:
//   - its metadata is not below its issuer but beside it, names no endpoint for introspection and revocation, and one ""
//   - no client_credentials, and no id_token although openid is asked for; the scope is always "read write"
//   - a wrong password or refresh token is 401 instead of 400
//   - introspection takes JSON from anybody, and says of an inactive token 401 instead of {"active":false}
//   - what is not about clients fails with {"code","message"} instead of {"error"}, as its documentation has it
// Its version 2 has none of that, and is tried as a whole.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as client from 'openid-client';
import { FormBrowser } from './formbrowser.mjs';
import { serve } from './persona.mjs';

const { url, control } = await serve('autentico');
const issuer = new URL(`${url}/oauth2`);
const callback = 'http://127.0.0.1/callback';
const ana = { username: 'ana@example.test', password: 'ana_pass' };
const execute = [client.allowInsecureRequests]; // it is on loopback
const portal = ['q7Z1xV0mT4y8cR2bN6pKwA', undefined, client.ClientSecretBasic('portal_secret')];
const metadata = await (await fetch(`${url}/.well-known/openid-configuration`)).json();
const config = new client.Configuration(metadata, ...portal);
client.allowInsecureRequests(config);

async function signIn(config, more = {}, expected = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...more,
  });
  const answer = await new FormBrowser().signIn(address.href, ana);
  assert(answer instanceof URL, answer);
  const checks = { pkceCodeVerifier: verifier, expectedState: state, ...expected };
  return client.authorizationCodeGrant(config, answer, checks);
}

const post = (path, body, headers) => fetch(`${issuer}/${path}`, { method: 'POST', body, headers });
const introspect = (token) => post('introspect', JSON.stringify({ token }), { 'content-type': 'application/json' });

const refusedWith = (status) => (error) => error.cause.status === status;

test('what it publishes cannot be discovered from its issuer', async () => {
  assert.equal(metadata.issuer, issuer.href);
  assert.equal(metadata.end_session_endpoint, '');
  assert.equal(metadata.introspection_endpoint, undefined);
  await assert.rejects(client.discovery(issuer, ...portal, { execute }), refusedWith(404));
  const beside = client.discovery(new URL(url), ...portal, { execute });
  await assert.rejects(beside, { code: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' });
});

test('code and userinfo', async () => {
  const tokens = await signIn(config);
  assert.equal(tokens.id_token, undefined);
  assert.equal(tokens.scope, 'read write');
  const person = await client.fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck);
  assert.equal(person.email, ana.username);
});

test('who insists on an ID token does not get in', async () => {
  await assert.rejects(signIn(config, { nonce: 'n' }, { expectedNonce: 'n' }), { code: 'OAUTH_INVALID_RESPONSE' });
});

test('password and refresh', async () => {
  const tokens = await client.genericGrantRequest(config, 'password', ana);
  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(renewed.access_token, tokens.access_token);
  assert((await client.refreshTokenGrant(config, tokens.refresh_token)).access_token); // it is good for ever
  const wrong = client.genericGrantRequest(config, 'password', { ...ana, password: 'wrong_pass' });
  await assert.rejects(wrong, refusedWith(401));
});

test('client credentials are no grant here', async () => {
  await assert.rejects(client.clientCredentialsGrant(config), refusedWith(400));
});

test('introspection and revocation, its own way', async () => {
  const { access_token, refresh_token } = await client.genericGrantRequest(config, 'password', ana);
  assert.equal((await (await introspect(access_token)).json()).active, true);
  assert.equal((await introspect(refresh_token)).status, 401);
  assert.equal((await post('revoke', new URLSearchParams({ token: access_token }))).status, 200);
  assert.equal((await introspect(access_token)).status, 401);
  await assert.rejects(client.refreshTokenGrant(config, refresh_token), refusedWith(401));
  assert.equal((await post('revoke', new URLSearchParams({ token: refresh_token }))).status, 401);
});

test('version 2 keeps to the standards', async () => {
  assert.equal((await control('autentico/version', { later: true })).status, 204);
  const config = await client.discovery(issuer, ...portal, { execute });
  const tokens = await signIn(config, { nonce: 'n' }, { expectedNonce: 'n', idTokenExpected: true });
  const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.equal(person.email, ana.username);
  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
  await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token));
  assert.equal((await client.tokenIntrospection(config, renewed.access_token)).active, true);
  await client.tokenRevocation(config, renewed.access_token);
  assert.deepEqual(await client.tokenIntrospection(config, renewed.access_token), { active: false });
  assert((await client.clientCredentialsGrant(config)).access_token);
});
