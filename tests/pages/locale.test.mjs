// Dates and times as the reader's language writes them, whatever its direction and its digits, in a page that stays whole.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { inBrowsers } from './support.mjs';

const CASE = 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
/** What of a date, and of an hour, only this language writes. */
const LANGUAGES = {
  de: [/Nov/, /less than 1 Stunde of/],
  ar: [/[\u0600-\u06ff]/, /less than \u2068[^\u2069]*ساعة[^\u2069]*\u2069 of/],
  fa: [/[\u06f0-\u06f9]/, /less than \u2068۱ ساعت\u2069 of/],
  he: [/[\u0590-\u05ff]/, /less than \u2068[^\u2069]*שעה[^\u2069]*\u2069 of/],
  ja: [/年/, /less than 1 時間 of/],
};
const LEFTWARD = ['ar', 'fa', 'he'];

for (const [language, [mark, hour]] of Object.entries(LANGUAGES)) {
  describe(`in ${language}`, () => {
    inBrowsers(`the answer to an incident, read in ${language}`, (test) => {
      for (const width of [360, 1280]) {
        test(`is whole at ${width} px, with the reader's dates`, async ({ visit }) => {
          const page = await visit(CASE, { width });
          await page.waitForSelector('.incident-answer[data-answer="certain"]');
          const found = await page.evaluate(() => {
            const facts = [...document.querySelectorAll('.incident-details dd')].map((one) => one.textContent);
            const wide = [...document.querySelectorAll('.panel *')].filter((one) => {
              const { left, right } = one.getBoundingClientRect();
              return right - left > 0 && (right > innerWidth + 1 || left < -1) && !one.closest('.points, .visually-hidden, svg, pre, input');
            });
            return {
              language: navigator.language,
              facts,
              scrolls: document.documentElement.scrollWidth > innerWidth,
              wide: wide.map((one) => one.className || one.localName),
              direction: getComputedStyle(document.body).direction,
            };
          });
          assert.ok(found.language.startsWith(language), found.language);
          assert.deepEqual([found.scrolls, found.wide, found.direction], [false, [], 'ltr']);
          const [point, lost] = found.facts;
          assert.match(point, mark, `no date of ${language}`);
          assert.match(lost, hour, `no hour of ${language}`);
          // The sentence around a date that runs the other way keeps its order.
          const isolated = /between \u2068[^\u2069]+\u2069 and \u2068[^\u2069]+\u2069/.test(point);
          assert.equal(isolated, LEFTWARD.includes(language), point);
          assert.match(await page.$eval('#at-slider', (slider) => slider.getAttribute('aria-valuetext')), /2026-11-21 14:37 UTC/);
        });
      }
    }, { args: [`--accept-lang=${language}`], timeZone: 'Asia/Kolkata', extraPrefsFirefox: { 'intl.accept_languages': language } });
  });
}
