// The plan finder: typing, keyboard, URL, unmet cells and their tooltips.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import {
  CELLS, SERVICES, TIMEOUT_MS, clickCell, focusedId, inBrowsers, isSameDocument, link, markWindow, nextFrames,
  waitForPath,
} from './helpers.mjs';

const REQUIREMENTS = '?back=14d&lose=12h&pitr=yes';
/** Ids of the cells with PITR and a window of at least 14 days, from the published data. */
const QUALIFYING = CELLS.filter(({ recovery_mode: mode, guaranteed_window_hours: window }) => mode === 'pitr' && window >= 14 * 24)
  .map(({ service, plan }) => `cell-${service}-${plan}`);

const summary = (page) => page.$eval('.plan-finder [role=status]', (status) => status.textContent);
const qualifying = (page) => page.evaluate(() => [...document.querySelectorAll('.matrix td > a:not([data-unmet])')].map(({ id }) => id));
const form = (page) => page.evaluate(() => ({ back: document.querySelector('#back').value, lose: document.querySelector('#lose').value, pitr: document.querySelector('#pitr').checked }));
const query = (page) => page.evaluate(() => decodeURIComponent(location.search));

/** Waits until `count` cells qualify. */
async function waitForCount(page, count) {
  await page.waitForFunction((expected) => document.querySelectorAll('.matrix td > a:not([data-unmet])').length === expected, { timeout: TIMEOUT_MS }, count)
    .catch(async (error) => assert.fail(`${(await qualifying(page)).length} cells qualify, not ${count}: ${error.message}`));
}

/** Waits until the tooltip of a cell is visible; returns its text and position. */
async function waitForTooltip(page, cell) {
  const isVisible = (selector) => document.querySelector(`${selector} + .cell-tooltip`)?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  await page.waitForFunction(isVisible, { timeout: TIMEOUT_MS }, cell);
  return page.$eval(`${cell} + .cell-tooltip`, (tooltip) => ({ text: tooltip.innerText, ...tooltip.getBoundingClientRect().toJSON() }));
}

/** Returns the positions of elements that must not move. */
const boxes = (page) => page.evaluate(() => [...document.querySelectorAll('.matrix a, .matrix input, .footer, #headline')]
  .map((element) => [element.id, ...Object.values(element.getBoundingClientRect().toJSON()).map(Math.round)].join(' ')));

/** Presses Tab until an element is focused. */
async function tabTo(page, id) {
  for (let steps = 0; (await focusedId(page)) !== id; steps += 1) {
    assert.ok(steps < 20, `Tab did not reach ${id} in 20 steps, but ${await focusedId(page)}`);
    await page.keyboard.press('Tab');
  }
}

