// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the persona autentico in its three faces: as it is documented, as the running server answers, and
// version 2. Each has to have what it has, and nothing at the paths of the others.
import { cookiesOf, hiddenIn } from './contract.mjs';
import { serve } from './persona.mjs';

const portal = { basic: 'q7Z1xV0mT4y8cR2bN6pKwA:portal_secret' };
const callback = 'http://127.0.0.1/callback';
const password = (name, more) => ({ grant_type: 'password', username: `${name}@example.test`, password: `${name}_pass`, ...more });
const asked = { response_type: 'code', redirect_uri: callback, state: 's' };
const wish = { client_name: 'Contract', redirect_uris: ['https://contract.example.test/callback'] };

// Only a database that fails is behind these; and who may make users is not asked for in version 1.
const failing = [
  ...['issueToken', 'issueTokenToo', 'readUserInfo', 'readUserInfoToo', 'endSession', 'endSessionByLink'],
  ...['listClients', 'createClient'],
];
export const unreachable = [...failing.map((operation) => `${operation} 500`), 'createUser 403', 'createRunningUser 403'];

export async function requests(contract, control) {
  const call = contract.call.bind(contract);
  await call('readDescription', 200);
  await call('readRunningDiscovery', 404);
  await call('createRunningUser', 404, { bearer: 'unknown', json: { username: 'eve@example.test', password: 'eve_pass' } });
  await firstVersion(call, 'createUser');
  await missing(call);

  await control('autentico/version', { later: true });
  await secondVersion(call);
  await control('autentico/version', { later: false });

  const running = await serve('autentico', '--shape', 'actual');
  await contract.turnTo(running.url);
  await call('readRunningDiscovery', 200);
  await call('createUser', 404, { bearer: 'unknown', json: { username: 'eve@example.test', password: 'eve_pass' } });
  await firstVersion(call, 'createRunningUser');
}

async function firstVersion(call, createUser) {
  await call('readDiscovery', 200);
  await call('readKeys', 200);
  await call('readLaterKeys', 404);
  const { code } = await signingIn(call);
  const { admin, user } = await issued(call, code);
  await users(call, createUser, { admin, user });
  await clients(call, 'Client', { admin, user });
  await call('listClients', 200, { bearer: admin });
  await call('listClients', 401, { bearer: 'unknown' });
  await call('listClients', 403, { bearer: user });
  await endings(call, { admin, user });
}

async function signingIn(call, more = {}) {
  const page = await call('authorize', 200, { query: { ...asked, ...more } });
  const fields = ['gorilla.csrf.Token', 'redirect', 'state', 'client_id', 'scope', 'nonce', 'code_challenge'];
  const form = Object.fromEntries(fields.map((name) => [name, hiddenIn(page, name)]));
  const headers = { cookie: cookiesOf(page) };
  const ana = { username: 'ana@example.test', password: 'ana_pass' };
  await call('logIn', 500, { headers, form: { ...form, ...ana, password: 'wrong_pass' } });
  await call('logIn', 403, { form: { ...form, ...ana } });
  await call('logIn', 400, { headers, form: { ...form, ...ana, username: 'ana' }, isWrong: true });
  const done = await call('logIn', 302, { headers, form: { ...form, ...ana } });
  const cookie = cookiesOf(done);
  await call('authorize', 302, { query: asked, headers: { cookie } });
  await call('authorize', 400, { query: { ...asked, response_type: 'token' } });
  await call('authorize', 403, { query: { ...asked, redirect_uri: 'none' } });
  await call('authorize', 403, { query: { response_type: 'code' }, isWrong: true });
  return { code: new URL(done.headers.get('location')).searchParams.get('code'), cookie };
}

