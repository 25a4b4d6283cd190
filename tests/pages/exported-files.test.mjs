// Where exports end: the focus, the result at the button, and files that other programs read.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { TIMEOUT_MS, inBrowsers } from './helpers.mjs';

const captureDownloads = (page) => page.evaluateOnNewDocument(() => {
  window.__downloads = [];
  HTMLAnchorElement.prototype.click = function () {
    window.__downloads.push({ name: this.download, href: this.href });
  };
});
const downloads = (page) => page.evaluate(() => window.__downloads);
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const waitForStatus = (page, selector, wanted) => page.waitForFunction((selector, wanted) =>
  new RegExp(wanted).test(document.querySelector(selector)?.textContent), { timeout: TIMEOUT_MS }, selector, wanted.source);

inBrowsers('an export', (test) => {
  for (const label of ['Link', 'Markdown', 'Text', 'CSV', 'JSON', 'SVG']) {
    test(`keeps the focus on its button: ${label}`, async ({ visit }) => {
      const page = await visit('postgresql/business/', { setUp: captureDownloads });
      await page.click('.share summary');
      for (let tabs = 0; tabs < 9 && await focused(page) !== label; tabs += 1) await page.keyboard.press('Tab');
      assert.equal(await focused(page), label);
      for (let presses = 0; presses < 2; presses += 1) {
        await page.keyboard.press('Enter');
        await page.waitForSelector('#export-preview');
        assert.equal(await focused(page), label);
      }
    });
  }

  test('of the deadline says what became of it at its button, and moves nothing above', async ({ visit }) => {
    const page = await visit('redis/business/', { setUp: captureDownloads });
    await page.type('#at', '2 h ago');
    const button = await page.waitForSelector('.incident-details .export-button');
    await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const top = () => button.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await button.click();
    await waitForStatus(page, '.incident-details .export-status', /\.ics goes to your downloads/);
    assert.ok(Math.abs(await top() - before) <= 1, `from ${before} to ${await top()}`);
    assert.match(await page.$eval('.incident-details .export-preview', (element) => element.textContent), /^BEGIN:VCALENDAR/);
    assert.equal(await page.$('.share .export-preview'), null);
    const [{ href }] = await downloads(page);
    const file = decodeURIComponent(href).replace(/\r\n /g, '');
    const time = (name) => file.match(new RegExp(`${name}:(\\d{8}T\\d{6}Z)`))[1];
    assert.ok(time('DTSTART') < time('DTEND'), file);
    assert.match(file, /SEQUENCE:[1-9]\d+/);
  });

  test('of a table is UTF-8 with a mark that spreadsheets know', async ({ visit }) => {
    const page = await visit('kafka/business/', { setUp: captureDownloads });
    await page.click('.share summary');
    await page.evaluate(() => [...document.querySelectorAll('.export-button')].find((button) => button.textContent === 'CSV').click());
    await page.waitForSelector('#export-preview');
    const [{ href }] = await downloads(page);
    const text = decodeURIComponent(href.replace(/^[^,]*,/, ''));
    assert.match(text, /^\uFEFFsection,term,text,/);
    assert.match(text, /Apache Kafka® to S3/);
    assert.doesNotMatch(await page.$eval('#export-preview', (element) => element.textContent), /\uFEFF/);
  });
});

inBrowsers('a browser that hides its canvas', (test) => {
  test('gives the picture or says that it does not', async ({ visit }) => {
    const page = await visit('postgresql/business/', { setUp: captureDownloads });
    await page.click('.share summary');
    await page.evaluate(() => [...document.querySelectorAll('.export-button')].find((button) => button.textContent === 'PNG').click());
    await waitForStatus(page, '.share .export-status', /./);
    const status = await page.$eval('.share .export-status', (element) => element.textContent);
    if (/Take the SVG instead/.test(status)) {
      assert.deepEqual(await downloads(page), []);
    } else {
      const [{ href }] = await downloads(page);
      const { data } = PNG.sync.read(Buffer.from(href.replace(/^data:image\/png;base64,/, ''), 'base64'));
      const white = data.filter((value) => value > 250).length / data.length;
      assert.ok(white > 0.5, `the card has a white ground: ${white}`);
    }
  });
}, { kinds: ['firefox'], extraPrefsFirefox: { 'privacy.resistFingerprinting': true } });
