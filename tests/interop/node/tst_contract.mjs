// SPDX-License-Identifier: GPL-3.0-or-later
// tst_contract.mjs <persona>: the persona keeps to its own description, in every operation and with every answer that is
// described.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { Contract } from './contract.mjs';
import { serve } from './persona.mjs';

const persona = process.argv[2];
const { requests, unreachable } = await import(`./contract-${persona}.mjs`);
const { url, control } = await serve(persona);
const contract = await Contract.of(url);
after(() => contract.proxy.stop());

test(`${persona}: what is asked and answered is as described`, async () => {
  await requests(contract, control);
  console.log(`# ${contract.summary}`);
  assert.deepEqual(contract.problems, []);
});

test(`${persona}: all that is described happens`, () => {
  assert.deepEqual(contract.missing(unreachable), []);
});