async function issued(call, code) {
  const exchange = { grant_type: 'authorization_code', code, redirect_uri: callback };
  for (const operation of ['issueToken', 'issueTokenToo']) {
    await call(operation, 200, { form: password('ana'), ...portal });
    await call(operation, 400, { form: { grant_type: 'device' } });
    await call(operation, 400, { form: { username: 'ana' }, isWrong: true });
    await call(operation, 401, { form: password('ana', { password: 'wrong_pass' }) });
    await call(operation, 401, { form: password('ana'), basic: 'q7Z1xV0mT4y8cR2bN6pKwA:wrong' });
  }
  const first = (await call('issueToken', 200, { form: exchange })).json;
  await call('issueToken', 400, { form: exchange }); // it was used
  const renewal = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
  const user = (await call('issueToken', 200, { form: renewal })).json.access_token;
  const admin = (await call('issueToken', 200, { form: password('admin') })).json.access_token;
  return { admin, user };
}

async function users(call, operation, { admin, user }) {
  const json = { username: `${operation.toLowerCase()}@example.test`, password: 'eve_pass' };
  await call(operation, 201, { bearer: operation === 'createUserLater' ? admin : user, json });
  await call(operation, 500, { bearer: admin, json }); // there is one of that name
  await call(operation, 400, { bearer: admin, json: { ...json, username: 'nobody' } });
  await call(operation, 400, { bearer: admin, json: { username: 'eve@example.test' }, isWrong: true });
  await call(operation, 401, { bearer: 'unknown', json });
}

// `kind`: how their operations end, which are the same at two paths.
async function clients(call, kind, { admin: bearer, user }) {
  const made = (await call(`create${kind}`, 201, { bearer, json: wish })).json;
  await call(`create${kind}`, 201, { bearer, json: { ...wish, client_type: 'public', grant_types: ['refresh_token'] } });
  await call(`create${kind}`, 400, { bearer, json: { client_name: 'Contract', redirect_uris: ['none'] } });
  await call(`create${kind}`, 400, { bearer, json: { client_name: 'Contract' }, isWrong: true });
  const path = { client_id: made.client_id };
  await call(`read${kind}`, 200, { bearer, path });
  await call(`change${kind}`, 200, { bearer, path, json: { client_name: 'Changed', is_active: true } });
  await call(`change${kind}`, 400, { bearer, path, json: { redirect_uris: ['none'] } });
  await call(`change${kind}`, 400, { bearer, path, json: { is_active: 'no' }, isWrong: true });
  await call(`remove${kind}`, 204, { bearer, path });
  for (const [operation, json] of [[`create${kind}`, wish], [`read${kind}`], [`change${kind}`, {}], [`remove${kind}`]]) {
    await call(operation, 401, { bearer: 'unknown', path, json });
    await call(operation, 401, { path, json, isWrong: true });
    await call(operation, 403, { bearer: user, path, json });
    if (!operation.startsWith('create')) await call(operation, 404, { bearer, path: { client_id: 'unknown' }, json });
  }
}

async function endings(call, { admin, user }) {
  for (const operation of ['readUserInfo', 'readUserInfoToo']) {
    await call(operation, 200, { bearer: user });
    await call(operation, 401, { bearer: 'unknown' });
    await call(operation, 401, { isWrong: true });
  }
  await call('introspect', 200, { json: { token: user } });
  await call('introspect', 400, { json: {}, isWrong: true });
  await call('revokeToken', 200, { form: { token: user } });
  await call('revokeToken', 400, { form: { token_type_hint: 'access_token' }, isWrong: true });
  await call('revokeToken', 401, { form: { token: 'unknown' } });
  await call('introspect', 401, { json: { token: user } });
  await call('endSession', 200, { bearer: admin });
  for (const operation of ['endSession', 'endSessionByLink']) await call(operation, 401, { bearer: admin });
}

