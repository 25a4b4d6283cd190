// What to do after "Yes": the way in the console, and the command with the time before the incident and a copy button.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CLIPBOARD, fillClipboard, readClipboard } from './clipboard-access.mjs';
import { TIMEOUT_MS, clickCell, inBrowsers } from './helpers.mjs';

/** The commands that the native tests compare with the reports, and that the real client runs. */
const COMMANDS = JSON.parse(readFileSync(new URL('../golden/restore-commands.json', import.meta.url), 'utf8'));
const INCIDENT = '?at=2026-11-25T02:37Z&restore=2026-11-25T03:07Z';
const CODE = '#command-avn';
const BUTTON = `.command:has(${CODE}) button`;

/** Returns the heading of the restore, with the texts of the list below it. */
const steps = (page) => page.evaluate(() => {
  const heading = [...document.querySelectorAll('.incident-details h3')].find((h3) => h3.textContent === 'Restore it');
  const basis = heading?.nextElementSibling;
  const items = basis && [...basis.nextElementSibling.querySelectorAll('li')];
  return heading && { basis: basis.textContent, source: basis.querySelector('a').href, items: items.map((item) => item.textContent) };
});

inBrowsers('the steps of a restore', (test) => {
  test('has a command for the minute before the incident, which the button copies', async (given) => {
    const page = await given.visit(`postgresql/business/${INCIDENT}`);
    await page.waitForSelector(CODE, { timeout: TIMEOUT_MS });
    await fillClipboard(page, given, 'previous content');
    const { basis, source, items } = await steps(page);
    assert.equal(basis, 'From Aiven’s documentation, not the January 2023 policy: Fork a service');
    assert.equal(source, 'https://aiven.io/docs/platform/concepts/service-forking');
    assert.match(items[0], /Backups > Backup management > Fork & restore/);
    const { command } = COMMANDS.find(({ path }) => path.startsWith('postgresql/business/?at=2026-11-25T02:37Z'));
    assert.match(command, /--recovery-target-time "2026-11-25T02:36:00\+00:00"$/);
    assert.equal(await page.$eval(CODE, (code) => code.textContent), command);
    await page.click(BUTTON);
    await page.waitForFunction((selector) => document.querySelector(selector).textContent === 'Copied', { timeout: TIMEOUT_MS }, BUTTON);
    assert.equal(await readClipboard(page, given), command);
    assert.equal(await page.$eval(BUTTON, (button) => button.getAttribute('aria-label')), 'Copied: avn command');
  });

  test('has no command without PITR, and no steps where there is nothing to restore', async ({ visit }) => {
    const page = await visit(`redis/business/${INCIDENT}`);
    await page.waitForSelector('.incident-verdict[data-verdict=certain]', { timeout: TIMEOUT_MS });
    const { items } = await steps(page);
    assert.match(items[0], /Fork & restore\. Choose a backup from before the incident\.$/);
    assert.equal(await page.$(CODE), null);
    await clickCell(page, 'kafka/business/');
    await page.waitForSelector('.incident-verdict[data-verdict=impossible]', { timeout: TIMEOUT_MS });
    assert.equal(await steps(page), undefined);
    await clickCell(page, 'clickhouse/business/');
    await page.waitForSelector('.incident-verdict[data-verdict=certain]', { timeout: TIMEOUT_MS });
    assert.equal(await steps(page), undefined);
    const text = await page.$eval('.incident-details', (details) => details.textContent);
    assert.match(text, /Aiven’s documentation of January 2023 doesn’t describe a restore of ClickHouse\./);
  });
}, CLIPBOARD);
