// The incident form: keyboard, slider, URL, and input before the app mounts. Times in URLs are absolute, so that the
// verdicts do not depend on the date of the test run.

import assert from 'node:assert/strict';
import {
  TIMEOUT_MS, clickCell, focusedId, inBrowsers, isSameDocument, link, markWindow, nextFrames, waitForApp, waitForPath,
} from './helpers.mjs';

/** An incident in the afternoon, restored the following night. */
const INCIDENT = '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const text = (page, selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim());

/** Returns the verdict as shown. */
const answer = (page) => page.evaluate(() => {
  const verdict = document.querySelector('.incident-verdict');
  const details = [...document.querySelectorAll('.incident-details dl > div')].map((row) => [row.children[0].innerText, row.children[1].innerText]);
  return verdict && { verdict: verdict.dataset.verdict, headline: verdict.innerText, details: Object.fromEntries(details), advice: [...document.querySelectorAll('.incident-details li')].map((item) => item.innerText) };
});

/** Waits for a verdict. */
async function waitForVerdict(page, verdict) {
  await page.waitForSelector(`.incident-verdict[data-verdict=${verdict}]`, { timeout: TIMEOUT_MS })
    .catch(async (error) => assert.fail(`not ${verdict}, but ${JSON.stringify(await answer(page))}: ${error.message}`));
}

/** Waits until the query matches and returns it. */
async function waitForQuery(page, pattern) {
  const matches = (source) => new RegExp(source).test(decodeURIComponent(location.search));
  await page.waitForFunction(matches, { timeout: TIMEOUT_MS }, pattern.source)
    .catch(async (error) => assert.fail(`the query is ${await query(page)}, not ${pattern}: ${error.message}`));
  return query(page);
}

/** Presses Tab until the focused element matches the selector. */
async function tabTo(page, selector) {
  const isThere = () => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  for (let steps = 0; !(await isThere()); steps += 1) {
    assert.ok(steps < 120, `Tab did not reach ${selector} in 120 steps, but ${await focusedId(page)}`);
    await page.keyboard.press('Tab');
  }
}

/** Returns the timestamp of a query parameter in minutes. */
const minutesOf = (query, name = 'at') => Date.parse(new RegExp(`${name}=([^&]*)`).exec(query)[1]) / 60_000;

