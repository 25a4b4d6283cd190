// The copy button of a command. If the clipboard is not available, it selects the command and says so.

import assert from 'node:assert/strict';
import { clickCell, inBrowsers } from './helpers.mjs';

const PATH = 'postgresql/business/';
const COMMAND = '#command-pg_dump';
const button = (page) => page.evaluate((id) => {
  const element = document.querySelector(id).closest('.command').querySelector('button');
  return { text: element.innerText, name: element.getAttribute('aria-label'), focused: document.activeElement === element };
}, COMMAND);
const command = (page) => page.$eval(COMMAND, (code) => code.textContent);
const selected = (page) => page.evaluate(() => getSelection().toString());
const press = (page) => page.click(`.command:has(${COMMAND}) button`);
const waitForLabel = (page, label) => page.waitForFunction((id, text) =>
  document.querySelector(id).closest('.command').querySelector('button').innerText.startsWith(text), {}, COMMAND, label)
  .catch(async () => assert.fail(`the button does not say "${label}…" but "${(await button(page)).text}"`));

/** Reads the clipboard in the page; `grant` gives the permission. */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Clipboard mocks, set up before the page loads. */
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
  execCommandOnly: (page) => page.evaluateOnNewDocument(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  }),
};

/** Grants clipboard access (Chromium by permission, Firefox by preference) and fills the clipboard with another text. */
async function grant(page, browser, site, kind) {
  if (kind === 'chromium') {
    await browser.defaultBrowserContext().overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  }
  await page.evaluate(() => navigator.clipboard.writeText('previous content'));
}

inBrowsers('the copy button', (test) => {
  test('copies the command and confirms it', async ({ visit, browser, site, kind }) => {
    const page = await visit(PATH);
    await grant(page, browser, site, kind);
    assert.deepEqual(await button(page), { text: 'Copy', name: 'Copy: pg_dump command', focused: false });
    await press(page);
    await waitForLabel(page, 'Copied');
    assert.equal((await button(page)).name, 'Copied: pg_dump command');
    assert.match(await command(page), /^pg_dump .*"\$SERVICE_URI"$/);
    assert.equal(await clipboard(page), await command(page));
  });

  test('works with the keyboard and keeps the focus', async ({ visit, browser, site, kind }) => {
    const page = await visit(PATH);
    await grant(page, browser, site, kind);
    await page.focus(`.command:has(${COMMAND}) button`);
    await page.keyboard.press('Enter');
    await waitForLabel(page, 'Copied');
    assert.equal(await clipboard(page), await command(page));
    assert.ok((await button(page)).focused);
  });

  test('resets its label on the next page', async ({ visit, browser, site, kind }) => {
    const page = await visit(PATH);
    await grant(page, browser, site, kind);
    await press(page);
    await waitForLabel(page, 'Copied');
    await clickCell(page, 'postgresql/premium/');
    assert.equal((await button(page)).text, 'Copy');
  });

  test('announces the copy to screen readers', async ({ visit, browser, site, kind }) => {
    const page = await visit(PATH);
    await grant(page, browser, site, kind);
    await page.focus(`.command:has(${COMMAND}) button`);
    await page.keyboard.press('Enter');
    await waitForLabel(page, 'Copied');
    const announced = await page.evaluate((id) => {
      const button = document.querySelector(id).closest('.command').querySelector('button');
      const regions = [...document.querySelectorAll('[role=status], [aria-live]')];
      return regions.some((region) => /copied/i.test(region.textContent)) || (document.activeElement === button && /copied/i.test(button.ariaLabel));
    }, COMMAND);
    assert.ok(announced, 'by a live region or by the new name of the focused button');
  });

  test('falls back to execCommand if the Clipboard API is refused', async ({ visit, browser, site, kind }) => {
    const firstPage = await visit(PATH);
    await grant(firstPage, browser, site, kind);
    const page = await visit(PATH, { setUp: withClipboard.execCommandOnly });
    await press(page);
    await waitForLabel(page, 'Copied');
    assert.equal(await clipboard(page), await command(page));
  });

  for (const how of ['refused', 'absent', 'throwing']) {
    test(`selects the command and says so if the clipboard is ${how}`, async ({ visit }) => {
      const page = await visit(PATH, { setUp: withClipboard[how] });
      await press(page);
      await waitForLabel(page, 'Selected');
      assert.match((await button(page)).text, /Ctrl\+C|⌘/);
      assert.equal(await selected(page), await command(page));
    });
  }

  test('stays inside a narrow viewport with every label', async ({ visit }) => {
    const page = await visit(PATH, { width: 320, setUp: withClipboard.refused });
    const isInside = () => page.evaluate(() => [...document.querySelectorAll('.command button')].every((button) => {
      const { left, right } = button.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && document.documentElement.scrollWidth <= innerWidth;
    }));
    assert.ok(await isInside());
    await press(page);
    await waitForLabel(page, 'Selected');
    assert.ok(await isInside());
  });

  test('each command has its own button', async ({ visit }) => {
    const page = await visit('mysql/business/');
    const counts = await page.evaluate(() => ['.command', '.command button', '.command code[id]'].map((selector) => document.querySelectorAll(selector).length));
    assert.ok(counts[0] > 0);
    assert.deepEqual(new Set(counts).size, 1);
  });
}, { extraPrefsFirefox: { 'dom.events.testing.asyncClipboard': true } });
