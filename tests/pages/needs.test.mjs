// The needs finder: by typing, by the keyboard alone and by an address; what steps back, and what it says.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { CELLS, PATIENCE, SERVICES, focused, frames, inBrowsers, isSameDocument, link, markWindow, pick, untilAt } from './support.mjs';

const ASKED = '?back=14d&lose=12h&pitr=yes';
/** The plans that go back 14 days with PITR, after the published data. */
const FIT = CELLS.filter(({ recovery_mode: mode, guaranteed_window_hours: window }) => mode === 'pitr' && window >= 14 * 24)
  .map(({ service, plan }) => `cell-${service}-${plan}`);

const summary = (page) => page.$eval('.needs [role=status]', (status) => status.textContent);
const fitting = (page) => page.evaluate(() => [...document.querySelectorAll('.matrix td > a:not([data-short])')].map(({ id }) => id));
const form = (page) => page.evaluate(() => ({ back: document.querySelector('#back').value, lose: document.querySelector('#lose').value, pitr: document.querySelector('#pitr').checked }));
const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const row = (page, service) => page.$eval(`tr:has(#row-${service}) .matrix-line`, (line) => line.textContent);

/** Waits until so many plans are left. */
async function untilLeft(page, count) {
  await page.waitForFunction((wanted) => document.querySelectorAll('.matrix td > a:not([data-short])').length === wanted, { timeout: PATIENCE }, count)
    .catch(async (error) => assert.fail(`${(await fitting(page)).length} plans are left, not ${count}: ${error.message}`));
}

/** Waits until the reason of a cell is to be seen, and says where it is. */
async function reason(page, cell) {
  const shown = (selector) => document.querySelector(`${selector} + .why`)?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  await page.waitForFunction(shown, { timeout: PATIENCE }, cell);
  return page.$eval(`${cell} + .why`, (why) => ({ text: why.innerText, ...why.getBoundingClientRect().toJSON() }));
}

/** Where everything is that must not move. */
const places = (page) => page.evaluate(() => [...document.querySelectorAll('.matrix a, .matrix input, .footer, #headline')]
  .map((element) => [element.id, ...Object.values(element.getBoundingClientRect().toJSON()).map(Math.round)].join(' ')));

/** Tab until the focus is on an element. */
async function tabTo(page, id) {
  for (let steps = 0; (await focused(page)) !== id; steps += 1) {
    assert.ok(steps < 20, `Tab has not reached ${id} after 20 steps, but ${await focused(page)}`);
    await page.keyboard.press('Tab');
  }
}

