// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

// A child process that does not outlive this one, however that ends.
export function child(program, args) {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

// The first thing that `understand` makes of a line of this stream. What comes later is not read by anybody.
export async function fact(stream, understand) {
  for await (const line of createInterface(stream)) {
    const understood = understand(line);
    if (!understood) continue;
    setImmediate(() => stream.resume()); // or the program would wait for somebody who does
    return understood;
  }
  throw new Error('The program ended without saying that it is ready.');
}

// Serves a persona with demo data on a free port, or several under their names, until the tests of this file are over;
// then it has to have ended well, which under a sanitizer means more than one thing. `more`: further arguments. Answers
// its base URL, and a way to tell it what only tests may.
export async function serve(personas, ...more) {
  const server = child(process.env.LATCHKEY_PROGRAM, [
    ...[personas].flat().flatMap((persona) => ['--persona', persona]),
    ...['--serve', '--demo', '--port', '0', '--data', ':memory:', ...more],
  ]);
  const ended = new Promise((resolve) => server.on('exit', (code, signal) => resolve(code ?? signal)));
  after(async () => {
    server.kill('SIGTERM');
    const end = await ended;
    if (end !== 0) throw new Error(`The local server ended with ${end}.`);
  });
  const ready = await fact(server.stdout, (line) => line.startsWith('{') && JSON.parse(line));
  const url = ready.url.replace(/\/$/, '');
  const headers = { authorization: `Bearer ${ready.control}`, 'content-type': 'application/json' };
  const control = (path, body) =>
    fetch(`${url}/_control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { url, control };
}
