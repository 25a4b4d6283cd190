// The stack of the program is small, so that addresses in it are: what it uses of it is measured, and far from its end.

import assert from 'node:assert/strict';
import { CELLS, inBrowsers } from './support.mjs';

/** As the Makefile says. */
const STACK = 65_536;

/** Keeps what the program exports, its memory among it. */
const watching = (page) => page.evaluateOnNewDocument(() => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      window.exported = (made.instance ?? made).exports;
      return made;
    };
  }
});

/** How much of the stack was ever written to: it is filled from its end down to the first byte of the memory. */
const used = (page) => page.evaluate((stack) => {
  const memory = Object.values(window.exported).find((one) => one instanceof WebAssembly.Memory);
  return stack - new Uint8Array(memory.buffer, 0, stack).findIndex((byte) => byte !== 0);
}, STACK);

const offered = CELLS.filter(({ offered }) => offered).map(({ service, plan }) => `${service}.${plan}`);
const asked = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
const VIEWS = {
  'an incident': `opensearch/premium/?${asked}&hour=02:30&with=business`,
  'a stack of all': `stack/?${asked}&services=${offered.join(',')}`,
  'needs nothing meets': '?back=999d&lose=1h&pitr=yes',
};

inBrowsers('the memory of the program', (test) => {
  for (const [name, address] of Object.entries(VIEWS)) {
    test(`${name}: less than half of the stack is used`, async ({ visit }) => {
      const page = await visit(address, { setUp: watching });
      await page.click('.share > summary');
      for (const button of await page.$$('.share button')) await button.evaluate((one) => /Print/.test(one.textContent) || one.click());
      await page.waitForSelector('.share-panel #share-text, .share-panel img');
      const bytes = await used(page); console.log(bytes);
      assert.ok(bytes > 256 && bytes < STACK / 2, `${bytes} bytes`);
    });
  }
});
