// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the persona oidc, asked rightly and wrongly.
import { cookiesOf, hiddenIn } from './contract.mjs';

const webapp = { basic: 'webapp:webapp_secret' };
const service = { basic: 'service:service_secret' };
const callback = 'http://127.0.0.1/callback';
const signedOut = 'http://127.0.0.1/signed-out';
const asked = { response_type: 'code', client_id: 'webapp', redirect_uri: callback, scope: 'openid email', state: 's' };
const nobody = { ...asked, client_id: 'nobody' };
const password = (name, more) => ({ grant_type: 'password', username: name, password: `${name}_pass`, ...more });

export const unreachable = [];

export async function requests(contract) {
  const call = contract.call.bind(contract);
  for (const one of ['readDescription', 'readDiscovery', 'readServerMetadata', 'readKeys']) await call(one, 200);
  const { code, cookie } = await signingIn(call);
  const tokens = await issued(call, code);
  await introspection(call, tokens);
  await userInfo(call, tokens);
  await registration(call, tokens.admin);
  await revocation(call, tokens);
  await signingOut(call, { cookie, ...tokens });
}

async function signingIn(call) {
  const page = await call('authorize', 200, { query: asked });
  const csrf = hiddenIn(page, 'csrf');
  const more = { query: asked, headers: { cookie: cookiesOf(page) } };
  await call('signIn', 200, { ...more, form: { csrf, username: 'ana', password: 'wrong' } });
  await call('signIn', 200, { query: asked, form: { csrf: 'other', username: 'ana', password: 'ana_pass' } });
  await call('signIn', 400, { ...more, query: nobody, form: { csrf, username: 'ana', password: 'ana_pass' } });
  const done = await call('signIn', 303, { ...more, form: { csrf, username: 'ana', password: 'ana_pass' } });

  const cookie = cookiesOf(done);
  const signedIn = { headers: { cookie } };
  await call('authorize', 303, { query: asked, ...signedIn });
  await call('authorize', 200, { query: { ...asked, prompt: 'login' }, ...signedIn });
  await call('authorize', 303, { query: { ...asked, prompt: 'none' } }); // an error, for the client
  await call('authorize', 400, { query: nobody });
  await call('authorize', 303, { query: { client_id: 'webapp', redirect_uri: callback }, isWrong: true });
  await call('postAuthorization', 200, { form: asked });
  await call('postAuthorization', 303, { form: asked, ...signedIn });
  await call('postAuthorization', 400, { form: nobody });
  return { code: new URL(done.headers.get('location')).searchParams.get('code'), cookie };
}

async function issued(call, code) {
  const issue = async (form, more = webapp) => (await call('issueToken', 200, { form, ...more })).json;
  const exchange = { grant_type: 'authorization_code', code, redirect_uri: callback };
  const first = await issue(exchange);
  const inBody = { client_id: 'webapp', client_secret: 'webapp_secret' };
  const renewal = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
  const user = await issue({ ...renewal, ...inBody }, {});
  const admin = await issue(password('admin'));
  const own = await issue({ grant_type: 'client_credentials' }, service);
  await call('issueToken', 400, { form: password('ana', { password: 'wrong' }), ...webapp });
  await call('issueToken', 400, { form: { username: 'ana' }, ...webapp, isWrong: true });
  await call('issueToken', 400, { form: password('ana'), ...service }); // not its way
  await call('issueToken', 401, { form: exchange, basic: 'webapp:wrong' });
  return { user: user.access_token, id: user.id_token, admin: admin.access_token, service: own.access_token };
}

async function introspection(call, { user, admin }) {
  await call('introspect', 200, { form: { token: user }, ...service });
  await call('introspect', 200, { form: { token: user, token_type_hint: 'access_token' }, bearer: admin });
  await call('introspect', 200, { form: { token: 'unknown' }, ...webapp });
  await call('introspect', 400, { form: { token_type_hint: 'access_token' }, ...service, isWrong: true });
  await call('introspect', 401, { form: { token: user }, bearer: user }); // no administrator
  await call('introspect', 401, { form: { token: user }, basic: 'service:wrong' });
}

async function userInfo(call, { user, service: own }) {
  for (const operation of ['readUserInfo', 'postUserInfo']) {
    const form = operation === 'postUserInfo' ? {} : undefined;
    await call(operation, 200, { bearer: user, form });
    await call(operation, 401, { bearer: 'unknown', form });
    await call(operation, 403, { bearer: own, form });
  }
  await call('readUserInfo', 401, { isWrong: true });
  await call('postUserInfo', 200, { form: { access_token: user } });
  await call('postUserInfo', 400, { form: { access_token: user }, bearer: user });
}

async function registration(call, bearer) {
  const wish = { client_name: 'Contract', redirect_uris: ['https://contract.example.test/callback'] };
  const made = (await call('registerClient', 201, { json: wish, bearer })).json;
  await call('registerClient', 201, { json: { ...wish, token_endpoint_auth_method: 'none' }, bearer });
  await call('registerClient', 400, { json: { redirect_uris: ['/relative'] }, bearer });
  await call('registerClient', 400, { json: { ...wish, subject_type: 'pairwise' }, bearer, isWrong: true });
  await call('registerClient', 401, { json: wish, bearer: 'unknown' });
  await call('registerClient', 401, { json: wish, isWrong: true });

  const path = { client_id: made.client_id };
  const own = { path, bearer: made.registration_access_token };
  const json = { ...wish, client_id: made.client_id, client_name: 'Changed' };
  await call('readClient', 200, own);
  const { registration_access_token: bearerNow } = (await call('replaceClient', 200, { ...own, json })).json;
  const now = { path, bearer: bearerNow };
  await call('replaceClient', 400, { ...now, json: { ...json, client_id: 'another' } });
  await call('replaceClient', 400, { ...now, json: wish, isWrong: true });
  await call('replaceClient', 401, { ...own, json }); // with the bearer of before
  for (const operation of ['readClient', 'deleteClient']) await call(operation, 401, own);
  await call('deleteClient', 204, now);
}

async function revocation(call, { user, id, service: own }) {
  await call('revoke', 200, { form: { token: user, token_type_hint: 'access_token' }, ...webapp });
  await call('readUserInfo', 401, { bearer: user });
  await call('revoke', 200, { form: { token: own, client_id: 'service', client_secret: 'service_secret' } });
  await call('revoke', 200, { form: { token: 'unknown' }, ...webapp });
  await call('revoke', 400, { form: { token: id }, ...webapp });
  await call('revoke', 400, { form: { token_type_hint: 'access_token' }, ...webapp, isWrong: true });
  await call('revoke', 401, { form: { token: user }, basic: 'webapp:wrong' });
}

async function signingOut(call, { cookie, id }) {
  const headers = { cookie };
  const registered = { client_id: 'console', post_logout_redirect_uri: signedOut, state: 's' };
  const foreign = { ...registered, post_logout_redirect_uri: 'https://elsewhere.example.test/' };
  await call('endSession', 200, { headers }); // asks first
  await call('endSession', 303, { query: registered });
  await call('endSession', 400, { query: foreign });
  await call('postEndSession', 303, { form: registered });
  await call('postEndSession', 400, { form: foreign });
  await call('endSession', 200, { query: { id_token_hint: id }, headers });
  await call('postEndSession', 200, { form: { client_id: 'console' } });
}
