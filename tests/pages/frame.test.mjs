// The compact page in a plain frame of another site: with and without a sandbox, without a trace in the history around it.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { back, calculators, frame, hosting, isDark } from './hosts.mjs';
import { PATIENCE, inBrowsers, link } from './support.mjs';

const ADDRESS = 'postgresql/business/';
const SANDBOXES = {
  'without a sandbox': '',
  'in a sandbox with an origin': 'sandbox="allow-scripts allow-same-origin allow-popups"',
  'in a sandbox without an origin': 'sandbox="allow-scripts allow-popups"',
};

/** A page of another site with one frame, and that frame, live. */
async function framed({ visit, site }, address, more, options) {
  const host = await hosting({ '': `<input id="search">${frame(site, address, more)}`, next: 'next' });
  const page = await visit('', { from: host, live: false, ...options });
  return { page, host, inner: (await calculators(page, site))[0] };
}

const headline = (inner) => inner.$eval('h1', (each) => each.textContent);
const untilHeadline = (inner, words) =>
  inner.waitForFunction((text) => document.querySelector('h1').textContent.includes(text), { timeout: PATIENCE }, words);
const historyLength = (page) => page.evaluate(() => history.length);
/** A click as of a mouse, without its way there: the frame may lie below the window. */
const click = (inner, selector) => inner.$eval(selector, (each) => each.click());

