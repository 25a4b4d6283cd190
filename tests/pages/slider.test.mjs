// The slider of the ladder: it keeps the focus, and a step of it changes only what depends on the incident at once. The
// matrix, the details and all other links follow when it rests.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, nextFrames } from './helpers.mjs';

const INCIDENT = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
/** A step of the slider on an axis of 13.5 days. */
const STEP_MINUTES = 30;
/** Milliseconds without a step before which nothing may follow. The app waits for 100. */
const RESTING_MS = 50;

/** Parts of an answer page of which the slider changes nothing but links, and those only when it rests. */
const PARTS = { headline: '#headline', plans: '.plan-switch', metrics: '.metrics', details: '.answer-details', matrix: '.matrix' };

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
  addEventListener('input', () => (lastStep = performance.now()), { capture: true }); // before the app's own listener
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

/** Returns the times of the incident in the links to pages. */
const timesOfLinks = (page) => page.evaluate(() => {
  const links = [...document.querySelectorAll('#app a:not([href^="#"])')];
  return [...new Set(links.map(({ href }) => new URL(href).searchParams.get('at')).filter((at) => at))];
});

/** Waits until all links have this time of the incident. */
async function waitForLinks(page, at) {
  const isThere = (at) => new URL(document.querySelector('#cell-kafka-premium').href).searchParams.get('at') === at;
  await page.waitForFunction(isThere, { timeout: TIMEOUT_MS }, at).catch(() => {});
  assert.deepEqual(await timesOfLinks(page), [at]);
}

inBrowsers('the slider', (test) => {
  for (const [name, { path, first }] of Object.entries({
    'without an incident': { path: 'redis/premium/', first: 0 },
    'with an incident': { path: `redis/premium/?${INCIDENT}`, first: -750 },
    'of a smaller plan': { path: `redis/startup/?${INCIDENT}`, first: -750 },
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
    // The calendar entry of a power-off is a link in the details; a picture is there only while the service is on.
    const powerOff = new Date(Date.now() + 10 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const page = await visit(`redis/premium/?${INCIDENT}&off=${powerOff}`);
    await observe(page);
    await focusSlider(page);
    for (const [presses, at] of [[1, '2026-11-21T15:05Z'], [1, '2026-11-21T15:35Z'], [3, '2026-11-21T17:05Z']]) {
      await page.evaluate(() => (window.__changes.length = 0));
      for (let press = 0; press < presses; press += 1) await page.keyboard.press('ArrowRight');
      await waitForLinks(page, at);
      await nextFrames(page);
      const all = await changes(page);
      const [incident, ...others] = ['incident', ...Object.keys(PARTS)].map((part) => all.filter((change) => change.part === part));
      assert.ok(incident.length > 0, 'the incident changes');
      const followers = others.flat();
      const early = followers.filter((change) => change.time < RESTING_MS);
      assert.deepEqual(early, [], `nothing else changes within ${RESTING_MS} ms`);
      assert.ok(incident[0].time < Math.min(...followers.map((change) => change.time)), 'the incident changes first');
      assert.deepEqual(new Set(followers.map(({ part, what }) => `${part}: ${what}`)), new Set(['plans: href', 'details: href', 'matrix: href']),
        'only links follow');
      assert.deepEqual(await sameParts(page), Object.keys(PARTS), 'all elements are the same');
    }
  });

  test('its steps are told by the slider alone, what is typed by the message', async ({ visit }) => {
    const page = await visit(`redis/premium/?${INCIDENT}`);
    const live = () => page.$eval('#at-message', (message) => message.getAttribute('aria-live'));
    await focusSlider(page);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    await nextFrames(page);
    assert.equal(await live(), 'off');
    await page.type('#at', '2 h ago');
    await nextFrames(page);
    assert.equal(await live(), 'polite');
  });
});
