// "It broke then: can I get my data back?": asked with the keyboard alone, along the picture, by an address, and before
// the app is there. The times of addresses are absolute, so that the answers do not depend on the day of the test.

import assert from 'node:assert/strict';
import {
  PATIENCE, focused, frames, inBrowsers, isSameDocument, link, markWindow, pick, untilAt, untilLive,
} from './support.mjs';

/** An incident in the afternoon, noticed that night. */
const ASKED = '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const text = (page, selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim());

/** The answer as a person sees it. */
const answer = (page) => page.evaluate(() => {
  const told = document.querySelector('.incident-answer');
  const facts = [...document.querySelectorAll('.incident dl > div')].map((row) => [row.children[0].innerText, row.children[1].innerText]);
  return told && { sure: told.dataset.answer, headline: told.innerText, facts: Object.fromEntries(facts), advice: [...document.querySelectorAll('.incident-details li')].map((item) => item.innerText) };
});

/** Waits until the answer is this sure. */
async function untilSure(page, sure) {
  await page.waitForSelector(`.incident-answer[data-answer=${sure}]`, { timeout: PATIENCE })
    .catch(async (error) => assert.fail(`not ${sure}, but ${JSON.stringify(await answer(page))}: ${error.message}`));
}

/** Waits until the address has this query, and says which. */
async function untilQuery(page, wanted) {
  const here = (source) => new RegExp(source).test(decodeURIComponent(location.search));
  await page.waitForFunction(here, { timeout: PATIENCE }, wanted.source)
    .catch(async (error) => assert.fail(`the query is ${await query(page)}, not ${wanted}: ${error.message}`));
  return query(page);
}

/** Tab until the focus is on what a selector finds. */
async function tabTo(page, selector) {
  const there = () => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  for (let steps = 0; !(await there()); steps += 1) {
    assert.ok(steps < 120, `Tab has not reached ${selector} after 120 steps, but ${await focused(page)}`);
    await page.keyboard.press('Tab');
  }
}

/** The moment in a query, as minutes. */
const moment = (query, name = 'at') => Date.parse(new RegExp(`${name}=([^&]*)`).exec(query)[1]) / 60_000;

