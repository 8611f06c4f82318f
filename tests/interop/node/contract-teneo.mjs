// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the persona teneo, asked rightly and wrongly.

const studio = { client_id: '8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35', client_secret: 'b7a9c3d5-0e1f-4a2b-9c8d-6e5f4d3c2b1a' };
const basic = `${studio.client_id}:${studio.client_secret}`;
const nowhere = { clientId: 'unknown', apiTokenId: 'unknown' };

export const unreachable = [];

export async function requests(contract, control) {
  const call = contract.call.bind(contract);
  await call('readDescription', 200);
  const bearers = await tokens(call);
  await lists(call, bearers);
  await clients(call, bearers);
  await apiTokens(call, bearers);
  await maintenance(call, bearers);
  await delegatedLogin(call, bearers, control);
  await refusals(call, bearers);
  await revocation(call, bearers);
}

async function tokens(call) {
  const issued = async (form, more = {}) => (await call('issueToken', 200, { form, ...more })).json;
  const client = { grant_type: 'client_credentials' };
  const password = { grant_type: 'password', username: 'reporter', password: 'reporter_pass' };
  const admin = await issued({ ...client, client_id: 'admin', client_secret: 'admin_pass' });
  const own = await issued(client, { basic });
  const first = await issued({ ...password, ...studio });
  const user = await issued({ grant_type: 'refresh_token', refresh_token: first.refresh_token }, { basic });
  await call('issueToken', 400, { basic, form: { ...password, password: 'wrong' } });
  await call('issueToken', 400, { basic, form: { grant_type: 'refresh_token', refresh_token: first.refresh_token } });
  await call('issueToken', 400, { basic, form: { grant_type: 'authorization_code' }, isWrong: true });
  await call('issueToken', 401, { form: { ...client, ...studio, client_secret: 'wrong' } });
  return { admin: admin.access_token, client: own.access_token, user: user.access_token, refresh: user.refresh_token };
}

async function lists(call, { admin, client, user }) {
  for (const bearer of [admin, client, user])
    for (const operation of ['readTokenInfo', 'listTokenTypes', 'listClientTypes', 'listClients'])
      await call(operation, 200, { bearer });
  for (const operation of ['listAccessTokens', 'listRefreshTokens']) {
    await call(operation, 200, { bearer: admin });
    await call(operation, 200, { bearer: admin, query: { type: 'USER', clientId: studio.client_id, userId: 'u-1042' } });
  }
  await call('listClients', 200, { bearer: admin, query: { type: 'STUDIO' } });
}

async function clients(call, { admin: bearer, client }) {
  const wish = { name: 'Contract', type: 'STUDIO', url: 'https://contract.example.test', accessTokenValiditySeconds: 600 };
  const path = { clientId: (await call('createClient', 201, { bearer, json: wish })).json.id };
  await call('createClient', 409, { bearer, json: wish });
  await call('createClient', 400, { bearer, json: { ...wish, name: 'Other', url: null } });
  await call('createClient', 400, { bearer, json: { type: 'STUDIO' }, isWrong: true });
  await call('readClient', 200, { bearer, path });
  await call('readClient', 404, { bearer: client, path }); // not visible
  await call('changeClient', 200, { bearer, path, json: { ...wish, description: 'Changed', enabled: false } });
  await call('changeClient', 200, { bearer, path, json: { secret: 'chosen', accessTokenValiditySeconds: null } });
  await call('changeClient', 409, { bearer, path, json: { name: 'Studio EU' } });
  await call('changeClient', 400, { bearer, path, json: { type: 'OTHER' } });
  await call('changeClient', 400, { bearer, path, json: { accessTokenValiditySeconds: 1 }, isWrong: true });
  await call('removeClient', 204, { bearer, path });
}

async function apiTokens(call, { admin: bearer }) {
  const wish = { name: 'contract', userId: 'u-1042', expiresAt: '2099-01-01T00:00:00.000Z' };
  const made = (await call('createApiToken', 201, { bearer, json: wish })).json;
  const path = { apiTokenId: made.id };
  await call('readTokenInfo', 200, { bearer: made.token });
  await call('createApiToken', 409, { bearer, json: wish });
  await call('createApiToken', 404, { bearer, json: { name: 'other', userId: 'nobody' } });
  await call('createApiToken', 400, { bearer, json: { name: 'other' }, isWrong: true });
  await call('listApiTokens', 200, { bearer });
  await call('listApiTokens', 200, { bearer, query: { userId: 'u-1042', enabled: 'true' } });
  await call('listApiTokens', 400, { bearer, query: { enabled: 'perhaps' }, isWrong: true });
  await call('readApiToken', 200, { bearer, path });
  await call('changeApiToken', 200, { bearer, path, json: { expiresAt: null, description: 'Never ends' } });
  await call('readTokenInfo', 200, { bearer: made.token });
  await call('changeApiToken', 409, { bearer, path, json: { name: 'dashboard' } });
  await call('changeApiToken', 400, { bearer, path, json: { userId: 'u-1043' } });
  await call('changeApiToken', 400, { bearer, path, json: { enabled: 'no' }, isWrong: true });
  await call('removeApiToken', 204, { bearer, path });
}