// What version 2 has, version 1 does not.
async function missing(call) {
  const path = { client_id: 'unknown', id: 'unknown' };
  const bearer = 'unknown';
  const json = wish;
  for (const list of ['Clients', 'Users', 'Sessions', 'Tokens']) await call(`pageOf${list}`, 404, { bearer });
  for (const operation of ['createClientLater', 'changeClientLater']) await call(operation, 404, { bearer, path, json });
  for (const operation of ['readClientLater', 'removeClientLater', 'deactivateSession', 'revokeById'])
    await call(operation, 404, { bearer, path });
  await call('createUserLater', 404, { bearer, json: { username: 'eve@example.test', password: 'eve_pass' } });
}

async function secondVersion(call) {
  await call('readKeys', 404);
  await call('readLaterKeys', 200);
  await call('readDiscovery', 200);
  await call('readRunningDiscovery', 200);
  const { cookie } = await signingIn(call, { scope: 'openid', nonce: 'n' });
  await call('authorize', 302, { query: { ...asked, prompt: 'none' }, headers: { cookie } });
  const tokens = async (name) => (await call('issueToken', 200, { form: password(name, { scope: 'openid' }), ...portal })).json;
  const admin = await tokens('admin');
  const user = await tokens('ana');
  await call('issueToken', 200, { form: { grant_type: 'client_credentials' }, ...portal });
  const bearers = { admin: admin.access_token, user: user.access_token };
  await users(call, 'createUserLater', bearers);
  await call('createUserLater', 403, { bearer: bearers.user, json: { username: 'eva@example.test', password: 'eva_pass' } });
  await clients(call, 'Client', bearers);
  await clients(call, 'ClientLater', bearers);
  await pages(call, bearers);
  await standardQuestions(call, bearers);
  await call('endSession', 200, { headers: { cookie } });
  const target = 'http://127.0.0.1/signed-out';
  const path = { client_id: portal.basic.split(':')[0] };
  await call('changeClientLater', 200, { bearer: bearers.admin, path, json: { post_logout_redirect_uris: [target] } });
  const ending = { id_token_hint: user.id_token, post_logout_redirect_uri: target };
  await call('endSession', 302, { form: ending });
  await call('endSessionByLink', 302, { query: ending });
  await call('endSessionByLink', 200);
}

async function pages(call, { admin: bearer, user }) {
  const lists = { Clients: 'created_at', Users: 'created_at', Sessions: 'created_at', Tokens: 'issued_at' };
  const actives = {};
  for (const [list, time] of Object.entries(lists)) {
    const query = { sort: time, order: 'desc', search: 'a', limit: '5', offset: '1' };
    await call(`pageOf${list}`, 200, { bearer, query });
    const { items } = (await call(`pageOf${list}`, 200, { bearer })).json.data;
    actives[list] = items.find(({ status, username }) => status === 'active' && !username?.startsWith('admin'));
    await call(`pageOf${list}`, 400, { bearer, query: { [`${time}_from`]: 'yesterday' } });
    await call(`pageOf${list}`, 401, { bearer: 'unknown' });
    await call(`pageOf${list}`, 403, { bearer: user });
  }
  for (const [operation, { id }] of [['deactivateSession', actives.Sessions], ['revokeById', actives.Tokens]]) {
    await call(operation, 200, { bearer, path: { id } });
    await call(operation, 404, { bearer, path: { id } }); // it has ended
    await call(operation, 401, { bearer: 'unknown', path: { id } });
    await call(operation, 403, { bearer: user, path: { id } });
  }
}

// Introspection and revocation, now as RFC 7662 and RFC 7009 have them.
async function standardQuestions(call, { admin, user }) {
  await call('introspect', 200, { form: { token: user }, ...portal });
  await call('introspect', 200, { json: { token: user }, bearer: admin });
  await call('introspect', 200, { form: { token: 'unknown' }, ...portal });
  await call('introspect', 401, { form: { token: user } });
  await call('introspect', 403, { form: { token: user }, bearer: user });
  await call('revokeToken', 403, { form: { token: user }, bearer: user });
  await call('revokeToken', 200, { json: { token: user }, bearer: admin });
  await call('revokeToken', 200, { form: { token: 'unknown' }, ...portal });
}