inBrowsers('an incident', (test) => {
  test('is asked about with the keyboard alone: the answer, the picture, the details, another plan', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await markWindow(page);
    await tabTo(page, '#at');
    await page.keyboard.type('2 h ago');
    await untilSure(page, 'certain');
    assert.match((await answer(page)).headline, /^Yes, for certain: back to any second up to .+\.$/);
    assert.ok(await page.$('[aria-live=polite] > .incident-answer'), 'a screen reader hears it');
    assert.match(await text(page, '#at-reading'), /\d{4}/, 'the reading is shown back');
    const typed = moment(await untilQuery(page, /^\?at=\d{4}-\d\d-\d\dT\d\d:\d\dZ$/));
    const now = await page.evaluate(() => Math.floor(Date.now() / 60_000));
    assert.ok(now - typed >= 120 && now - typed <= 122, `2 h ago is ${now - typed} minutes ago`);
    assert.equal(await focused(page), 'at', 'the focus stays in the field');
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago', 'and what was typed in it');

    await tabTo(page, '.incident-more > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '#hour');
    await page.keyboard.type('2:30');
    await untilQuery(page, /hour=02:30$/);
    assert.equal(await text(page, '#hour-reading'), '02:30 UTC');
    assert.ok(!/between/.test((await answer(page)).facts['Base backup it starts from']), 'the base backup is known exactly');

    await tabTo(page, '#at-slider');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => !location.search.includes(before), { timeout: PATIENCE }, new Date(typed * 60_000).toISOString().slice(0, 16));
    const moved = await query(page);
    assert.ok(typed - moment(moved) >= 60, `${moved} is earlier`);
    assert.ok(await page.$eval('#at-slider', (slider) => /\d{4}/.test(slider.getAttribute('aria-valuetext'))), 'its value is said as a time');

    await tabTo(page, '.points > summary');
    await page.keyboard.press('Enter');
    assert.equal(await page.$$eval('.points tbody tr', ({ length }) => length), 15);

    await page.focus('#headline');
    await tabTo(page, link('postgresql/premium/'));
    await page.keyboard.press('Enter');
    await untilAt(page, 'postgresql/premium/');
    assert.equal(await query(page), moved, 'the incident goes along');
    await untilSure(page, 'certain');
    assert.ok(await isSameDocument(page), 'no page was loaded');
  });

  test('keeps its details open while a text in them is typed, taken back and typed anew', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', 'yesterday 14:37');
    await page.click('.incident-more > summary');
    await page.type('#hour', '02:30');
    await untilQuery(page, /hour=02:30/);
    for (let left = 5; left > 0; left -= 1) await page.keyboard.press('Backspace');
    await untilQuery(page, /^\?at=[^&]*$/);
    assert.equal(await focused(page), 'hour');
    assert.equal(await page.$eval('.incident-more', ({ open }) => open), true);
    await page.keyboard.type('5');
    await page.waitForSelector('#hour[aria-invalid=true]', { timeout: PATIENCE });
    assert.equal(await text(page, '#hour-reading'), 'Not a time of day yet: write it like 02:30.');
    await page.keyboard.type(':15');
    await untilQuery(page, /hour=05:15/);
  });

  test('is moved along the picture: each step changes the address, the answer and the mark', async ({ visit }) => {
    const page = await visit(`redis/premium/${ASKED}`);
    const place = () => page.$eval('.timeline .case .at', (line) => parseFloat(line.getAttribute('x1')));
    const before = { place: await place(), headline: (await answer(page)).facts['Restore point'] };
    await page.focus('#at-slider');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const later = await untilQuery(page, /at=2026-11-21T15:/);
    assert.equal(moment(later, 'restore'), moment(ASKED, 'restore'));
    assert.ok(await place() > before.place, 'the mark moves to the right');
    assert.notEqual((await answer(page)).facts['Restore point'], before.headline);
    await page.keyboard.press('Home');
    await untilSure(page, 'impossible');
    assert.equal(moment(ASKED, 'restore') - moment(await untilQuery(page, /at=2026-11-08/)), 27 * 12 * 60, 'the end of the picture is the best case');
    await page.keyboard.press('End');
    await untilQuery(page, /at=2026-11-22T03:05Z/);
    await untilSure(page, 'certain');
    const { x, y, width, height } = await page.$eval('#at-slider', (slider) => slider.getBoundingClientRect().toJSON());
    await page.mouse.click(x + width / 2, y + height / 2);
    const middle = moment(ASKED, 'restore') - moment(await untilQuery(page, /at=2026-11-15/));
    assert.ok(Math.abs(middle - 27 * 6 * 60) < 12 * 60, `a click in the middle is ${middle} minutes before the restore`);
  });

  test('shows on the picture what is used and what is lost', async ({ visit }) => {
    const marks = (page) => page.evaluate(() => ['.at', '.used', '.lost'].filter((mark) => document.querySelector(`.timeline .case ${mark}`)));
    assert.deepEqual(await marks(await visit(`redis/premium/${ASKED}`)), ['.at', '.used', '.lost']);
    assert.deepEqual(await marks(await visit(`postgresql/premium/${ASKED}`)), ['.at', '.used'], 'nothing is lost with PITR');
    assert.deepEqual(await marks(await visit(`flink/startup/${ASKED}`)), ['.at'], 'nothing is used where all is gone');
    assert.deepEqual(await marks(await visit('redis/premium/')), []);
  });

  const sentences = [
    [`redis/premium/${ASKED}`, 'certain', /^Yes, for certain: back to a backup taken less than 12 hours before the incident\.$/],
    [`redis/premium/${ASKED}&hour=02:30`, 'certain', /^Yes, for certain: back to the backup of .+\.$/],
    [`redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z`, 'possible', /^Perhaps: it depends on the time of day/],
    [`redis/startup/?at=2020-01-01T00:00Z`, 'impossible', /^No: every backup from before the incident is gone\.$/],
    [`mysql/hobbyist/${ASKED}`, 'silent', /^Not by yourself, and the policy does not say whether the platform can\.$/],
    [`kafka/premium/${ASKED}`, 'impossible', /^No: there are no backups of Apache Kafka on Premium\.$/],
    ['redis/premium/?at=2100-12-31T23:59Z', 'unclear', /^That moment has not come yet\.$/],
    ['redis/premium/?at=2026-11-21T14:37Z&restore=2026-11-21T14:36Z', 'unclear', /^The restore would be before the incident\.$/],
  ];
  test('is answered in one sentence, however it is', async ({ visit }) => {
    for (const [address, sure, sentence] of sentences) {
      const page = await visit(address);
      const told = await answer(page);
      assert.equal(told.sure, sure, address);
      assert.match(told.headline, sentence, address);
      assert.ok(sure === 'certain' || told.advice.length > 0, `${address}: it says what to do`);
      await page.close();
    }
  });

  test('that is beyond the plan leads to the plan that would have saved it, and goes along', async ({ visit }) => {
    const asked = '?at=2026-11-15T12:00Z&restore=2026-11-22T03:05Z';
    const page = await visit(`opensearch/startup/${asked}`);
    await untilSure(page, 'impossible');
    await page.click('.incident-details li a');
    await untilAt(page, 'opensearch/business/');
    await untilSure(page, 'certain');
    assert.equal(await query(page), asked);
    await pick(page, 'kafka/premium/');
    assert.equal(await query(page), asked, 'by the matrix, too');
    await untilSure(page, 'impossible');
  });

  test('and all that is said about it survive a reload, back and forward', async ({ visit }) => {
    const whole = `${ASKED}&hour=02:30`;
    const page = await visit(`redis/premium/${whole}`);
    const seen = async () => ({
      ...(await answer(page)), query: await query(page), reading: await text(page, '#at-reading'),
      open: await page.$eval('.incident-more', ({ open }) => open),
      fields: await page.evaluate(() => ['at', 'at-clock', 'at-slider', 'restore-clock', 'hour'].map((id) => document.getElementById(id).value)),
    });
    const before = await seen();
    assert.equal(before.query, whole);
    assert.equal(before.open, true);
    await page.reload({ waitUntil: 'load' });
    await untilLive(page);
    assert.deepEqual(await seen(), before, 'after a reload');
    await pick(page, 'mysql/business/');
    await page.evaluate(() => history.back());
    await untilAt(page, 'redis/premium/');
    assert.deepEqual(await seen(), before, 'back');
    await page.evaluate(() => history.forward());
    await untilAt(page, 'mysql/business/');
    assert.equal(await query(page), whole);
    await untilSure(page, 'certain');
  });

  test('that was typed is in the address when one leaves at once and comes back, also after a reload', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '5 h ago');
    await page.$eval(link('mysql/business/'), (cell) => cell.click()); // before the address was written
    await untilAt(page, 'mysql/business/');
    const carried = await query(page);
    await page.evaluate(() => history.back());
    await untilAt(page, 'redis/premium/');
    assert.equal(await query(page), carried);
    const reading = await text(page, '#at-reading');
    await page.reload({ waitUntil: 'load' });
    await untilLive(page);
    assert.equal(await text(page, '#at-reading'), reading);
  });

  test('of a damaged address is ignored with a notice that names the parameter, and the rest holds', async ({ visit }) => {
    for (const damaged of ['at=x', 'at=2026-11-21', 'at=2026-02-30T10:00Z', 'restore=now', 'hour=25:00', 'with=gold']) {
      const page = await visit(`redis/premium/?${damaged}&lose=12h`);
      const notices = await page.$$eval('.notice p', (lines) => lines.map((line) => line.innerText));
      assert.equal(notices.length, 1, damaged);
      assert.ok(notices[0].includes(damaged.split('=')[0]) && notices[0].includes('should look like'), notices[0]);
      assert.equal(await answer(page), null, damaged);
      assert.equal(await page.$eval('#lose', ({ value }) => value), '12 hours');
      await page.close();
    }
  });

  test('typed before the app takes over is answered then, with the focus and the caret where they were', async ({ visit, hold }) => {
    const site = await hold(/\.wasm$/);
    const page = await visit('postgresql/business/', { from: site, live: false });
    await page.type('#at', '2 h ago');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await answer(page), null);
    site.release();
    await untilLive(page);
    await untilSure(page, 'certain');
    assert.deepEqual(await page.$eval('#at', ({ value, selectionStart }) => ({ value, selectionStart })), { value: '2 h ago', selectionStart: 6 });
    assert.equal(await focused(page), 'at');
    await untilQuery(page, /^\?at=/);
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await frames(page);
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago ', 'typing goes on');
  });
});