inBrowsers('the needs finder', (test) => {
  test('makes plans step back while one types, says how many are left, and names the smallest of each service', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    assert.equal((await fitting(page)).length, 52, 'nothing steps back before something is asked');
    await page.type('#back', '14 days');
    await untilLeft(page, 7);
    assert.equal(await summary(page), '7 of 38 plans on offer qualify.');
    assert.equal(await page.$eval('#back-reading', (reading) => reading.textContent), '14 days');
    assert.equal(await row(page, 'postgresql'), 'from Business');
    assert.equal(await row(page, 'redis'), 'none: use redis-cli');
    assert.equal(await row(page, 'kafka'), 'none, but the policy names other ways');
    await page.waitForFunction(() => location.search === '?back=14d', { timeout: PATIENCE });
    assert.equal(await focused(page), 'back', 'the focus stays in the field');
    assert.equal((await form(page)).back, '14 days', 'and what was typed in it');
    await page.click('#pitr');
    await untilLeft(page, FIT.length);
    assert.deepEqual(await fitting(page), FIT);
    await page.click('#pitr');
    await untilLeft(page, 7);
    assert.ok(await isSameDocument(page), 'no page was loaded');
  });

  test('shows what an address asks, and after a reload again', async ({ visit }) => {
    const page = await visit(ASKED);
    for (const when of ['at first', 'again']) {
      assert.deepEqual(await form(page), { back: '14 days', lose: '12 hours', pitr: true }, when);
      assert.deepEqual(await fitting(page), FIT, when);
      assert.equal(await summary(page), `${FIT.length} of 38 plans on offer qualify.`, when);
      if (when === 'at first') await page.reload({ waitUntil: 'load' });
      await page.waitForSelector('html[data-live]', { timeout: PATIENCE });
    }
  });

  test('can be used with the keyboard alone, to the answer', async ({ visit }) => {
    const page = await visit();
    await tabTo(page, 'back');
    await page.keyboard.type('2 days');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'lose');
    await page.keyboard.type('1 h');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'pitr');
    await untilLeft(page, 9); // six with PITR, three of OpenSearch
    await page.keyboard.press(' ');
    await untilLeft(page, 6);
    await tabTo(page, `row-${SERVICES[0]}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'cell-postgresql-hobbyist');
    assert.equal((await reason(page, '#cell-postgresql-hobbyist')).text, 'Only the platform can restore it.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await untilAt(page, 'postgresql/startup/');
    assert.equal(await query(page), '?back=2d&lose=1h&pitr=yes', 'the needs go along');
    assert.equal((await fitting(page)).length, 6);
  });

  test('lets Escape send the reason away, where the focus and the pointer are, until one of them moves on', async ({ visit }) => {
    const page = await visit('?back=14d&lose=1h');
    const hidden = (cell) => page.waitForFunction((selector) =>
      !document.querySelector(`${selector} + .why`).checkVisibility({ visibilityProperty: true }), { timeout: PATIENCE }, cell);
    const [one, other] = ['#cell-kafka-business', '#cell-kafka-premium'];
    await page.keyboard.press('Tab');
    await page.focus(one);
    await reason(page, one);
    await page.keyboard.press('Escape');
    await hidden(one);
    assert.equal(await page.evaluate(() => `#${document.activeElement.id}`), one, 'the focus stays');
    await page.keyboard.press('ArrowRight');
    await reason(page, other);
    await page.evaluate(() => document.activeElement.blur());
    await page.hover(one);
    await reason(page, one);
    await page.keyboard.press('Escape');
    await hidden(one);
    await page.hover(other);
    await reason(page, other);
  });

  test('says why beside the cell, in the window, and moves nothing: by focus at once, under the mouse after a moment', async ({ visit }) => {
    for (const width of [1280, 360]) {
      const page = await visit('?back=14d&lose=1h', { width });
      const cells = await page.evaluate(() => [...document.querySelectorAll('a[data-short]')].map(({ id }) => `#${id}`));
      assert.ok(cells.length > 30);
      await page.keyboard.press('Tab'); // from now on the focus is shown
      for (const cell of [...cells.slice(0, 5), ...cells.slice(-5)]) {
        await page.focus(cell);
        await frames(page);
        const before = await places(page);
        const { left, right, text } = await reason(page, cell);
        assert.ok(left >= 0 && right <= width, `${cell}: "${text}" reaches from ${left} to ${right} px of ${width}`);
        await page.evaluate(() => document.activeElement.blur());
        await frames(page);
        assert.deepEqual(await places(page), before, `${cell}: nothing moves`);
      }
      await page.hover(cells[0]);
      assert.equal((await reason(page, cells[0])).text, 'No backups.');
      const { x, y, width: wide, height } = await reason(page, cells[0]);
      await page.mouse.move(x + wide / 2, y + height / 2);
      await new Promise((done) => setTimeout(done, 500));
      await reason(page, cells[0]); // the pointer may go onto it
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
    }
  });

  test('tells by more than colour, and a screen reader too, what does not qualify', async ({ visit }) => {
    const page = await visit(ASKED);
    const { struck, whole, described } = await page.evaluate(() => {
      const line = (id) => getComputedStyle(document.querySelector(`#${id} .matrix-parts > span`)).textDecorationLine;
      const link = document.querySelector('#cell-postgresql-startup');
      return {
        struck: line('cell-postgresql-startup'),
        whole: line('cell-postgresql-business'),
        described: document.getElementById(link.getAttribute('aria-describedby')).textContent,
      };
    });
    assert.deepEqual({ struck, whole }, { struck: 'line-through', whole: 'none' });
    assert.equal(described, 'Goes back 2 days for sure, not 14 days.');
  });

  test('tells where the loss grows further back, though the plan qualifies', async ({ visit }) => {
    const page = await visit('?back=14d&lose=1h');
    const gap = 'Further back than 23 hours, up to 24 hours can be lost.';
    const caveats = await page.evaluate(() => [...document.querySelectorAll('.needs-caveats p')].filter((line) => line.checkVisibility()).map((line) => line.innerText));
    assert.ok(caveats.includes(`OpenSearch: ${gap}`), caveats.join('\n'));
    await page.hover('#cell-opensearch-premium');
    assert.equal((await reason(page, '#cell-opensearch-premium')).text, gap);
  });

  test('is cleared by its link; back shows the needs again; the needs follow from page to page', async ({ visit }) => {
    const page = await visit(`kafka/${ASKED}`);
    await markWindow(page);
    await pick(page, 'postgresql/business/');
    assert.equal(await query(page), ASKED);
    assert.deepEqual(await fitting(page), FIT);
    await page.click('.needs-said a');
    await untilLeft(page, 52);
    assert.equal(await query(page), '');
    assert.deepEqual(await form(page), { back: '', lose: '', pitr: false });
    assert.equal(await page.$('.needs-said a'), null);
    assert.notEqual(await focused(page), 'BODY', 'the focus is not lost to nowhere');
    await page.evaluate(() => history.back());
    await untilLeft(page, FIT.length);
    assert.deepEqual(await form(page), { back: '14 days', lose: '12 hours', pitr: true });
    assert.ok(await isSameDocument(page), 'no page was loaded');
  });

  test('says what to relax where no plan qualifies', async ({ visit }) => {
    const page = await visit('?back=60d');
    assert.equal((await fitting(page)).length, 0);
    assert.equal(await summary(page), 'No plan qualifies. Some would if you go back no further than 30 days.');
  });

  test('names a damaged need of an address in a notice, and the others hold', async ({ visit }) => {
    for (const [damaged, left] of [['?back=x', 52], ['?back=x&pitr=yes', 6], ['?lose=-1h', 52], ['?pitr=maybe', 52]]) {
      const page = await visit(damaged);
      const [name] = damaged.slice(1).split('=');
      const notices = await page.evaluate(() => [...document.querySelectorAll('.notice p')].map((line) => line.innerText));
      assert.equal(notices.length, 1, damaged);
      assert.ok(notices[0].includes(`${name}=`) && notices[0].includes('should look like'), notices[0]);
      assert.equal((await fitting(page)).length, left, damaged);
      await page.close();
    }
  });

  test('says so beside the field where a text is no length of time, and nothing steps back for it', async ({ visit }) => {
    const page = await visit();
    await page.type('#lose', 'soon');
    await page.waitForSelector('#lose[aria-invalid=true]', { timeout: PATIENCE });
    assert.match(await page.$eval('#lose-reading', (reading) => reading.innerText), /write it like/);
    assert.equal((await fitting(page)).length, 52);
  });

  test('on 320 px and on 360 px there is no sideways scrolling, and each field can be read and hit', async ({ visit }) => {
    for (const width of [320, 360]) {
      const page = await visit(ASKED, { width });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      const boxes = await page.evaluate(() => [...document.querySelectorAll('.needs :is(input, label, a, p)')].filter((each) => each.innerText || each.localName === 'input')
        .map((each) => ({ name: each.id || each.innerText, ...each.getBoundingClientRect().toJSON() })));
      for (const { name, left, right, height } of boxes) {
        assert.ok(left >= 0 && right <= width && height >= 15, `${name}: from ${left} to ${right}, ${height} px high`);
      }
    }
  });
});

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`axe finds nothing on a table with needs, ${colorScheme}`, (test) => {
    for (const [name, width] of Object.entries({ wide: 1280, narrow: 360 })) {
      test(name, async ({ visit }) => {
        for (const address of [ASKED, 'opensearch/premium/?back=14d&lose=1h', 'kafka/premium/?back=60d']) {
          const page = await visit(address, { width });
          await page.keyboard.press('Tab');
          await page.focus('a[data-short]');
          await reason(page, 'a[data-short]');
          assert.deepEqual(await violations(page), [], `/${address}`);
          await page.close();
        }
        const page = await visit('', { width });
        await page.type('#back', 'soon');
        await page.waitForSelector('#back[aria-invalid=true]', { timeout: PATIENCE });
        assert.deepEqual(await violations(page), [], 'with a text that cannot be read');
      });
    }
  }, { colorScheme });
}

inBrowsers('the needs finder on paper', (test) => {
  test('the form is printed only where something is asked, and no reason is', async ({ visit }) => {
    const shown = (page, selector) => page.evaluate((each) => [...document.querySelectorAll(each)].some((element) => element.checkVisibility()), selector);
    const [plain, asked] = [await visit(), await visit(ASKED)];
    await asked.keyboard.press('Tab');
    await asked.focus('a[data-short]');
    for (const page of [plain, asked]) await page.emulateMediaType('print');
    assert.equal(await shown(plain, '.needs'), false);
    assert.equal(await shown(asked, '#back'), true);
    assert.equal(await shown(asked, '.why, .needs a'), false);
  });
}, { kinds: ['chromium'] });

inBrowsers('the needs finder without scripts', (test) => {
  test('is not shown, and the table is', async ({ visit }) => {
    const page = await visit('', { live: false, allow: [/^request failed: .*\/app-[0-9a-f]+\.js/] });
    const shown = (selector) => page.$eval(selector, (element) => element.checkVisibility());
    assert.equal(await shown('.needs'), false);
    assert.equal(await shown(link('postgresql/business/')), true);
  });
}, { javascript: false });
