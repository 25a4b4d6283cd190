// The index as a chart: all cells on one screen, bars as long as the retention, and requirements that end in an offer.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { CELLS, SERVICES, TIMEOUT_MS, inBrowsers, waitForPath } from './helpers.mjs';

/** Cells that keep restore points, from the published data. */
const KEPT = CELLS.filter(({ tiers }) => tiers.length > 0);
/** Retention of a cell in hours, as the policy names it: the coarsest tier's. */
const retention = ({ tiers }) => {
  const { keep_age_hours: age, keep_count: count, interval_hours: interval } = tiers.at(-1);
  return age ?? (count - 1) * interval;
};
const LONGEST = Math.max(...KEPT.map(retention));

inBrowsers('the index as a chart', (test, kind) => {
  test('all three facts of all cells are on one screen of a projector', async ({ visit }) => {
    const page = await visit('', { width: 1280, height: 720 });
    const rows = await page.$$eval('.matrix tbody tr', (all) => all.map((row) => ({
      bottom: row.getBoundingClientRect().bottom,
      tools: row.querySelector('.export-tools').innerText,
      cells: [...row.querySelectorAll('td > a')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim()),
    })));
    assert.equal(rows.length, SERVICES.length);
    for (const [index, { bottom, tools, cells }] of rows.entries()) {
      assert.ok(bottom <= 720, `${SERVICES[index]} ends at ${bottom}`);
      const known = CELLS.filter(({ service }) => service === SERVICES[index]);
      assert.equal(tools, known[0].export_tools.map(({ name }) => name).join(', ') || 'None listed');
      for (const [column, cell] of known.entries()) {
        assert.equal(/PITR/.test(cells[column]), cell.recovery_mode === 'pitr', cell.page);
        if (cell.recovery_mode === 'basic') assert.match(cells[column], /hourly|daily/, cell.page);
      }
    }
  });

  // WebKit's driver may take the picture before the page is painted.
  for (const theme of kind === 'webkit' ? [] : ['light', 'dark']) test(`cells with each kind of answer stand out from the ground, ${theme}`, async ({ visit }) => {
    const page = await visit(`?theme=${theme}`, { width: 1280, height: 720 });
    // Beside the lower left corner, where a cell has neither its border nor a text.
    const points = await page.$$eval('.matrix td a:not([data-kind="absent"])', (all) => Object.entries(Object.fromEntries(
      all.map((cell) => [cell.dataset.kind, cell.getBoundingClientRect()]))).map(([kind, { left, bottom }]) => [kind, Math.round(left) + 4, Math.round(bottom) - 4]));
    assert.deepEqual(points.map(([kind]) => kind).sort(), ['backups', 'none', 'pitr', 'recovery']);
    const { width, data } = PNG.sync.read(Buffer.from(await page.screenshot()));
    const scale = width / 1280;
    const luminance = (x, y) => {
      const start = (Math.round(y * scale) * width + Math.round(x * scale)) * 4;
      const [red, green, blue] = [...data.subarray(start, start + 3)].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const ground = luminance(4, 300);
    for (const [kind, x, y] of points) {
      const [dark, bright] = [ground, luminance(x, y)].sort((a, b) => a - b);
      assert.ok(bright / dark >= 1.3, `${kind}: ${bright / dark}`);
    }
  });

  test('a bar is as long as the retention, solid with PITR and dotted without', async ({ visit }) => {
    const page = await visit('', { width: 1280, height: 720 });
    const bars = await page.$$eval('.retention-bar', (all) => all.map((bar) => ({
      id: bar.parentElement.id,
      share: bar.getBoundingClientRect().width / bar.parentElement.getBoundingClientRect().width,
      style: getComputedStyle(bar).borderTopStyle,
    })));
    assert.deepEqual(bars.map(({ id }) => id), KEPT.map(({ service, plan }) => `cell-${service}-${plan}`));
    for (const [index, { id, share, style }] of bars.entries()) {
      const expected = retention(KEPT[index]) / LONGEST;
      // A short bar is long enough to be seen, and the longest ends before the edge of its cell.
      assert.ok(Math.abs(share - expected) < 0.08, `${id}: ${share.toFixed(3)} of the cell, not ${expected.toFixed(3)}`);
      assert.equal(style, KEPT[index].recovery_mode === 'pitr' ? 'solid' : 'dotted', id);
    }
  });

  test('on a phone each service has one line, which leads to the service', async ({ visit }) => {
    const page = await visit('', { width: 390, height: 844 });
    const rows = await page.$$eval('.matrix tbody tr', (all) => all.map((row) => ({
      height: row.getBoundingClientRect().height,
      cells: [...row.querySelectorAll('td > a')].filter((cell) => cell.checkVisibility()).map(({ id }) => id),
    })));
    for (const [index, { height, cells }] of rows.entries()) {
      assert.ok(height <= 56, `${SERVICES[index]}: ${height} px`);
      const offered = CELLS.filter(({ service, offered }) => service === SERVICES[index] && offered);
      assert.deepEqual(cells, [`cell-${offered.at(-1).service}-${offered.at(-1).plan}`], 'the largest plan');
    }
    await page.click('#row-redis');
    await waitForPath(page, 'redis/');
  });

  test('requirements end in an offer: the plans that match, the smallest first, each a link', async ({ visit }) => {
    const page = await visit('', { width: 1280, height: 720 });
    await page.type('#back', '14 days');
    await page.waitForFunction(() => document.querySelectorAll('.plan-offers a').length === 7, { timeout: TIMEOUT_MS });
    const offers = await page.$$eval('.plan-offers a', (all) => all.map(({ innerText }) => innerText.replace(/\s+/g, ' ')));
    assert.equal(offers[0], 'PostgreSQL Business 14 days · PITR');
    assert.equal(offers.at(-1), 'ClickHouse Premium 30 days · daily');
    const names = await page.$$eval('.matrix tbody tr', (all) => Math.max(...all.map((row) => row.offsetHeight)));
    assert.ok(names <= 40, 'no row grows');
    await page.click('.plan-offers a');
    await waitForPath(page, 'postgresql/business/');
    assert.equal(await page.evaluate(() => location.search), '?back=14d');
  });
});

inBrowsers('the plan finder on a phone', (test) => {
  const isShown = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());
  const SWITCH = '.plan-finder summary';

  test('is one press away on the index, unless there are requirements', async ({ visit }) => {
    const page = await visit('', { width: 390 });
    assert.deepEqual([await isShown(page, SWITCH), await isShown(page, '#back'), await isShown(page, '#pitr')], [true, false, false]);
    await page.click(SWITCH);
    assert.deepEqual([await isShown(page, '#back'), await isShown(page, '#pitr')], [true, true]);
    await page.type('#back', '14d');
    await page.waitForSelector('[data-active]', { timeout: TIMEOUT_MS });
    assert.deepEqual([await isShown(page, SWITCH), await isShown(page, '#pitr')], [false, true]);
    const filled = await visit('?back=14d', { width: 390 });
    assert.deepEqual([await isShown(filled, SWITCH), await isShown(filled, '#back')], [false, true]);
    await filled.$eval('#back', (input) => input.select());
    await filled.keyboard.press('Backspace');
    assert.equal(await filled.evaluate(() => document.activeElement.id), 'back', 'a field that is emptied keeps the focus');
  });

  test('is shown as ever on a wide screen, and on the page of a stack', async ({ visit }) => {
    for (const [path, width] of [['', 1280], ['', 700], ['stack/', 390]]) {
      const page = await visit(path, { width });
      assert.equal(await isShown(page, '#back'), true, `/${path}`);
      assert.equal(await page.$$eval(SWITCH, (all) => all.some((element) => element.checkVisibility())), false, `/${path}`);
    }
  });
});