inBrowsers('the plan finder', (test) => {
  test('dims unmet cells while typing, counts the plans that match', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    assert.equal((await qualifying(page)).length, 52, 'nothing is dimmed without requirements');
    await page.type('#back', '14 days');
    await waitForCount(page, 7);
    assert.equal(await summary(page), '7 of 38 plans match.');
    assert.equal(await page.$eval('#back-message', (message) => message.textContent), '14 days');
    await page.waitForFunction(() => location.search === '?back=14d', { timeout: TIMEOUT_MS });
    assert.equal(await focusedId(page), 'back', 'the focus stays in the field');
    assert.equal((await form(page)).back, '14 days', 'with the typed text');
    await page.click('#pitr');
    await waitForCount(page, QUALIFYING.length);
    assert.deepEqual(await qualifying(page), QUALIFYING);
    await page.click('#pitr');
    await waitForCount(page, 7);
    assert.ok(await isSameDocument(page), 'same document');
  });

  test('applies the URL, also after a reload', async ({ visit }) => {
    const page = await visit(REQUIREMENTS);
    for (const when of ['on load', 'after reload']) {
      assert.deepEqual(await form(page), { back: '14 days', lose: '12 hours', pitr: true }, when);
      assert.deepEqual(await qualifying(page), QUALIFYING, when);
      assert.equal(await summary(page), `${QUALIFYING.length} of 38 plans match.`, when);
      if (when === 'on load') await page.reload({ waitUntil: 'load' });
      await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
    }
  });

  test('works with the keyboard alone', async ({ visit }) => {
    const page = await visit();
    await tabTo(page, 'back');
    await page.keyboard.type('2 days');
    await page.keyboard.press('Tab');
    assert.equal(await focusedId(page), 'lose');
    await page.keyboard.type('1 h');
    await page.keyboard.press('Tab');
    assert.equal(await focusedId(page), 'pitr');
    await waitForCount(page, 9); // six with PITR, three of OpenSearch
    await page.keyboard.press(' ');
    await waitForCount(page, 6);
    await tabTo(page, `row-${SERVICES[0]}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focusedId(page), 'cell-postgresql-hobbyist');
    assert.equal((await waitForTooltip(page, '#cell-postgresql-hobbyist')).text, 'Recovery only.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await waitForPath(page, 'postgresql/startup/');
    assert.equal(await query(page), '?back=2d&lose=1h&pitr=yes', 'the requirements are kept');
    assert.equal((await qualifying(page)).length, 6);
  });

  test('hides the tooltip on Escape until the focus or the pointer moves', async ({ visit }) => {
    const page = await visit('?back=14d&lose=1h');
    const waitForHidden = (cell) => page.waitForFunction((selector) =>
      !document.querySelector(`${selector} + .cell-tooltip`).checkVisibility({ visibilityProperty: true }), { timeout: TIMEOUT_MS }, cell);
    const [first, second] = ['#cell-kafka-business', '#cell-kafka-premium'];
    await page.keyboard.press('Tab');
    await page.focus(first);
    await waitForTooltip(page, first);
    await page.keyboard.press('Escape');
    await waitForHidden(first);
    assert.equal(await page.evaluate(() => `#${document.activeElement.id}`), first, 'the focus stays');
    await page.keyboard.press('ArrowRight');
    await waitForTooltip(page, second);
    await page.evaluate(() => document.activeElement.blur());
    await page.hover(first);
    await waitForTooltip(page, first);
    await page.keyboard.press('Escape');
    await waitForHidden(first);
    await page.hover(second);
    await waitForTooltip(page, second);
  });

  test('shows the tooltip next to the cell, inside the viewport and without layout shift, on focus and on hover', async ({ visit }) => {
    for (const width of [1280, 768]) {
      const page = await visit('?back=14d&lose=1h', { width });
      const cells = await page.evaluate(() => [...document.querySelectorAll('a[data-unmet]')].map(({ id }) => `#${id}`));
      assert.ok(cells.length > 30);
      await page.keyboard.press('Tab'); // enables :focus-visible
      for (const cell of [...cells.slice(0, 5), ...cells.slice(-5)]) {
        await page.focus(cell);
        await nextFrames(page);
        const before = await boxes(page);
        const { left, right, text } = await waitForTooltip(page, cell);
        assert.ok(left >= 0 && right <= width, `${cell}: "${text}" reaches from ${left} to ${right} px of ${width}`);
        await page.evaluate(() => document.activeElement.blur());
        await nextFrames(page);
        assert.deepEqual(await boxes(page), before, `${cell}: no layout shift`);
      }
      await page.hover(cells[0]);
      assert.equal((await waitForTooltip(page, cells[0])).text, 'No backups.');
      const { x, y, width: wide, height } = await waitForTooltip(page, cells[0]);
      await page.mouse.move(x + wide / 2, y + height / 2);
      await new Promise((done) => setTimeout(done, 500));
      await waitForTooltip(page, cells[0]); // the tooltip is hoverable
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no horizontal scrolling');
    }
  });

  test('marks unmet cells by more than color, also for screen readers', async ({ visit }) => {
    const page = await visit(REQUIREMENTS);
    const { unmet, met, description } = await page.evaluate(() => {
      const weight = (id) => getComputedStyle(document.querySelector(`#${id} .label-lines > span`)).fontWeight;
      const link = document.querySelector('#cell-postgresql-startup');
      return {
        unmet: weight('cell-postgresql-startup'),
        met: weight('cell-postgresql-business'),
        description: document.getElementById(link.getAttribute('aria-describedby')).textContent,
      };
    });
    assert.deepEqual({ unmet, met }, { unmet: '400', met: '600' });
    assert.equal(description, 'Covers at least 2 days, not 14 days.');
  });

  test('shows a caveat if the loss is larger further back', async ({ visit }) => {
    const page = await visit('?back=14d&lose=1h');
    const gap = 'Restore points older than 23 hours can lose up to 24 hours.';
    const caveats = await page.evaluate(() => [...document.querySelectorAll('.plan-finder-caveats p')].filter((line) => line.checkVisibility()).map((line) => line.innerText));
    assert.ok(caveats.includes(`OpenSearch: ${gap}`), caveats.join('\n'));
    await page.hover('#cell-opensearch-premium');
    assert.equal((await waitForTooltip(page, '#cell-opensearch-premium')).text, gap);
  });

  test('is cleared by its link; going back restores the requirements; navigation keeps them', async ({ visit }) => {
    const page = await visit(`kafka/${REQUIREMENTS}`);
    await markWindow(page);
    await clickCell(page, 'postgresql/business/');
    assert.equal(await query(page), REQUIREMENTS);
    assert.deepEqual(await qualifying(page), QUALIFYING);
    await page.click('.plan-finder-summary a');
    await waitForCount(page, 52);
    assert.equal(await query(page), '');
    assert.deepEqual(await form(page), { back: '', lose: '', pitr: false });
    assert.equal(await page.$('.plan-finder-summary a'), null);
    assert.notEqual(await focusedId(page), 'BODY', 'the focus is not lost');
    await page.evaluate(() => history.back());
    await waitForCount(page, QUALIFYING.length);
    assert.deepEqual(await form(page), { back: '14 days', lose: '12 hours', pitr: true });
    assert.ok(await isSameDocument(page), 'same document');
  });

  test('suggests a relaxation if no plan qualifies', async ({ visit }) => {
    const page = await visit('?back=60d');
    assert.equal((await qualifying(page)).length, 0);
    assert.equal(await summary(page), 'No plan matches. Some would if you accept retention of 30 days.');
  });

  test('reports an invalid requirement in the URL in a notice and applies the others', async ({ visit }) => {
    for (const [query, count] of [['?back=x', 52], ['?back=x&pitr=yes', 6], ['?lose=-1h', 52], ['?pitr=maybe', 52]]) {
      const page = await visit(query);
      const [name] = query.slice(1).split('=');
      const notices = await page.evaluate(() => [...document.querySelectorAll('.notice p')].map((line) => line.innerText));
      assert.equal(notices.length, 1, query);
      assert.ok(notices[0].includes(`${name}=`) && notices[0].includes('Use a form like'), notices[0]);
      assert.equal((await qualifying(page)).length, count, query);
      await page.close();
    }
  });

  test('reports an invalid duration next to the field and dims nothing', async ({ visit }) => {
    const page = await visit();
    await page.type('#lose', 'soon');
    await page.waitForSelector('#lose[aria-invalid=true]', { timeout: TIMEOUT_MS });
    assert.match(await page.$eval('#lose-message', (message) => message.innerText), /for example 14 days/);
    assert.equal((await qualifying(page)).length, 52);
  });

  test('at 320 and 360 px there is no horizontal scrolling, and all fields are inside the viewport', async ({ visit }) => {
    for (const width of [320, 360]) {
      const page = await visit(REQUIREMENTS, { width });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      const boxes = await page.evaluate(() => [...document.querySelectorAll('.plan-finder :is(input, label, a, p)')].filter((element) => element.innerText || element.localName === 'input')
        .map((element) => ({ name: element.id || element.innerText, ...element.getBoundingClientRect().toJSON() })));
      for (const { name, left, right, height } of boxes) {
        assert.ok(left >= 0 && right <= width && height >= 15, `${name}: from ${left} to ${right}, ${height} px high`);
      }
    }
  });
});

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`no axe violations with requirements, ${colorScheme}`, (test) => {
    for (const [name, width] of Object.entries({ wide: 1280, narrow: 360 })) {
      test(name, async ({ visit }) => {
        for (const path of [REQUIREMENTS, 'opensearch/premium/?back=14d&lose=1h', 'kafka/premium/?back=60d']) {
          const page = await visit(path, { width });
          await page.keyboard.press('Tab');
          // On a phone, an answer does not have the matrix beside it.
          if (path === REQUIREMENTS || width > 1000) {
            await page.focus('#cell-kafka-premium');
            await waitForTooltip(page, '#cell-kafka-premium');
          } else {
            await page.focus('#headline');
          }
          assert.deepEqual(await violations(page), [], `/${path}`);
          await page.close();
        }
        const page = await visit('', { width });
        if (width < 641) await page.click('.plan-finder summary');
        await page.type('#back', 'soon');
        await page.waitForSelector('#back[aria-invalid=true]', { timeout: TIMEOUT_MS });
        assert.deepEqual(await violations(page), [], 'with invalid text');
      });
    }
  }, { colorScheme });
}

inBrowsers('the plan finder in print', (test) => {
  test('the form is printed only with requirements, tooltips never', async ({ visit }) => {
    const isShown = (page, selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()), selector);
    const [empty, filled] = [await visit(), await visit(REQUIREMENTS)];
    await filled.keyboard.press('Tab');
    await filled.focus('a[data-unmet]');
    for (const page of [empty, filled]) await page.emulateMediaType('print');
    assert.equal(await isShown(empty, '.plan-finder'), false);
    assert.equal(await isShown(filled, '#back'), true);
    assert.equal(await isShown(filled, '.cell-tooltip, .plan-finder a'), false);
  });
}, { kinds: ['chromium'] });

inBrowsers('the plan finder without JavaScript', (test) => {
  test('is hidden, and the matrix is shown', async ({ visit }) => {
    const page = await visit('', { awaitApp: false, allow: [/^request failed: .*\/app-[0-9a-f]+\.js/] });
    const isShown = (selector) => page.$eval(selector, (element) => element.checkVisibility());
    assert.equal(await isShown('.plan-finder'), false);
    assert.equal(await isShown(link('postgresql/business/')), true);
  });
}, { javascript: false });
