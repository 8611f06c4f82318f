// SPDX-License-Identifier: GPL-3.0-or-later
// npm's oauth4webapi against the persona oidc. It looks at every answer harder than most: content types, issuer, the
// claims of ID tokens and their signatures, and it throws on the first that is not as its standard has it.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as oauth from 'oauth4webapi';
import { FormBrowser } from './formbrowser.mjs';
import { serve } from './persona.mjs';

const issuer = new URL((await serve('oidc')).url);
const callback = 'http://127.0.0.1/callback';
const ana = { username: 'ana', password: 'ana_pass' };
const local = { [oauth.allowInsecureRequests]: true }; // it is on loopback

const webapp = { client_id: 'webapp' };
const service = { client_id: 'service' };
const asWebapp = oauth.ClientSecretBasic('webapp_secret');
const asService = oauth.ClientSecretBasic('service_secret');

const discover = async (algorithm) =>
  oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm, ...local }));
const as = await discover('oidc');

async function signIn() {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const address = new URL(as.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: webapp.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    max_age: '600',
  });
  const answer = await new FormBrowser().signIn(address.href, ana);
  const parameters = oauth.validateAuthResponse(as, webapp, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(as, webapp, asWebapp, parameters, callback, verifier, local);
  const expected = { expectedNonce: nonce, maxAge: 600, requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(as, webapp, response, expected);
  await oauth.validateApplicationLevelSignature(as, response, local);
  return tokens;
}

async function introspected(token) {
  const response = await oauth.introspectionRequest(as, service, asService, token, local);
  return oauth.processIntrospectionResponse(as, service, response);
}

test('both kinds of metadata say the same', async () => {
  assert.deepEqual(await discover('oauth2'), as);
});

test('client credentials, and an access token as RFC 9068 has it', async () => {
  const response = await oauth.clientCredentialsGrantRequest(as, service, asService, {}, local);
  const { access_token } = await oauth.processClientCredentialsResponse(as, service, response);
  const request = new Request(issuer, { headers: { authorization: `Bearer ${access_token}` } });
  const claims = await oauth.validateJwtAccessToken(as, request, issuer.href.replace(/\/$/, ''), local);
  assert.equal(claims.client_id, 'service');
});

test('code, ID token and its signature, userinfo, refresh', async () => {
  const tokens = await signIn();
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  const info = await oauth.userInfoRequest(as, webapp, tokens.access_token, local);
  assert.equal((await oauth.processUserInfoResponse(as, webapp, sub, info)).preferred_username, 'ana');
  const response = await oauth.refreshTokenGrantRequest(as, webapp, asWebapp, tokens.refresh_token, local);
  const renewed = await oauth.processRefreshTokenResponse(as, webapp, response);
  assert.equal(oauth.getValidatedIdTokenClaims(renewed).sub, sub);
});

test('a code is good for one token only', async () => {
  const address = new URL(as.authorization_endpoint);
  const asked = { client_id: 'webapp', redirect_uri: callback, response_type: 'code', scope: 'openid' };
  address.search = new URLSearchParams(asked);
  const answer = await new FormBrowser().signIn(address.href, ana);
  const parameters = oauth.validateAuthResponse(as, webapp, answer, oauth.expectNoState);
  const exchange = () =>
    oauth.authorizationCodeGrantRequest(as, webapp, asWebapp, parameters, callback, oauth.nopkce, local);
  const { access_token } = await oauth.processAuthorizationCodeResponse(as, webapp, await exchange());
  assert.equal((await introspected(access_token)).active, true);
  const again = oauth.processAuthorizationCodeResponse(as, webapp, await exchange());
  await assert.rejects(again, { error: 'invalid_grant', status: 400 });
  assert.equal((await introspected(access_token)).active, false); // RFC 6749 section 4.1.2
});

test('refusals come back by redirect', async () => {
  const address = new URL(as.authorization_endpoint);
  const asked = { client_id: 'webapp', redirect_uri: callback, response_type: 'code', scope: 'openid', prompt: 'none' };
  address.search = new URLSearchParams({ ...asked, state: 's' });
  const answer = await new FormBrowser().signIn(address.href);
  assert.throws(() => oauth.validateAuthResponse(as, webapp, answer, 's'), { error: 'login_required' });
});

test('a revoked token is inactive, and no resource takes it', async () => {
  const { access_token } = await signIn();
  const response = await oauth.revocationRequest(as, webapp, asWebapp, access_token, local);
  await oauth.processRevocationResponse(response);
  assert.deepEqual(await introspected(access_token), { active: false });
  const info = oauth.userInfoRequest(as, webapp, access_token, local);
  await assert.rejects(
    info.then((answer) => oauth.processUserInfoResponse(as, webapp, oauth.skipSubjectCheck, answer)),
    { status: 401 },
  );
});

test('the tokens of others are none of a client\'s business', async () => {
  const { access_token } = await signIn();
  const stranger = { client_id: 'console' };
  const response = await oauth.revocationRequest(as, stranger, oauth.None(), access_token, local);
  await oauth.processRevocationResponse(response);
  assert.equal((await introspected(access_token)).active, true);
});

test('dynamic registration', async () => {
  const asked = { redirect_uris: ['https://client.example.test/callback'], client_name: 'Strict' };
  const admin = await oauth.genericTokenEndpointRequest(
    as, webapp, asWebapp, 'password', { username: 'admin', password: 'admin_pass' }, local);
  const { access_token } = await oauth.processGenericTokenEndpointResponse(as, webapp, admin);
  const more = { initialAccessToken: access_token, ...local };
  const response = await oauth.dynamicClientRegistrationRequest(as, asked, more);
  const client = await oauth.processDynamicClientRegistrationResponse(response);
  assert.equal(client.client_name, 'Strict');
  const wrong = await oauth.dynamicClientRegistrationRequest(as, { redirect_uris: ['/relative'] }, more);
  await assert.rejects(oauth.processDynamicClientRegistrationResponse(wrong), { error: 'invalid_redirect_uri' });
});
