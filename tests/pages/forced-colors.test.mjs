// Forced colors, as in high-contrast modes: what is chosen looks different, and the picture keeps its colors. Only Chromium can
// emulate them.

import assert from 'node:assert/strict';
import { inBrowsers } from './helpers.mjs';

inBrowsers('forced colors', (test) => {
  test('leave what is chosen and the parts of the picture distinguishable', async ({ visit }) => {
    const page = await visit('redis/business/?at=2026-11-25T04:00Z&restore=2026-11-26T12:00Z');
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const border = (selector) => page.$eval(selector, (element) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(element);
      return `${borderTopWidth} ${borderTopColor}`;
    });
    for (const group of ['.plan-switch', '.setting-toggle', '.matrix td']) {
      assert.notEqual(await border(`${group} a[aria-current]`), await border(`${group} a:not([aria-current])`), group);
    }
    const parts = ['window-best', 'window-backups', 'backup', 'restore-point', 'incident-line'];
    const colors = await page.evaluate((parts) => parts.map((part) => {
      const { fill, stroke } = getComputedStyle(document.querySelector(`.ladder [data-part=${part}]`));
      return `${fill} ${stroke}`;
    }), parts);
    assert.equal(new Set(colors).size, parts.length, colors.join('\n'));
    const ground = await page.$eval('.ladder', (ladder) => getComputedStyle(ladder).backgroundColor);
    assert.ok(colors.every((color) => !color.includes(ground) || color.includes(' rgb')), colors.join('\n'));
    const icon = await page.$eval('.plan-switch a[aria-current] .kind-icon', (element) => getComputedStyle(element).color);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.notEqual(icon, background);
  });
}, { kinds: ['chromium'] });