inBrowsers('an incident', (test, kind) => {
  test('works with the keyboard alone: verdict, slider, details, another plan', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await markWindow(page);
    await tabTo(page, '#at');
    await page.keyboard.type('2 h ago');
    await waitForVerdict(page, 'certain');
    assert.match((await answer(page)).headline, /^Yes. You can restore to any second up to .+\.$/);
    assert.match(await text(page, '.shell > .visually-hidden[role=status]'), /^Yes: PostgreSQL Business/, 'announced to screen readers');
    assert.match(await text(page, '#at-message'), /\d{4}/, 'shows the parsed time');
    const typed = minutesOf(await waitForQuery(page, /^\?at=\d{4}-\d\d-\d\dT\d\d:\d\dZ$/));
    const now = await page.evaluate(() => Math.floor(Date.now() / 60_000));
    assert.ok(now - typed >= 120 && now - typed <= 122, `2 h ago is ${now - typed} minutes ago`);
    assert.equal(await focusedId(page), 'at', 'the focus stays in the field');
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago', 'with the typed text');

    await tabTo(page, '#at-slider');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => !location.search.includes(before), { timeout: TIMEOUT_MS }, new Date(typed * 60_000).toISOString().slice(0, 16));
    assert.ok(typed - minutesOf(await query(page)) >= 60, `${await query(page)} is earlier`);
    assert.ok(await page.$eval('#at-slider', (slider) => /\d{4}/.test(slider.getAttribute('aria-valuetext'))), 'aria-valuetext is a time');

    await tabTo(page, '.incident-advanced > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '#hour');
    // Half a day before the incident: a backup shortly before it may not have ended, and is not counted on.
    const hour = new Date((minutesOf(await query(page)) - 720) * 60_000).toISOString().slice(11, 16);
    await page.keyboard.type(hour);
    await waitForQuery(page, new RegExp(`hour=${hour}$`));
    assert.equal(await text(page, '#hour-message'), `${hour} UTC`);
    assert.ok(!/between/.test((await answer(page)).details['Base backup']), 'the base backup is known exactly');
    const moved = await query(page);

    await tabTo(page, '.disclosure:has(#retention) > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.restore-points');
    const taken = await page.$$eval('.restore-points tbody tr', (rows) => rows.map((row) => row.cells[0].textContent));
    assert.deepEqual([taken.length, taken[1]], [3, '13 more, every day']);

    await page.focus('#headline');
    await tabTo(page, link('postgresql/premium/'));
    await page.keyboard.press('Enter');
    await waitForPath(page, 'postgresql/premium/');
    assert.equal(await query(page), moved, 'the incident is kept');
    await waitForVerdict(page, 'certain');
    assert.ok(await isSameDocument(page), 'same document');
  });

  test('keeps the advanced fields open while text in them is typed and deleted', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', 'yesterday 14:37');
    await page.click('.incident-advanced > summary');
    await page.type('#hour', '02:30');
    await waitForQuery(page, /hour=02:30/);
    for (let left = 5; left > 0; left -= 1) await page.keyboard.press('Backspace');
    await waitForQuery(page, /^\?at=[^&]*$/);
    assert.equal(await focusedId(page), 'hour');
    assert.equal(await page.$eval('.incident-advanced', ({ open }) => open), true);
    await page.keyboard.type('5');
    await page.waitForSelector('#hour[aria-invalid=true]', { timeout: TIMEOUT_MS });
    assert.equal(await text(page, '#hour-message'), 'Enter a time, for example 02:30.');
    await page.keyboard.type(':15');
    await waitForQuery(page, /hour=05:15/);
  });

  test('is moved by the slider: each step updates URL, verdict and ladder', async ({ visit }) => {
    const page = await visit(`redis/premium/${INCIDENT}`);
    const linePosition = () => page.$eval('.ladder [data-part=incident-line]', (line) => parseFloat(line.getAttribute('x1')));
    const before = { position: await linePosition(), restorePoint: (await answer(page)).details['Restore point'] };
    await page.focus('#at-slider');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const later = await waitForQuery(page, /at=2026-11-21T15:/);
    assert.equal(minutesOf(later, 'restore'), minutesOf(INCIDENT, 'restore'));
    assert.ok(await linePosition() > before.position, 'the incident line moves to the right');
    assert.notEqual((await answer(page)).details['Restore point'], before.restorePoint);
    await page.keyboard.press('Home');
    await waitForVerdict(page, 'impossible');
    assert.equal(minutesOf(INCIDENT, 'restore') - minutesOf(await waitForQuery(page, /at=2026-11-08/)), 27 * 12 * 60, 'the axis ends at the best-case window');
    await page.keyboard.press('End');
    await waitForQuery(page, /at=2026-11-22T03:05Z/);
    await waitForVerdict(page, 'certain');
    if (kind === 'webkit') return; // the pointer of the virtual screen interferes with a drag
    const { x, y, width, height } = await page.$eval('#at-slider', (slider) => slider.getBoundingClientRect().toJSON());
    await page.mouse.move(x + width - 12, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.up();
    const middle = minutesOf(INCIDENT, 'restore') - minutesOf(await waitForQuery(page, /at=2026-11-15/));
    assert.ok(Math.abs(middle - 27 * 6 * 60) < 12 * 60, `dragged to the middle it is ${middle} minutes before the restore`);
  });

  test('is drawn with its restore points', async ({ visit }) => {
    const PARTS = ['incident-line', 'restore-point', 'data-loss', 'incident-label'];
    const drawn = (page) => page.evaluate((parts) => parts.filter((part) => document.querySelector(`.ladder [data-part=${part}]`)), PARTS);
    assert.deepEqual(await drawn(await visit(`redis/premium/${INCIDENT}`)), ['incident-line', 'restore-point', 'incident-label']);
    assert.deepEqual(await drawn(await visit(`redis/premium/${INCIDENT}&hour=04:00`)), PARTS, 'a known backup is before the incident');
    assert.deepEqual(await drawn(await visit(`postgresql/premium/${INCIDENT}`)), ['incident-line', 'restore-point', 'incident-label'], 'no data loss with PITR');
    const older = await visit(`flink/startup/${INCIDENT}`);
    assert.deepEqual(await drawn(older), ['incident-label'], 'older than the axis');
    assert.match(await older.$eval('.ladder [data-part=incident-label]', ({ textContent }) => textContent), /older/);
    assert.deepEqual(await drawn(await visit('redis/premium/')), []);
  });

  test('is entered by a press on a time to choose from', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await page.click('.quick-choices button:nth-child(2)');
    await waitForVerdict(page, 'certain');
    assert.equal(await page.$eval('#at', ({ value }) => value), '1 h ago');
    const ago = await page.evaluate(() => Math.floor(Date.now() / 60_000)) - minutesOf(await waitForQuery(page, /at=/));
    assert.ok(ago >= 60 && ago <= 62, `${ago} minutes`);
  });

  const sentences = [
    [`redis/premium/${INCIDENT}`, 'certain', /^Yes. You can restore a backup taken less than 12 hours before the incident\.$/],
    [`redis/premium/${INCIDENT}&hour=09:00`, 'certain', /^Yes. You can restore the backup of .+\.$/],
    [`redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z`, 'possible', /^Maybe. It depends on your backup time/],
    [`redis/startup/?at=2020-01-01T00:00Z`, 'impossible', /^No\. All backups from before the incident have expired\.$/],
    [`mysql/hobbyist/${INCIDENT}`, 'silent', /^You can’t restore it yourself\. The policy doesn’t state whether Aiven can\.$/],
    [`kafka/premium/${INCIDENT}`, 'impossible', /^No\. Aiven doesn’t back up Apache Kafka on Premium\.$/],
    ['redis/premium/?at=2100-12-31T23:59Z', 'unclear', /^This time is in the future\.$/],
    ['redis/premium/?at=2026-11-21T14:37Z&restore=2026-11-21T14:36Z', 'unclear', /^The restore time is before the incident\.$/],
  ];
  test('is answered in one sentence for every verdict', async ({ visit }) => {
    for (const [path, verdict, sentence] of sentences) {
      const page = await visit(path);
      const shown = await answer(page);
      assert.equal(shown.verdict, verdict, path);
      assert.match(shown.headline, sentence, path);
      assert.ok(verdict === 'certain' || shown.advice.length > 0, `${path}: it gives advice`);
      await page.close();
    }
  });

  test('that the plan does not cover links to a plan that does, and is kept on navigation', async ({ visit }) => {
    const incident = '?at=2026-11-15T12:00Z&restore=2026-11-22T03:05Z';
    const page = await visit(`opensearch/startup/${incident}`);
    await waitForVerdict(page, 'impossible');
    await page.click('.incident-details li a');
    await waitForPath(page, 'opensearch/business/');
    await waitForVerdict(page, 'certain');
    assert.equal(await query(page), incident);
    await clickCell(page, 'kafka/premium/');
    assert.equal(await query(page), incident, 'also by the matrix');
    await waitForVerdict(page, 'impossible');
  });

  test('survives reload, back and forward with all its fields', async ({ visit }) => {
    const fullQuery = `${INCIDENT}&hour=02:30`;
    const page = await visit(`redis/premium/${fullQuery}`);
    const state = async () => ({
      ...(await answer(page)), query: await query(page), message: await text(page, '#at-message'),
      open: await page.$eval('.incident-advanced', ({ open }) => open),
      fields: await page.evaluate(() => ['at', 'at-clock', 'at-slider', 'restore-clock', 'hour'].map((id) => document.getElementById(id).value)),
    });
    const before = await state();
    assert.equal(before.query, fullQuery);
    assert.equal(before.open, true);
    await page.reload({ waitUntil: 'load' });
    await waitForApp(page);
    assert.deepEqual(await state(), before, 'after a reload');
    await clickCell(page, 'mysql/business/');
    await page.evaluate(() => history.back());
    await waitForPath(page, 'redis/premium/');
    assert.deepEqual(await state(), before, 'back');
    await page.evaluate(() => history.forward());
    await waitForPath(page, 'mysql/business/');
    assert.equal(await query(page), fullQuery);
    await waitForVerdict(page, 'certain');
  });

  test('that was just typed is in the URL after immediate navigation, back and reload', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '5 h ago');
    await page.$eval(link('mysql/business/'), (cell) => cell.click()); // before the debounced URL update
    await waitForPath(page, 'mysql/business/');
    const queryAfterClick = await query(page);
    await page.evaluate(() => history.back());
    await waitForPath(page, 'redis/premium/');
    assert.equal(await query(page), queryAfterClick);
    const message = await text(page, '#at-message');
    await page.reload({ waitUntil: 'load' });
    await waitForApp(page);
    assert.equal(await text(page, '#at-message'), message);
  });

  test('with an invalid parameter shows a notice that names it; other parameters still apply', async ({ visit }) => {
    for (const parameter of ['at=x', 'at=2026-02-30T10:00Z', 'restore=now', 'hour=25:00']) {
      const page = await visit(`redis/premium/?${parameter}&lose=12h`);
      const notices = await page.$$eval('.notice p', (lines) => lines.map((line) => line.innerText));
      assert.equal(notices.length, 1, parameter);
      assert.ok(notices[0].includes(parameter.split('=')[0]) && notices[0].includes('Use a form like'), notices[0]);
      assert.equal(await answer(page), null, parameter);
      assert.equal(await page.$eval('#lose', ({ value }) => value), '12 hours');
      await page.close();
    }
  });

  test('typed before the app mounts is answered after mounting, with focus and caret kept', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\.wasm$/);
    const page = await visit('postgresql/business/', { server: site, awaitApp: false });
    await page.type('#at', '2 h ago');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await answer(page), null);
    site.release();
    await waitForApp(page);
    await waitForVerdict(page, 'certain');
    assert.deepEqual(await page.$eval('#at', ({ value, selectionStart }) => ({ value, selectionStart })), { value: '2 h ago', selectionStart: 6 });
    assert.equal(await focusedId(page), 'at');
    await waitForQuery(page, /^\?at=/);
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await nextFrames(page);
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago ', 'typing continues');
  });
});
