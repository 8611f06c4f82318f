// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the persona wyn, asked rightly and wrongly.

const integration = 'integration:integration_secret';
const admin = { grant_type: 'password', username: 'admin', password: 'admin_pass' };
const viewer = { grant_type: 'password', username: 'viewer', password: 'viewer_pass' };
const inBody = { client_id: 'integration', client_secret: 'integration_secret' };

export const unreachable = [];

export async function requests(contract) {
  const call = contract.call.bind(contract);
  await call('readDescription', 200);

  const { access_token: token } = (await call('issueToken', 200, { basic: integration, form: admin })).json;
  await call('issueToken', 200, { form: { ...admin, ...inBody, scope: 'openid', 'access-token-lifetime': '60' } });
  await call('issueToken', 200, { basic: integration, form: { ...admin, tenant_path: '/' } });
  for (const form of [
    { ...admin, password: 'wrong' },
    { ...admin, scope: 'no_such_scope' },
    { ...admin, tenant_path: '/no/such' },
  ])
    await call('issueToken', 400, { basic: integration, form });
  await call('issueToken', 400, { basic: 'integration:wrong', form: admin });
  await call('issueToken', 400, { basic: integration, form: { username: 'admin' }, isWrong: true });

  const old = { json: { creationBefore: '2001-01-01T00:00:00Z' } };
  await call('revokeOlderTokens', 200, { ...old, headers: { 'reference-token': token } });
  await call('revokeOlderTokens', 200, { ...old, bearer: token });
  await call('revokeOlderTokens', 200, { ...old, query: { token } });
  await call('revokeOlderTokens', 400, { json: { creationBefore: null }, headers: { 'reference-token': token }, isWrong: true });
  await call('revokeOlderTokens', 400, { json: { creationBefore: 'yesterday' }, headers: { 'reference-token': token } });
  await call('revokeOlderTokens', 401, { ...old, headers: { 'reference-token': 'unknown' } });
  await call('revokeOlderTokens', 401, { ...old, isWrong: true });
  const others = (await call('issueToken', 200, { basic: integration, form: viewer })).json.access_token;
  await call('revokeOlderTokens', 403, { ...old, headers: { 'reference-token': others } });

  await call('revokeToken', 200, { basic: integration, form: { token: others, token_type_hint: 'access_token' } });
  await call('revokeToken', 200, { form: { ...inBody, token: 'unknown' } });
  await call('revokeToken', 400, { basic: 'integration:wrong', form: { token } });
  await call('revokeToken', 400, { basic: integration, form: { token_type_hint: 'access_token' }, isWrong: true });
  await call('revokeToken', 415, { basic: integration, json: { token }, isWrong: true });
}
