// Stack usage of the Wasm app: far below the limit.

import assert from 'node:assert/strict';
import { CELLS, inBrowsers } from './helpers.mjs';

/** Default stack size of rustc for wasm32-unknown-unknown, in bytes. The stack is at the start of the memory. */
const STACK = 1_048_576;

/** Stores the exports of the Wasm module, which include its memory. */
const captureExports = (page) => page.evaluateOnNewDocument(() => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      window.exported = (result.instance ?? result).exports;
      return result;
    };
  }
});

/** Returns how many bytes of the stack were ever written. It grows downwards, to the first byte of the memory. */
const usedStack = (page) => page.evaluate((stack) => {
  const memory = Object.values(window.exported).find((item) => item instanceof WebAssembly.Memory);
  return stack - new Uint8Array(memory.buffer, 0, stack).findIndex((byte) => byte !== 0);
}, STACK);

const offered = CELLS.filter(({ offered }) => offered).map(({ service, plan }) => `${service}.${plan}`);
const incident = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
const SCENARIOS = {
  'an incident': `opensearch/premium/?${incident}&hour=02:30`,
  'a stack of all': `stack/?${incident}&services=${offered.join(',')}`,
  'requirements that no plan meets': '?back=999d&lose=1h&pitr=yes',
};

inBrowsers('the stack of the app', (test) => {
  for (const [name, path] of Object.entries(SCENARIOS)) {
    test(`${name}: less than half of it is used`, async ({ visit }) => {
      const page = await visit(path, { setUp: captureExports });
      await page.click('.share summary');
      for (const button of await page.$$('.share button')) await button.evaluate((item) => /Print|Present/.test(item.textContent) || item.click());
      await page.waitForSelector('.export-panel #export-preview, .export-panel img');
      const bytes = await usedStack(page);
      assert.ok(bytes > 256 && bytes < STACK / 2, `${bytes} bytes`);
    });
  }
});
