// The copy button of a command. If the clipboard is not available, it selects the command and says so.

import assert from 'node:assert/strict';
import { CLIPBOARD, fillClipboard, readClipboard } from './clipboard-access.mjs';
import { clickCell, inBrowsers, openDetails } from './helpers.mjs';

const PATH = 'postgresql/business/';
const COMMAND = '#command-pg_dump';
const button = (page) => page.evaluate((id) => {
  const element = document.querySelector(id).closest('.command').querySelector('button');
  return { text: element.textContent, name: element.getAttribute('aria-label'), focused: document.activeElement === element };
}, COMMAND);
const command = (page) => page.$eval(COMMAND, (code) => code.textContent);
const selected = (page) => page.evaluate(() => getSelection().toString());
const press = async (page) => {
  await openDetails(page);
  await page.click(`.command:has(${COMMAND}) button`);
};
const waitForLabel = (page, label) => page.waitForFunction((id, text) =>
  document.querySelector(id).closest('.command').querySelector('button').textContent.startsWith(text), {}, COMMAND, label)
  .catch(async () => assert.fail(`the button does not say "${label}…" but "${(await button(page)).text}"`));

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

inBrowsers('the copy button', (test) => {
  test('copies the command and confirms it', async (given) => {
    const page = await given.visit(PATH);
    await fillClipboard(page, given, 'previous content');
    assert.deepEqual(await button(page), { text: 'Copy', name: 'Copy: pg_dump command', focused: false });
    await press(page);
    await waitForLabel(page, 'Copied');
    assert.equal((await button(page)).name, 'Copied: pg_dump command');
    assert.match(await command(page), /^pg_dump .*"\$SERVICE_URI"$/);
    assert.equal(await readClipboard(page, given), await command(page));
  });

  test('works with the keyboard and keeps the focus', async (given) => {
    const page = await given.visit(PATH);
    await fillClipboard(page, given, 'previous content');
    await openDetails(page);
    await page.focus(`.command:has(${COMMAND}) button`);
    await page.keyboard.press('Enter');
    await waitForLabel(page, 'Copied');
    assert.equal(await readClipboard(page, given), await command(page));
    assert.ok((await button(page)).focused);
  });

  test('resets its label on the next page', async (given) => {
    const page = await given.visit(PATH);
    await fillClipboard(page, given, 'previous content');
    await press(page);
    await waitForLabel(page, 'Copied');
    await clickCell(page, 'postgresql/premium/');
    assert.equal((await button(page)).text, 'Copy');
  });

  test('announces the copy to screen readers', async (given) => {
    const page = await given.visit(PATH);
    await fillClipboard(page, given, 'previous content');
    await openDetails(page);
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

  test('falls back to execCommand if the Clipboard API is refused', async (given) => {
    await fillClipboard(await given.visit(PATH), given, 'previous content');
    const page = await given.visit(PATH, { setUp: withClipboard.execCommandOnly });
    await press(page);
    await waitForLabel(page, 'Copied');
    assert.equal(await readClipboard(page, given), await command(page));
  });

  for (const how of ['refused', 'absent', 'throwing']) {
    test(`selects the command and says so if the clipboard is ${how}`, async ({ visit }) => {
      const page = await visit(PATH, { setUp: withClipboard[how] });
      await press(page);
      await waitForLabel(page, 'Press Ctrl+C');
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
    await waitForLabel(page, 'Press Ctrl+C');
    assert.ok(await isInside());
  });

  test('each command has its own button', async ({ visit }) => {
    const page = await visit('mysql/business/');
    const counts = await page.evaluate(() => ['.command', '.command button', '.command code[id]'].map((selector) => document.querySelectorAll(selector).length));
    assert.ok(counts[0] > 0);
    assert.deepEqual(new Set(counts).size, 1);
  });
}, CLIPBOARD);
