// SPDX-License-Identifier: GPL-3.0-or-later
// What the local server says that it serves, and what it serves: requests go through npm's Prism, a proxy that holds them
// and their answers against the OpenAPI description which the persona itself serves.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { child, fact } from './persona.mjs';

// Prism would fetch the description as well, but soon gives up on a machine that is busy.
async function startProxy(url, description) {
  const folder = await mkdtemp(`${tmpdir()}/contract-`);
  await writeFile(`${folder}/openapi.json`, JSON.stringify(description));
  const prism = `${process.env.LATCHKEY_NODE_FOLDER}/node_modules/@stoplight/prism-cli/dist/index.js`;
  const proxy = child('node', [prism, 'proxy', '--port', '0', `${folder}/openapi.json`, url]);
  const address = await fact(proxy.stdout, (line) => line.match(/listening on (http:\/\/[\d.:]+)/)?.[1]);
  await rm(folder, { recursive: true });
  return { address, stop: () => proxy.kill() };
}

export class Contract {
  problems = [];
  requests = 0;
  #seen = new Set();
  #operations = new Map();

  static async of(url) {
    const contract = new Contract();
    contract.url = url;
    const description = await (await fetch(`${url}/openapi.json`)).json();
    for (const [path, item] of Object.entries(description.paths))
      for (const [method, operation] of Object.entries(item))
        if (operation.operationId) contract.#operations.set(operation.operationId, { method, path, ...operation });
    contract.proxy = await startProxy(url, description);
    return contract;
  }

  // Sends one request of an operation and expects a status; answers the whole answer, with its body as `text` and, when
  // it is JSON, `json`. `isWrong`: the description has to object to the request, which is sent all the same.
  async call(operationId, status, { path = {}, query, form, json, bearer, basic, headers = {}, isWrong = false } = {}) {
    const operation = this.#operations.get(operationId);
    const address = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
    const authorization = bearer ? `Bearer ${bearer}` : basic && `Basic ${btoa(basic)}`;
    const answer = await fetch(this.proxy.address + address + (query ? `?${new URLSearchParams(query)}` : ''), {
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
