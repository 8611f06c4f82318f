// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenID Provider nobody here wrote (npm oidc-provider) on a free port of loopback, for the console to administer.
// Prints one line of JSON once it listens, and ends when its standard input does. The person is alice / alice_pass.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';

const people = { alice: { password: 'alice_pass', claims: { name: 'Alice Anders', email: 'alice@example.test' } } };
const initialAccessToken = 'register-with-this';

const server = createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) return serve(request, response);
  interact(request, response).catch((error) => response.writeHead(400).end(error.message));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(url, {
  clients: [
    {
      client_id: 'native',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    {
      client_id: 'service',
      client_secret: 'service_secret',
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    },
  ],
  claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
  cookies: { keys: ['only for this run'] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    registration: { enabled: true, initialAccessToken },
    registrationManagement: { enabled: true },
    revocation: { enabled: true },
  },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id].claims }) }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
});
provider.on('server_error', (_, error) => console.error(error));
const serve = provider.callback();

function show(response, title, content) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>
<form method="post">${content}</form></body></html>`);
}

function showPrompt(response, prompt, problem = '') {
  if (prompt.name === 'consent') return show(response, 'Consent', '<button type="submit">Allow</button>');
  show(response, 'Sign in', `<p role="alert">${problem}</p>
<label>User name <input name="username"></label>
<label>Password <input name="password" type="password"></label>
<button type="submit">Sign In</button>`);
}

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return showPrompt(response, prompt);
  const form = new URLSearchParams(await text(request));
  if (prompt.name === 'login') {
    const name = form.get('username');
    if (people[name]?.password !== form.get('password')) return showPrompt(response, prompt, 'That is not right.');
    return provider.interactionFinished(request, response, { login: { accountId: name } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

console.log(JSON.stringify({ url, initialAccessToken }));
process.stdin.on('end', () => process.exit()).resume();
