// SPDX-License-Identifier: GPL-3.0-or-later
// The browser of a person who uses the console: reads lines {"url", "typed"} from standard input, opens each, signs in
// with what is to be typed into the fields of these names, and prints what the last page was. Ends when its input does.
import { createInterface } from 'node:readline';
import { launch, newPage, signIn } from './chromium.mjs';

const browser = await launch();
for await (const line of createInterface(process.stdin)) {
  const { url, typed } = JSON.parse(line);
  const page = await newPage(browser);
  await page.goto(url);
  await signIn(page, typed);
  const text = await page.innerText('body');
  const lang = await page.locator('html').getAttribute('lang');
  console.log(JSON.stringify({ url: page.url(), title: await page.title(), lang, text, problems: page.problems }));
}
await browser.close();