async function maintenance(call, { admin: bearer }) {
  const path = { clientId: studio.client_id };
  const all = (await call('listClients', 200, { bearer, query: { type: 'OTHER' } })).json;
  for (const task of ['Daily', 'Hourly']) {
    await call(`read${task}Maintenance`, 200, { bearer, path });
    await call(`begin${task}Maintenance`, 202, { bearer, path });
    await call(`begin${task}Maintenance`, 409, { bearer, path });
    await call(`read${task}Maintenance`, 200, { bearer, path }); // running
    for (const operation of [`begin${task}Maintenance`, `read${task}Maintenance`])
      await call(operation, 400, { bearer, path: { clientId: all[0].id } }); // no Studio
  }
}

async function delegatedLogin(call, { client: bearer, user }, control) {
  await call('readMetadata', 200);
  const begin = async () => (await call('startLogin', 200, { bearer })).json.loginId;
  const answers = async (id) => {
    const page = await call('showIdentityProvider', 200, { query: { RelayState: id } });
    return [...page.text.matchAll(/name="SAMLResponse" value="([^"]*)"/g)].map(([, value]) => value);
  };
  const loginId = await begin();
  await call('pollLogin', 202, { bearer, query: { loginId } });
  const [first] = await answers(loginId);
  await call('finishLogin', 200, { form: { SAMLResponse: first, RelayState: loginId } });
  await call('finishLogin', 400, { form: { SAMLResponse: first, RelayState: loginId } });
  await call('finishLogin', 400, { form: { RelayState: loginId }, isWrong: true });
  await call('pollLogin', 200, { bearer, query: { loginId } });
  await call('pollLogin', 410, { bearer, query: { loginId } });

  const refused = await begin();
  await call('finishLogin', 200, { form: { SAMLResponse: (await answers(refused)).at(-1), RelayState: refused } });
  await call('pollLogin', 403, { bearer, query: { loginId: refused } });
  await call('pollLogin', 404, { bearer, query: { loginId: 'unknown' } });
  await call('pollLogin', 400, { bearer, isWrong: true });
  await call('startLogin', 403, { bearer: user });
  await call('showIdentityProvider', 400, { query: { RelayState: 'unknown' } });

  await control('teneo/delegated', { configured: false });
  await call('readMetadata', 404);
  await call('startLogin', 404, { bearer });
  await call('showIdentityProvider', 404, { query: { RelayState: loginId } });
  await control('teneo/delegated', { configured: true });
}

// What every operation that takes a bearer has to say to none, to one nobody knows, to one without rights, and of
// something that is not there.
async function refusals(call, { admin, user }) {
  const client = { json: { name: 'x', type: 'OTHER' } };
  const apiToken = { json: { name: 'x', userId: 'u-1042' } };
  const maintained = ['beginDaily', 'readDaily', 'beginHourly', 'readHourly'].map((task) => [`${task}Maintenance`, {}]);
  const one = [
    ...[['readClient', {}], ['changeClient', client], ['removeClient', {}]],
    ...[['readApiToken', {}], ['changeApiToken', { json: { name: 'x' } }], ['removeApiToken', {}]],
    ...maintained,
  ];
  const administrators = [
    ...[['listAccessTokens', {}], ['listRefreshTokens', {}], ['createClient', client]],
    ...[['listApiTokens', {}], ['createApiToken', apiToken]],
    ...one.slice(1),
  ];
  const anybodys = [['readTokenInfo', {}], ['listTokenTypes', {}], ['listClients', {}], ['listClientTypes', {}]];
  const clients = [['startLogin', {}], ['pollLogin', { query: { loginId: 'unknown' } }]];
  for (const [operation, more] of [...administrators, ...anybodys, ...clients, one[0]]) {
    await call(operation, 401, { bearer: 'unknown', path: nowhere, ...more });
    await call(operation, 401, { path: nowhere, ...more, isWrong: true });
  }
  for (const [operation, more] of administrators) await call(operation, 403, { bearer: user, path: nowhere, ...more });
  for (const [operation, more] of one) await call(operation, 404, { bearer: admin, path: nowhere, ...more });
}

async function revocation(call, { admin, client, user, refresh }) {
  const others = (await call('listAccessTokens', 200, { bearer: admin })).json;
  const foreign = others.find(({ clientId }) => clientId && clientId !== studio.client_id);
  await call('revokeTokens', 403, { bearer: client, form: { token: foreign.id } });
  await call('revokeTokens', 200, { bearer: admin, form: { token: foreign.id } });
  await call('revokeTokens', 200, { form: { ...studio, token: refresh, token_type_hint: 'refresh_token' } });
  await call('readTokenInfo', 401, { bearer: user });
  await call('revokeTokens', 200, { basic, form: { token: 'unknown' } });
  await call('revokeTokens', 400, { bearer: admin, form: { token_type_hint: 'access_token' } });
  await call('revokeTokens', 401, { bearer: 'unknown', form: { token: 'unknown' } });
  await call('revokeTokens', 401, { form: { ...studio, client_secret: 'wrong', token: 'unknown' } });
  await call('revokeTokens', 200, { bearer: client }); // itself
  await call('readTokenInfo', 401, { bearer: client });
}
