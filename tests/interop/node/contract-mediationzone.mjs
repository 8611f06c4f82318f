// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the persona mediationzone, at both places where versions of the product have it, asked rightly and
// wrongly.

const administrator = { basic: 'mzadmin:mzadmin_pass' };

export const unreachable = [];

export async function requests(contract) {
  await contract.call('readDescription', 200);
  for (const suffix of ['', 'Legacy']) await managed((operation, ...more) => contract.call(operation + suffix, ...more));
}

async function managed(call) {
  await scopes((operation, status, more) => call(operation, status, { ...administrator, ...more }));
  await clients((operation, status, more) => call(operation, status, { ...administrator, ...more }));
  await tokens(call);
  const path = { client_name: 'Billing Feed' };
  for (const operation of ['listScopes', 'listClients', 'readClient', 'rotateCredentials', 'removeClient'])
    await call(operation, 401, { basic: 'mzadmin:wrong', path });
  for (const operation of ['addScopes', 'removeScopes', 'putClient'])
    await call(operation, 401, { path, json: { scope: 'read_cdr' } }); // nobody
  await call('createClient', 401, { json: { client_name: 'x', scope: '' } });
}

async function scopes(call) {
  await call('listScopes', 200);
  await call('addScopes', 200, { json: { scope: 'new_one new_two' } });
  await call('removeScopes', 200, { json: { scope: 'new_two unknown' } });
  for (const operation of ['addScopes', 'removeScopes']) {
    await call(operation, 400, { json: { scope: 'a"quote' } });
    await call(operation, 400, { json: { scopes: 'x' }, isWrong: true });
  }
}

async function clients(call) {
  const path = { client_name: 'Contract / 100 %' };
  const registration = { client_name: path.client_name, scope: 'read_cdr' };
  await call('listClients', 200);
  await call('createClient', 200, { json: registration });
  await call('createClient', 409, { json: registration });
  await call('createClient', 400, { json: { client_name: 'Other', scope: 'not_provisioned' } });
  await call('createClient', 400, { json: { client_name: '', scope: '' }, isWrong: true });
  await call('readClient', 200, { path });
  await call('putClient', 200, { path, json: { scope: '' } });
  await call('putClient', 200, { path: { client_name: 'Made by PUT' }, json: { scope: 'read_cdr' } });
  await call('putClient', 400, { path, json: { scope: 'not_provisioned' } });
  await call('rotateCredentials', 200, { path });
  await call('rotateCredentials', 400, { path, json: { client_id: 'mine' }, isWrong: true });
  for (const name of [path.client_name, 'Made by PUT']) await call('removeClient', 200, { path: { client_name: name } });
  for (const operation of ['readClient', 'rotateCredentials', 'removeClient']) await call(operation, 404, { path });
}

async function tokens(call) {
  const feed = (await call('readClient', 200, { ...administrator, path: { client_name: 'Billing Feed' } })).json;
  const basic = `${feed.client_id}:${feed.client_secret}`;
  const inBody = { client_id: feed.client_id, client_secret: feed.client_secret };
  const form = { grant_type: 'client_credentials' };
  await call('issueToken', 200, { basic, form });
  await call('issueToken', 200, { form: { ...form, ...inBody, scope: 'read_cdr' } });
  await call('issueToken', 400, { basic, form: { ...form, scope: 'read_audit' } });
  await call('issueToken', 400, { basic, form: { grant_type: 'password' } });
  await call('issueToken', 400, { basic, form: { scope: 'read_cdr' }, isWrong: true });
  await call('issueToken', 401, { basic: `${feed.client_id}:wrong`, form });
}