inBrowsers('in a frame', (test) => {
  for (const [name, sandbox] of Object.entries(SANDBOXES)) {
    test(`${name}: it lives, changes in place, and adds nothing to the history`, async (given) => {
      const { page, host, inner } = await framed(given, `${ADDRESS}?embed`, sandbox);
      const before = await historyLength(page);
      await inner.evaluate(() => void (window.__same = true));
      for (const [plan, words] of [['startup', '2 days'], ['premium', '30 days'], ['business', '14 days']]) {
        await click(inner, link(`postgresql/${plan}/`));
        await untilHeadline(inner, words);
        const urls = await inner.$$eval('.matrix td a', (links) => links.map(({ href }) => href));
        assert.ok(urls.includes(`${given.site.url}kafka/premium/?embed`), `links lead on from there: ${urls[0]}`);
      }
      await click(inner, '.asked a');
      await untilHeadline(inner, 'by plan');
      assert.ok(await inner.evaluate(() => window.__same), 'no page was loaded');
      assert.equal(await historyLength(page), before);
      await page.goto(`${host.url}next`);
      await back(page, host.url);
    });
  }

  test('an incident that is typed stands in the answer, and adds nothing to the history', async (given) => {
    const { page, inner } = await framed(given, `${ADDRESS}?embed`, SANDBOXES['in a sandbox without an origin']);
    const before = await historyLength(page);
    await inner.focus('#at');
    await page.keyboard.type('3 days ago');
    await inner.waitForFunction(() => document.querySelector('.incident-answer'), { timeout: PATIENCE });
    await click(inner, link('postgresql/startup/'));
    await untilHeadline(inner, '2 days');
    assert.equal(await inner.$eval('.incident-answer', (each) => each.dataset.answer), 'impossible', 'and goes along');
    assert.equal(await historyLength(page), before);
  });

  test('before the program comes, a link loads the next page, compact too, without a step in the history', async ({ visit, hold }) => {
    const site = await hold(/\.wasm$/);
    const host = await hosting({ '': frame(site, `${ADDRESS}?embed&theme=dark`) });
    const page = await visit('', { from: host, live: false, allow: [/preload/, /did not start/] });
    const before = await historyLength(page);
    const inner = page.frames()[1];
    await inner.waitForSelector('html[data-embed][data-framed]', { timeout: PATIENCE });
    await click(inner, link('postgresql/startup/'));
    await inner.waitForFunction(() => location.pathname.endsWith('/startup/') && document.querySelector('h1'), { timeout: PATIENCE });
    await inner.waitForSelector('html[data-embed=""][data-theme=dark]', { timeout: PATIENCE });
    assert.equal(await historyLength(page), before);
    site.release();
    await inner.waitForSelector('html[data-live]', { timeout: PATIENCE });
    assert.equal(await inner.evaluate(() => new URLSearchParams(location.search).get('theme')), 'dark');
  });

  test('what leaves the site opens in a new tab, the data too, and the way out leads to the whole page', async (given) => {
    const { page, inner } = await framed(given, 'mysql/business/');
    const opened = async (selector) => {
      const before = await given.browser.pages();
      await click(inner, selector);
      const end = Date.now() + PATIENCE;
      for (;;) {
        const tab = (await given.browser.pages()).find((each) => !before.includes(each));
        assert.ok(tab || Date.now() < end, `no new tab opens for ${selector}`);
        if (tab) return tab.close();
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    const length = await historyLength(page);
    await opened('.footer a[href$="index.json"]');
    assert.equal(await historyLength(page), length);
    assert.equal(await inner.$eval('.footer a[href$="index.json"]', (each) => each.target), '', 'for that click only');
    const compact = await framed(given, `${ADDRESS}?at=2026-11-21T14:37Z&embed=all&theme=dark`);
    const whole = await compact.inner.$eval('.footer-whole a', ({ href, target }) => ({ href, target }));
    assert.deepEqual(whole, { href: `${given.site.url}${ADDRESS}?at=2026-11-21T14:37Z`, target: '_blank' });
  });

  test('it leaves the focus where it is, even if it had it before the program came', async ({ visit, hold }) => {
    const site = await hold(/\.wasm$/);
    const host = await hosting({ '': `<input id="search">${frame(site, `${ADDRESS}?embed`)}` });
    const page = await visit('', { from: host, live: false, allow: [/preload/] });
    const inner = page.frames()[1];
    await inner.waitForSelector('html[data-framed]', { timeout: PATIENCE });
    await inner.focus('#cell-postgresql-startup');
    await page.focus('#search');
    await page.keyboard.type('bac');
    site.release();
    await inner.waitForSelector('html[data-live]', { timeout: PATIENCE });
    await page.keyboard.type('kup');
    assert.equal(await page.$eval('#search', (each) => each.value), 'backup');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  });

  test('a wrong address says so in the frame', async (given) => {
    const { inner } = await framed(given, 'nonsense/?embed', '', { allow: [/boot-|nonsense/] });
    assert.match(await headline(inner), /no service “nonsense”/);
    await click(inner, link('redis/startup/'));
    await untilHeadline(inner, '24 hours');
    assert.equal(await inner.evaluate(() => location.search), '?embed=all', 'with the whole table, as there was no row');
  });
});

inBrowsers('the compact page', (test) => {
  const visible = (page, selector) => page.$$eval(selector, (found) => found.filter((each) => each.checkVisibility()).length);

  test('has the row of a fixed service as its picker, the whole table where asked, and one line to the whole', async ({ visit }) => {
    for (const [address, rows, needs] of [[`${ADDRESS}?embed`, 1, 0], ['redis/?embed', 1, 0], [`${ADDRESS}?embed=all`, 13, 1], ['?embed', 13, 1], [ADDRESS, 13, 1]]) {
      const page = await visit(address, { width: 800 });
      assert.equal(await visible(page, '.matrix tbody tr'), rows, `/${address}`);
      assert.equal(await visible(page, '.needs'), needs, `/${address}`);
      const whole = address === ADDRESS;
      assert.equal(await visible(page, '.top'), whole ? 1 : 0, `/${address}`);
      assert.equal(await visible(page, '.footer p'), whole ? 2 : 1, `/${address}`);
      assert.equal(await visible(page, '.footer-whole'), whole ? 0 : 1, `/${address}`);
    }
    const page = await visit('?embed');
    await page.click(link('redis/startup/'));
    await page.waitForFunction(() => location.search === '?embed=all');
    assert.equal(await visible(page, '.matrix tbody tr'), 13, 'and stays so');
  });

  test('says what to do instead where there are no backups, and leaves the rest to the whole page', async ({ visit }) => {
    const sections = async (address) => {
      const page = await visit(address);
      return page.$$eval('.rest section', (found) => found.filter((each) => each.checkVisibility()).map((each) => each.querySelector('h2').innerText));
    };
    assert.deepEqual(await sections('kafka/business/?embed'), ['Why, and what instead', 'Export it yourself']);
    assert.deepEqual(await sections(`${ADDRESS}?embed`), []);
  });

  test('is compact and of its theme before the program comes', async ({ visit, hold }) => {
    const site = await hold(/\.wasm$/);
    const page = await visit(`${ADDRESS}?embed&theme=dark`, { from: site, live: false, allow: [/preload/], width: 800 });
    await page.waitForSelector('html[data-embed]', { timeout: PATIENCE });
    assert.equal(await visible(page, '.matrix tbody tr'), 1);
    assert.ok(await isDark(page));
  });

  test('takes its theme from the address, and changes it with a link in place', async ({ visit }) => {
    for (const [query, dark] of [['theme=dark', true], ['theme=light', false], ['theme=auto', false], ['theme=black', false]]) {
      const page = await visit(`${ADDRESS}?${query}`);
      assert.equal(await isDark(page), dark, query);
      assert.equal(await visible(page, '.notice'), query === 'theme=black' ? 1 : 0, 'what is damaged is named');
    }
  });

  for (const width of [320, 360, 1280]) {
    test(`axe finds nothing on ${width} px, and nothing leaves the window`, async ({ visit }) => {
      for (const address of [`${ADDRESS}?embed`, 'kafka/premium/?embed&theme=dark', 'redis/?embed', '?embed', `${ADDRESS}?embed=all&at=2026-11-21T14:37Z`, 'stack/?embed']) {
        const page = await visit(address, { width });
        assert.deepEqual(await violations(page), [], `/${address}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `/${address}`);
        await page.close();
      }
    });
  }
});
