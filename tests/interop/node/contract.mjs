// SPDX-License-Identifier: GPL-3.0-or-later
// What the local server says that it serves, and what it serves: requests go through npm's Prism, a proxy that holds them
// and their answers against the OpenAPI description which the persona itself serves.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { createLogger } from '@stoplight/prism-core';

// Prism's own follows redirects, which are answers here. What has to do with one connection alone stays behind.
async function forwarded({ method, url, headers, body }, upstream) {
  const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding'];
  const others = (entries) => [...entries].filter(([name]) => !ownHeaders.includes(name));
  const answer = await fetch(`${upstream.replace(/\/$/, '')}${url.path}?${new URLSearchParams(url.query)}`.replace(/\?$/, ''), {
    method: method.toUpperCase(),
    headers: others(Object.entries(headers)),
    body: typeof body === 'object' ? body && JSON.stringify(body) : body,
    redirect: 'manual',
  });
  const text = await answer.text();
  const cookies = setCookies(answer);
  return {
    statusCode: answer.status,
    headers: { ...Object.fromEntries(others(answer.headers)), ...(cookies.length > 0 && { 'set-cookie': cookies }) },
    body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
  };
}
const forward = ({ data }, upstream) => () => () =>
  forwarded(data, upstream).then((right) => ({ _tag: 'Right', right }), (left) => ({ _tag: 'Left', left }));

// As its command line does it, but without a process of its own, of which the start takes longer than all requests.
async function startProxy(upstream, operations) {
  const mock = { dynamic: false };
  const checks = { validateRequest: true, validateResponse: true, checkSecurity: true, errors: false };
  const proxy = createServer(operations, {
    cors: false,
    config: { isProxy: true, upstream: new URL(upstream), mock, ...checks },
    components: { logger: createLogger('proxy', { level: 'silent' }), forward },
  });
  return { address: await proxy.listen(0, '127.0.0.1'), stop: () => proxy.close() };
}

export class Contract {
  problems = [];
  requests = 0;
  #seen = new Set();
  #operations = new Map();
  #proxies = [];

  static async of(url) {
    const contract = new Contract();
    const description = await (await fetch(`${url}/openapi.json`)).json();
    for (const [path, item] of Object.entries(description.paths))
      for (const [method, operation] of Object.entries(item))
        if (operation.operationId) contract.#operations.set(operation.operationId, { method, path, ...operation });
    contract.checked = await getHttpOperationsFromSpec(description);
    await contract.turnTo(url);
    return contract;
  }

  // From now on it is this server of which the same description has to be true.
  async turnTo(url) {
    this.#proxies.unshift(await startProxy(url, this.checked));
  }

  stop() {
    return Promise.all(this.#proxies.map((proxy) => proxy.stop()));
  }

  // Sends one request of an operation and expects a status; answers the whole answer, with its body as `text` and, when
  // it is JSON, `json`. `isWrong`: the description has to object to the request, which is sent all the same.
  async call(operationId, status, { path = {}, query, form, json, bearer, basic, headers = {}, isWrong = false } = {}) {
    const operation = this.#operations.get(operationId);
    const address = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
    const authorization = bearer ? `Bearer ${bearer}` : basic && `Basic ${btoa(basic)}`;
    const answer = await fetch(this.#proxies[0].address + address + (query ? `?${new URLSearchParams(query)}` : ''), {
      method: operation.method.toUpperCase(),
      headers: { ...(authorization && { authorization }), ...(json && { 'content-type': 'application/json' }), ...headers },
      body: form ? new URLSearchParams(form) : json && JSON.stringify(json),
      redirect: 'manual',
    });
    this.requests += 1;
    this.#seen.add(`${operationId} ${answer.status}`);
    answer.text = await answer.text();
    if (answer.headers.get('content-type')?.includes('json')) answer.json = JSON.parse(answer.text);
    this.#judge(`${operationId}, request ${this.requests}`, status, answer, isWrong);
    return answer;
  }

  #judge(name, status, answer, isWrong) {
    const complain = (what) => this.problems.push(`${name}: ${what}`);
    if (answer.status !== status) complain(`status ${answer.status} instead of ${status}: ${answer.text.slice(0, 300)}`);
    if (answer.json?.type?.includes('prism')) complain(answer.text);
    const violations = JSON.parse(answer.headers.get('sl-violations') ?? '[]');
    const ofRequest = violations.filter(({ location }) => location[0] === 'request');
    const others = violations.filter((violation) => !isWrong || !ofRequest.includes(violation));
    for (const { location, message } of others) complain(`${location.join('.')}: ${message}`);
    if (isWrong && ofRequest.length === 0) complain('the description does not object to this request');
  }

  // What is described and was not answered by any request, except for what is said to be out of reach.
  missing(unreachable = []) {
    const described = [...this.#operations.values()].flatMap(({ operationId, responses }) =>
      Object.keys(responses).filter((status) => status !== 'default').map((status) => `${operationId} ${status}`),
    );
    return described.filter((one) => !this.#seen.has(one) && !unreachable.includes(one));
  }

  get summary() {
    return `${this.requests} requests, ${this.#operations.size} operations, ${this.#seen.size} kinds of answers`;
  }
}

// Several come as one, and none of ours has a comma in it.
const setCookies = (answer) => (answer.headers.get('set-cookie') ?? '').split(', ').filter(Boolean);
// What a browser would send back.
export const cookiesOf = (answer) => setCookies(answer).map((one) => one.split(';')[0]).join('; ');
export const hiddenIn = (page, name) => page.text.match(`<input type="hidden" name="${name}" value="([^"]*)">`)[1];
