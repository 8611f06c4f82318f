// SPDX-License-Identifier: GPL-3.0-or-later
// npm's openid-client, a certified relying party, against the persona oidc: all that the persona says it can.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as client from 'openid-client';
import { FormBrowser } from './formbrowser.mjs';
import { serve } from './persona.mjs';

const { url } = await serve('oidc');
const callback = 'http://127.0.0.1:8155/callback'; // nobody listens: the browser stops before it
const ana = { username: 'ana', password: 'ana_pass' };
const execute = [client.allowInsecureRequests]; // it is on loopback

const as = (id, authentication) => client.discovery(new URL(url), id, undefined, authentication, { execute });
const service = await as('service', client.ClientSecretBasic('service_secret'));
const webapp = await as('webapp', client.ClientSecretBasic('webapp_secret'));
const native = await as('console', client.None());

async function signIn(config, scope = 'openid profile email', more = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce() };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...more,
  });
  const answer = await new FormBrowser().signIn(address.href, ana);
  assert(answer instanceof URL, answer);
  return client.authorizationCodeGrant(config, answer, { ...checks, idTokenExpected: true });
}

const isActive = async (token) => (await client.tokenIntrospection(service, token)).active;

test('discovery', () => {
  const metadata = native.serverMetadata();
  assert.equal(metadata.issuer, url);
  assert(metadata.supportsPKCE());
  assert.equal(metadata.authorization_response_iss_parameter_supported, true);
});

test('client credentials, introspection, revocation', async () => {
  const { access_token } = await client.clientCredentialsGrant(service, { scope: 'reports' });
  const facts = await client.tokenIntrospection(service, access_token);
  assert.equal(facts.active, true);
  assert.equal(facts.client_id, 'service');
  assert.equal(facts.scope, 'reports');
  await client.tokenRevocation(service, access_token);
  assert.equal(await isActive(access_token), false);
  await client.tokenRevocation(service, 'unknown'); // RFC 7009 section 2.2
});

test('client_secret_post works as well', async () => {
  const config = await as('service', client.ClientSecretPost('service_secret'));
  assert((await client.clientCredentialsGrant(config)).access_token);
});

for (const [name, id, authentication] of [
  ['a public client', 'console', client.None()],
  ['a confidential client', 'webapp', client.ClientSecretBasic('webapp_secret')],
]) {
  test(`code with PKCE by ${name}: ID token, userinfo, refresh`, async () => {
    const config = await as(id, authentication);
    const tokens = await signIn(config);
    const { sub, aud, auth_time } = tokens.claims();
    assert.deepEqual([sub, aud, typeof auth_time], ['u-ana', id, 'number']);
    const person = await client.fetchUserInfo(config, tokens.access_token, sub);
    assert.deepEqual([person.name, person.email], ['Ana Alvarez', 'ana@example.test']);
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
    assert.equal(renewed.claims().sub, sub);
    assert.notEqual(renewed.refresh_token, tokens.refresh_token);
  });
}

test('a refresh token that comes twice ends its family', async () => {
  const tokens = await signIn(native);
  const renewed = await client.refreshTokenGrant(native, tokens.refresh_token);
  await assert.rejects(client.refreshTokenGrant(native, tokens.refresh_token), { error: 'invalid_grant', status: 400 });
  await assert.rejects(client.refreshTokenGrant(native, renewed.refresh_token), { error: 'invalid_grant' });
  assert.equal(await isActive(renewed.access_token), false);
});

test('revoking a refresh token ends its access token', async () => {
  const tokens = await signIn(webapp);
  assert.equal(await isActive(tokens.access_token), true);
  await client.tokenRevocation(webapp, tokens.refresh_token, { token_type_hint: 'refresh_token' });
  assert.equal(await isActive(tokens.access_token), false);
});

test('password', async () => {
  const tokens = await client.genericGrantRequest(webapp, 'password', { ...ana, scope: 'openid email' });
  assert.equal(tokens.claims().sub, 'u-ana');
  const wrong = client.genericGrantRequest(webapp, 'password', { ...ana, password: 'wrong' });
  await assert.rejects(wrong, { error: 'invalid_grant', status: 400 });
});

test('another verifier does not get the token', async () => {
  const address = client.buildAuthorizationUrl(native, {
    redirect_uri: callback,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
    state: 's',
  });
  const answer = await new FormBrowser().signIn(address.href, ana);
  const checks = { pkceCodeVerifier: client.randomPKCECodeVerifier(), expectedState: 's' };
  await assert.rejects(client.authorizationCodeGrant(native, answer, checks), { error: 'invalid_grant' });
});

test('wrong words show the page again', async () => {
  const address = client.buildAuthorizationUrl(webapp, { redirect_uri: callback, scope: 'openid', state: 's' });
  const answer = await new FormBrowser().signIn(address.href, { username: 'ana', password: 'wrong' });
  assert.match(answer, /role="alert"/);
});

test('a wrong secret is refused', async () => {
  const config = await as('service', client.ClientSecretBasic('wrong'));
  await assert.rejects(client.clientCredentialsGrant(config), { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', status: 401 });
});

test('dynamic registration, and signing in as that client', async () => {
  const asked = { client_name: 'Registered', redirect_uris: [callback], grant_types: ['authorization_code', 'refresh_token'] };
  const admin = await client.genericGrantRequest(webapp, 'password', { username: 'admin', password: 'admin_pass' });
  const more = { execute, initialAccessToken: admin.access_token };
  const registered = await client.dynamicClientRegistration(new URL(url), asked, undefined, more);
  const { client_secret_expires_at, registration_client_uri, registration_access_token } = registered.clientMetadata();
  assert.equal(client_secret_expires_at, 0);
  assert((await signIn(registered)).refresh_token);
  const headers = { authorization: `Bearer ${registration_access_token}` };
  assert.equal((await fetch(registration_client_uri, { method: 'DELETE', headers })).status, 204);
  await assert.rejects(signIn(registered));
  const unknown = client.dynamicClientRegistration(new URL(url), asked, undefined, { execute });
  await assert.rejects(unknown, { status: 401 });
});
