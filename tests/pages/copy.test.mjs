// The button beside a command copies it; where the clipboard is refused, the command is left selected and the button says so.

import assert from 'node:assert/strict';
import { inBrowsers, pick } from './support.mjs';

const ADDRESS = 'postgresql/business/';
const BUTTON = '#command-pg_dump';
const button = (page) => page.evaluate((id) => {
  const found = document.querySelector(id).closest('.command').querySelector('button');
  return { text: found.innerText, name: found.getAttribute('aria-label'), focused: document.activeElement === found };
}, BUTTON);
const command = (page) => page.$eval(BUTTON, (code) => code.textContent);
const selected = (page) => page.evaluate(() => getSelection().toString());
const press = (page) => page.click(`.command:has(${BUTTON}) button`);
const untilSaid = (page, words) => page.waitForFunction((id, text) =>
  document.querySelector(id).closest('.command').querySelector('button').innerText.startsWith(text), {}, BUTTON, words)
  .catch(async () => assert.fail(`the button does not say "${words}…" but "${(await button(page)).text}"`));

/** Reads the clipboard in the page, for which both browsers were told to grant it. */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Before the page loads: the clipboard answers in this way. */
const withClipboard = {
  refused: (page) => page.evaluateOnNewDocument(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Document.prototype.execCommand = () => false;
  }),
  absent: (page) => page.evaluateOnNewDocument(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
    Document.prototype.execCommand = () => false;
  }),
  throwing: (page) => page.evaluateOnNewDocument(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
    Document.prototype.execCommand = () => {
      throw new DOMException('no', 'NotAllowedError');
    };
  }),
  old: (page) => page.evaluateOnNewDocument(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  }),
};

/** Puts something else there first, and lets pages read it: Firefox by a preference, Chromium by a permission. */
async function grant(page, browser, site, kind) {
  if (kind === 'chromium') {
    await browser.defaultBrowserContext().overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  }
  await page.evaluate(() => navigator.clipboard.writeText('what was there before'));
}

inBrowsers('the button to copy', (test) => {
  test('copies the command as it stands there, and says so', async ({ visit, browser, site, kind }) => {
    const page = await visit(ADDRESS);
    await grant(page, browser, site, kind);
    assert.deepEqual(await button(page), { text: 'Copy', name: 'Copy: pg_dump command', focused: false });
    await press(page);
    await untilSaid(page, 'Copied');
    assert.equal((await button(page)).name, 'Copied: pg_dump command');
    assert.match(await command(page), /^pg_dump .*"\$SERVICE_URI"$/);
    assert.equal(await clipboard(page), await command(page));
  });

  test('works with the keyboard, and keeps the focus', async ({ visit, browser, site, kind }) => {
    const page = await visit(ADDRESS);
    await grant(page, browser, site, kind);
    await page.focus(`.command:has(${BUTTON}) button`);
    await page.keyboard.press('Enter');
    await untilSaid(page, 'Copied');
    assert.equal(await clipboard(page), await command(page));
    assert.ok((await button(page)).focused);
  });

  test('forgets on the next page what it said', async ({ visit, browser, site, kind }) => {
    const page = await visit(ADDRESS);
    await grant(page, browser, site, kind);
    await press(page);
    await untilSaid(page, 'Copied');
    await pick(page, 'postgresql/premium/');
    assert.equal((await button(page)).text, 'Copy');
  });

  test('a screen reader is told that it was copied', async ({ visit, browser, site, kind }) => {
    const page = await visit(ADDRESS);
    await grant(page, browser, site, kind);
    await page.focus(`.command:has(${BUTTON}) button`);
    await page.keyboard.press('Enter');
    await untilSaid(page, 'Copied');
    const said = await page.evaluate((id) => {
      const found = document.querySelector(id).closest('.command').querySelector('button');
      const regions = [...document.querySelectorAll('[role=status], [aria-live]')];
      return regions.some((region) => /copied/i.test(region.textContent)) || (document.activeElement === found && /copied/i.test(found.ariaLabel));
    }, BUTTON);
    assert.ok(said, 'by a live region, or by the new name of the focused button');
  });

  test('copies the old way where the new one is refused', async ({ visit, browser, site, kind }) => {
    const other = await visit(ADDRESS);
    await grant(other, browser, site, kind);
    const page = await visit(ADDRESS, { setUp: withClipboard.old });
    await press(page);
    await untilSaid(page, 'Copied');
    assert.equal(await clipboard(page), await command(page));
  });

  for (const how of ['refused', 'absent', 'throwing']) {
    test(`leaves the command selected, and says so, where the clipboard is ${how}`, async ({ visit }) => {
      const page = await visit(ADDRESS, { setUp: withClipboard[how] });
      await press(page);
      await untilSaid(page, 'Selected');
      assert.match((await button(page)).text, /Ctrl\+C|⌘/);
      assert.equal(await selected(page), await command(page));
    });
  }

  test('stays in the window on a phone, whatever it says', async ({ visit }) => {
    const page = await visit(ADDRESS, { width: 320, setUp: withClipboard.refused });
    const inside = () => page.evaluate(() => [...document.querySelectorAll('.command button')].every((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && document.documentElement.scrollWidth <= innerWidth;
    }));
    assert.ok(await inside());
    await press(page);
    await untilSaid(page, 'Selected');
    assert.ok(await inside());
  });

  test('each command of a page has its own button', async ({ visit }) => {
    const page = await visit('mysql/business/');
    const counts = await page.evaluate(() => ['.command', '.command button', '.command code[id]'].map((each) => document.querySelectorAll(each).length));
    assert.ok(counts[0] > 0);
    assert.deepEqual(new Set(counts).size, 1);
  });
}, { extraPrefsFirefox: { 'dom.events.testing.asyncClipboard': true } });
