// SPDX-License-Identifier: GPL-3.0-or-later
// npm's Spectral, with all it knows about OpenAPI, finds nothing to say of the descriptions that the personas serve.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test, { after } from 'node:test';
import { serve } from './persona.mjs';

const personas = ['oidc', 'autentico', 'teneo', 'mediationzone', 'wyn'];
const { url } = await serve(personas);
const folder = mkdtempSync(`${tmpdir()}/openapi-`);
after(() => rmSync(folder, { recursive: true }));

test('no error, no warning, no hint', async () => {
  for (const persona of personas) {
    const description = await (await fetch(`${url}/${persona}/openapi.json`)).json();
    assert.match(description.openapi, /^3\.1\./);
    assert.equal(description.servers[0].url, `${url}/${persona}`);
    writeFileSync(`${folder}/${persona}.json`, JSON.stringify(description, null, 2));
  }
  const spectral = `${process.env.LATCHKEY_NODE_FOLDER}/node_modules/@stoplight/spectral-cli/dist/index.js`;
  const ruleset = new URL('spectral.yaml', import.meta.url).pathname;
  const said = spawnSync('node', [spectral, 'lint', '--ruleset', ruleset, '--fail-severity', 'hint', `${folder}/*.json`], {
    encoding: 'utf8',
  });
  assert.equal(said.status, 0, said.stdout + said.stderr);
  assert.match(said.stdout, /No results/);
});
