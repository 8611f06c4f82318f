// SPDX-License-Identifier: GPL-3.0-or-later
// tst_contract.mjs [<persona>...]: every persona, or these, keeps to its own description, in every operation and with every answer that is described.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { Contract } from './contract.mjs';
import { serve } from './persona.mjs';

const personas = ['oidc', 'autentico', 'teneo', 'mediationzone', 'wyn'];
const { url, control } = await serve(personas);

for (const persona of process.argv.length > 2 ? process.argv.slice(2) : personas) {
  const { requests, unreachable } = await import(`./contract-${persona}.mjs`);
  const contract = await Contract.of(`${url}/${persona}`);
  after(() => contract.stop());

  test(`${persona}: what is asked and answered is as described`, async () => {
    await requests(contract, control).catch((error) => contract.problems.push(error.stack));
    console.log(`# ${persona}: ${contract.summary}`);
    assert.deepEqual(contract.problems, []);
  });

  test(`${persona}: all that is described happens`, () => {
    assert.deepEqual(contract.missing(unreachable), []);
  });
}
