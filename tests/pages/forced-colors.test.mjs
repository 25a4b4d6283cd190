// Forced colors, as in high-contrast modes: what is chosen looks different, and the picture keeps its colors. Only Chromium can
// emulate them.

import assert from 'node:assert/strict';
import { inBrowsers } from './helpers.mjs';

inBrowsers('forced colors', (test) => {
  test('leave what is chosen and the parts of the picture distinguishable', async ({ visit }) => {
    const page = await visit('redis/business/?with=premium&at=2026-11-25T04:00Z&restore=2026-11-26T12:00Z');
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const border = (selector) => page.$eval(selector, (element) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(element);
      return `${borderTopWidth} ${borderTopColor}`;
    });
    for (const group of ['.plan-comparison', '.setting-toggle', '.matrix td']) {
      assert.notEqual(await border(`${group} a[aria-current]`), await border(`${group} a:not([aria-current])`), group);
    }
    const colors = await page.$$eval('[data-part^="legend"]', (entries) => entries.map((entry) => {
      const { backgroundColor, borderTopStyle, borderTopColor, borderRadius } = getComputedStyle(entry, '::before');
      return [backgroundColor, borderTopStyle, borderTopColor, borderRadius].join();
    }));
    assert.ok(colors.length >= 6);
    assert.equal(new Set(colors).size, colors.length, colors.join('\n'));
    const icon = await page.$eval('.matrix td a[aria-current] .kind-icon', (element) => getComputedStyle(element).color);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.notEqual(icon, background);
  });
}, { kinds: ['chromium'] });
