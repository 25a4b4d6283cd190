// Dates and times in the reader's language, including right-to-left scripts and other digits, without layout errors.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { inBrowsers } from './helpers.mjs';

const INCIDENT_PATH = 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
/** Locale of the C library, for WebKit, and patterns of a date and of an hour that are specific to the language. */
const LANGUAGES = {
  de: ['de_DE.UTF-8', /Nov/, /less than 1 Stunde of/],
  ar: ['ar_EG.UTF-8', /[\u0600-\u06ff]/, /less than \u2068[^\u2069]*ساعة[^\u2069]*\u2069 of/],
  fa: ['fa_IR.UTF-8', /[\u06f0-\u06f9]/, /less than \u2068۱ ساعت\u2069 of/],
  he: ['he_IL.UTF-8', /[\u0590-\u05ff]/, /less than \u2068[^\u2069]*שעה[^\u2069]*\u2069 of/],
  ja: ['ja_JP.UTF-8', /年/, /less than 1 時間 of/],
};
const RTL_LANGUAGES = ['ar', 'fa', 'he'];

for (const [language, [locale, datePattern, hourPattern]] of Object.entries(LANGUAGES)) {
  describe(`in ${language}`, () => {
    inBrowsers(`the verdict in ${language}`, (test) => {
      for (const width of [360, 1280]) {
        test(`has localized dates and no overflow at ${width} px`, async ({ visit }) => {
          const page = await visit(INCIDENT_PATH, { width });
          await page.waitForSelector('.incident-verdict[data-verdict="certain"]');
          const result = await page.evaluate(() => {
            const details = [...document.querySelectorAll('.incident-details dd')].map((element) => element.textContent);
            const overflowing = [...document.querySelectorAll('.panel *')].filter((element) => {
              const { left, right } = element.getBoundingClientRect();
              return right - left > 0 && element.checkVisibility() && (right > innerWidth + 1 || left < -1) && !element.closest('.restore-points, .visually-hidden, svg, pre, input');
            });
            return {
              language: navigator.language,
              details,
              scrolls: document.documentElement.scrollWidth > innerWidth,
              overflowing: overflowing.map((element) => element.className || element.localName),
              direction: getComputedStyle(document.body).direction,
            };
          });
          assert.ok(result.language.startsWith(language), result.language);
          assert.deepEqual([result.scrolls, result.overflowing, result.direction], [false, [], 'ltr']);
          const [point, lost] = result.details;
          assert.match(point, datePattern, `no date in ${language}`);
          assert.match(lost, hourPattern, `no hour in ${language}`);
          // Right-to-left dates are isolated, so that the sentence keeps its order.
          const isolated = /between \u2068[^\u2069]+\u2069 and \u2068[^\u2069]+\u2069/.test(point);
          assert.equal(isolated, RTL_LANGUAGES.includes(language), point);
          assert.match(await page.$eval('#at-slider', (slider) => slider.getAttribute('aria-valuetext')), /2026-11-21 14:37 UTC/);
        });
      }
    }, { args: [`--accept-lang=${language}`], timeZone: 'Asia/Kolkata', extraPrefsFirefox: { 'intl.accept_languages': language }, locale });
  });
}

inBrowsers('the verdict in no language', (test) => {
  test('has English dates', async ({ visit }) => {
    const page = await visit(INCIDENT_PATH);
    assert.deepEqual(await page.evaluate(() => navigator.languages), ['C']); // which Intl takes for no language, and throws
    const details = await page.$$eval('.incident-details dd', (elements) => elements.map(({ textContent }) => textContent));
    assert.match(details[0], /^between Sat, Nov 21, 2026, /);
    assert.match(details[1], /^less than 1 hour of/);
  });
}, { kinds: ['webkit'], timeZone: 'Asia/Kolkata', locale: 'C.UTF-8' });
