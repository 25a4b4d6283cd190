// The countdown after the deletion of a service: field, URL, calendar file, the answer to an incident, the other edition.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, isSameDocument, markWindow, openDetails } from './helpers.mjs';

const PATH = '2026-03/mysql/premium/';

/** Returns the date `days` days from today, by the clock of the page. */
const day = (page, days) => page.evaluate((days) => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}, days);
const section = (page) => page.$eval('#deletion', (heading) => heading.closest('.disclosure').textContent);
const answer = (page) => page.$eval('h1', (headline) => headline.textContent);
const waitForText = (page, selector, text) => page.waitForFunction((selector, text) =>
  document.querySelector(selector)?.textContent.includes(text), { timeout: TIMEOUT_MS }, selector, text);
const waitForQuery = (page, search) => page.waitForFunction((search) => location.search === search, { timeout: TIMEOUT_MS }, search);

inBrowsers('the deletion countdown', (test) => {
  test('stands beside that of the power-off where the edition has the rule', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    assert.match(await section(page), /Aiven deletes backups 30 days after the service is deleted\..*Enter the deletion date/s);
    assert.equal((await page.$$('.countdown')).length, 2);
    const other = await visit('mysql/premium/');
    assert.equal((await other.$$('.countdown')).length, 1);
  });

  test('counts the days from a typed date, which is in the URL and in the calendar file', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const deleted = await day(page, -10);
    await page.type('#deleted', deleted);
    await waitForText(page, '.disclosure:has(#deletion) .countdown-headline', '19 days left. Contact Aiven support by ');
    await waitForQuery(page, `?deleted=${deleted}`);
    const link = await page.$eval('.disclosure:has(#deletion) a[download]', ({ download, href }) => ({ download, href }));
    assert.equal(link.download, 'deletion-mysql-premium.ics');
    const file = decodeURIComponent(link.href).replaceAll('\r\n ', '');
    assert.ok(file.includes('SUMMARY:MySQL Premium: last day to contact Aiven support\r\n'), file);
    assert.ok(file.includes(`DTSTART;VALUE=DATE:${(await day(page, 19)).replaceAll('-', '')}\r\n`), file);
    await page.$eval('#deleted', (field) => { field.select(); });
    await page.type('#deleted', await day(page, -30));
    await waitForText(page, '.disclosure:has(#deletion) .countdown-headline', 'The 30 days have passed.');
    assert.equal(await page.$('.disclosure:has(#deletion) a[download]'), null);
  });

  test('names a date that cannot be read, next to it, and keeps it', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    await page.type('#deleted', '11/12');
    await waitForText(page, '#deleted-message', 'This date is ambiguous.');
    assert.equal(await page.$eval('#deleted', (field) => field.value), '11/12');
  });

  test('turns an incident into a question to support, and leaves the incident editable', async ({ visit }) => {
    const page = await visit(PATH);
    const incident = `at=${await day(page, -3)}T10:00Z`;
    const deleted = await day(page, -2);
    await page.goto(new URL(`?${incident}&deleted=${deleted}`, page.url()).href);
    await page.waitForSelector('[data-app-ready]');
    assert.match(await answer(page), /^Ask Aiven support to recover the service, by /);
    assert.equal(await page.$('.ladder'), null);
    await markWindow(page);
    await page.$eval('#at', (field) => { field.select(); });
    await page.type('#at', '2 h ago');
    await openDetails(page);
    await page.$eval('#deleted', (field) => { field.select(); });
    await page.keyboard.press('Backspace');
    await waitForText(page, 'h1', 'Yes. You can restore');
    assert.ok(await isSameDocument(page));
  });

  test('the edition without the rule says that it does not state it', async ({ visit, site }) => {
    const page = await visit(`${PATH}?deleted=2026-11-20`);
    const link = await page.$eval('.site-header p a', ({ href }) => href);
    assert.equal(link, `${site.url}mysql/premium/?deleted=2026-11-20`);
    const other = await visit('mysql/premium/?deleted=2026-11-20');
    assert.match(await section(other), /The policy doesn’t state whether backups outlive a deleted service\./);
  });
});
