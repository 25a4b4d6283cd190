// The slider of the timeline: it keeps the focus, and a step of it changes only what depends on the incident at once. The
// matrix, the details and all other links follow when it rests.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, nextFrames } from './helpers.mjs';

const INCIDENT = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
/** A step of the slider on a timeline of 13.5 days. */
const STEP_MINUTES = 30;
/** Milliseconds without a step before which nothing may follow. The app waits for 100. */
const RESTING_MS = 50;

/** Parts of an answer page that the incident is not allowed to replace, or to change before the slider rests. */
const PARTS = { matrix: '.matrix', details: '.answer-details', metrics: '.metrics', header: '#headline' };

/** Focuses the slider and keeps its element. */
const focusSlider = (page) => page.evaluate(() => {
  window.__kept = document.getElementById('at-slider');
  window.__kept.focus();
});

const sliderState = (page) => page.evaluate(() => {
  const slider = document.getElementById('at-slider');
  return { isSame: slider === window.__kept, focused: document.activeElement.id, value: slider.value };
});

/**
 * Keeps the nodes of the parts, and records each change in them and in the verdict, with the milliseconds since the last
 * step of the slider.
 */
const observe = (page) => page.evaluate((parts) => {
  let lastStep = 0;
  document.getElementById('at-slider').addEventListener('input', () => (lastStep = performance.now()), { capture: true });
  window.__nodes = {};
  window.__changes = [];
  const watch = (part, element) => new MutationObserver((records) => {
    const time = performance.now() - lastStep;
    for (const { type, attributeName } of records) window.__changes.push({ part, what: attributeName ?? type, time });
  }).observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const [part, selector] of Object.entries(parts)) {
    const element = document.querySelector(selector);
    window.__nodes[part] = [element, ...element.querySelectorAll('*')];
    watch(part, element);
  }
  watch('incident', document.querySelector('.incident'));
}, PARTS);

const changes = (page) => page.evaluate(() => window.__changes);

/** Returns the parts whose elements are still the same ones, in the same order. */
const sameParts = (page) => page.evaluate((parts) => Object.keys(parts).filter((part) => {
  const element = document.querySelector(parts[part]);
  const [now, before] = [[element, ...element.querySelectorAll('*')], window.__nodes[part]];
  return now.length === before.length && now.every((node, index) => node === before[index]);
}), PARTS);

/** Returns the query of the link to a cell of the matrix. */
const queryOfLink = (page) => page.$eval('#cell-kafka-premium', (link) => decodeURIComponent(new URL(link.href).search));

/** Waits until the links have this time of the incident. */
const waitForLinks = (page, at) => page.waitForFunction((at) =>
  decodeURIComponent(document.querySelector('#cell-kafka-premium').href).includes(at), { timeout: TIMEOUT_MS }, `at=${at}`)
  .catch(async () => assert.fail(`the links have ${await queryOfLink(page)}, not at=${at}`));

inBrowsers('the slider', (test) => {
  for (const [name, { path, first }] of Object.entries({
    'without an incident': { path: 'redis/premium/', first: 0 },
    'with an incident': { path: `redis/premium/?${INCIDENT}`, first: -750 },
    'with a comparison': { path: `redis/startup/?${INCIDENT}&with=premium`, first: -750 },
  })) {
    test(`keeps its element and the focus over 20 arrow keys, ${name}`, async ({ visit }) => {
      const page = await visit(path);
      await focusSlider(page);
      assert.deepEqual(await sliderState(page), { isSame: true, focused: 'at-slider', value: String(first) });
      let value = first;
      for (let presses = 1; presses <= 20; presses += 1) {
        await page.keyboard.press('ArrowLeft');
        await nextFrames(page);
        value -= STEP_MINUTES;
        assert.deepEqual(await sliderState(page), { isSame: true, focused: 'at-slider', value: String(value) }, `after ${presses} keys`);
      }
      await page.waitForFunction((before) => location.search !== before, { timeout: TIMEOUT_MS }, path.replace(/^[^?]*/, ''));
      await nextFrames(page);
      assert.deepEqual(await sliderState(page), { isSame: true, focused: 'at-slider', value: String(value) }, 'at rest');
    });
  }

  test('a step changes the incident at once; the links of the matrix and the details follow when it rests', async ({ visit }) => {
    const page = await visit(`redis/premium/?${INCIDENT}`);
    await observe(page);
    await focusSlider(page);
    for (const time of ['15:05', '15:35', '16:05']) {
      await page.evaluate(() => (window.__changes.length = 0));
      await page.keyboard.press('ArrowRight');
      await waitForLinks(page, `2026-11-21T${time}Z`);
      await nextFrames(page);
      const all = await changes(page);
      const [incident, ...others] = ['incident', ...Object.keys(PARTS)].map((part) => all.filter((change) => change.part === part));
      assert.ok(incident.length > 0, 'the incident changes');
      const followers = others.flat();
      const early = followers.filter((change) => change.time < RESTING_MS);
      assert.deepEqual(early, [], `nothing else changes within ${RESTING_MS} ms`);
      assert.ok(incident[0].time < Math.min(...followers.map((change) => change.time)), 'the incident changes first');
      assert.deepEqual(new Set(followers.map(({ part, what }) => `${part}: ${what}`)), new Set(['matrix: href', 'details: href']),
        'only links follow');
      assert.deepEqual(await sameParts(page), Object.keys(PARTS), 'all elements are the same');
    }
    assert.equal(await queryOfLink(page), `?${INCIDENT.replace('14:37', '16:05')}`);
  });
});
