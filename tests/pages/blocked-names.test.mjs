// Content blockers hide elements by the names of their classes: what is needed has none of those names.

import assert from 'node:assert/strict';
import { inBrowsers, nextFrames } from './helpers.mjs';

/** Generic rules of lists like Fanboy's against social buttons, banners and advertisements. */
const HIDDEN = [
  'share-panel', 'share-row', 'share-bar', 'share-box', 'share-buttons', 'share-links', 'share-wrapper', 'social-share', 'sharing',
  'newsletter', 'cookie-notice', 'ad-banner', 'sponsor', 'promo', 'banner',
].map((name) => `.${name}, #${name}`).join(', ');

inBrowsers('with a content blocker', (test) => {
  test('the panel to export opens with all that it offers', async ({ visit }) => {
    for (const path of ['redis/business/', 'stack/?services=redis.startup', 'redis/']) {
      const page = await visit(path);
      assert.equal(await page.$(HIDDEN), null, 'no element has such a name');
      await page.evaluate((selector) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`${selector} { display: none !important }`);
        document.adoptedStyleSheets = [sheet];
      }, HIDDEN);
      await page.click('.share summary');
      await nextFrames(page);
      const shown = await page.$$eval('.share .export-button', (buttons) => buttons.filter((button) => button.checkVisibility()).map((button) => button.innerText.trim()));
      for (const name of ['Markdown', 'CSV', 'JSON', 'SVG', 'PNG', 'Print', 'Embed']) assert.ok(shown.includes(name), `${name} in ${shown} on /${path}`);
      await page.close();
    }
  });
});
