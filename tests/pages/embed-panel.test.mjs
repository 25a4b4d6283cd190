// The panel that says what to paste into pages of other sites: closed it costs nothing, open it is ready to be copied.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { element, hosting, isDark, untilFitting, untilShown } from './hosts.mjs';
import { PATIENCE, frames, inBrowsers, link, pick, untilLive } from './support.mjs';

const ADDRESS = 'postgresql/business/';
const open = async (page) => {
  await page.click('.embed > summary');
  await page.waitForSelector('#embed-html', { timeout: PATIENCE });
};
const text = (page, id) => page.$eval(`#${id}`, (each) => each.textContent);
/** The site's own frames in a page. */
const previews = (page, site) => page.frames().slice(1).filter((each) => each.url().startsWith(site.url));
const untilPreview = async (page, site, end) => {
  await page.$eval('.embed-preview', (each) => each.scrollIntoView());
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = previews(page, site).find((each) => each.url().endsWith(end));
    if (found) return found;
    assert.ok(Date.now() < until, `no preview of ${end}: ${page.frames().map((each) => each.url())}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

inBrowsers('the panel for other pages', (test) => {
  test('is closed at first, and asks for no frame', async ({ visit, site }) => {
    for (const address of ['', 'redis/', ADDRESS]) {
      const page = await visit(address);
      assert.deepEqual(await page.$$eval('.embed', (all) => all.map((each) => [each.open, each.children.length])), [[false, 1]], `/${address}`);
      assert.deepEqual(previews(page, site), []);
    }
    for (const address of ['stack/', `${ADDRESS}?embed`]) {
      const page = await visit(address);
      assert.equal(await page.$$eval('.embed', (all) => all.filter((each) => each.checkVisibility()).length), 0, `/${address}`);
    }
  });

  test('what it says works in a page of another site', async ({ visit, site }) => {
    const page = await visit(ADDRESS);
    await open(page);
    for (const id of ['embed-html', 'embed-frame', 'embed-docusaurus', 'embed-sphinx', 'embed-markdown']) {
      assert.ok((await text(page, id)).includes(site.url), `${id} names the site`);
    }
    const host = await hosting({ '': await text(page, 'embed-html'), frame: await text(page, 'embed-frame') });
    const pasted = await visit('', { from: host, live: false });
    await untilShown(pasted);
    await untilFitting(pasted, pasted.frames()[1]);
    const framed = await visit('frame', { from: host, live: false });
    await framed.frames()[1].waitForSelector('html[data-embed][data-live]', { timeout: PATIENCE });
  });

  test('shows a preview, which follows the page and leaves no step in the history', async ({ visit, site }) => {
    const page = await visit(ADDRESS);
    await open(page);
    const preview = await untilPreview(page, site, `${ADDRESS}?embed`);
    await untilLive(preview);
    const before = await page.evaluate(() => history.length);
    await preview.$eval(link('postgresql/startup/'), (each) => each.click());
    await preview.waitForFunction(() => document.querySelector('h1').textContent.includes('2 days'), { timeout: PATIENCE });
    assert.equal(await page.evaluate(() => history.length), before);
    await pick(page, 'redis/startup/');
    await untilLive(await untilPreview(page, site, 'redis/startup/?embed'));
    assert.match(await text(page, 'embed-html'), /service="redis" plan="startup"/);
    assert.equal(await page.evaluate(() => history.length), before + 1, 'one step for the other page, none for its preview');
  });

  test('its colours are those of the page, in place, and of the snippets', async ({ visit }) => {
    const page = await visit(`${ADDRESS}?at=2026-11-21T14:37Z`);
    await open(page);
    for (const [index, theme] of [[3, 'dark'], [2, 'light'], [1, 'auto']]) {
      await page.click(`.embed-themes a:nth-child(${index})`);
      await page.waitForFunction((wanted) => document.querySelector('.embed-themes [aria-current]').textContent === wanted, { timeout: PATIENCE }, theme);
      assert.equal(await isDark(page), theme === 'dark');
      assert.match(await text(page, 'embed-html'), new RegExp(`theme="${theme}"`));
      assert.equal(await page.evaluate(() => new URL(location).searchParams.get('theme')), theme === 'auto' ? null : theme);
      assert.equal(await page.evaluate(() => new URL(location).searchParams.get('at')), '2026-11-21T14:37Z');
      assert.ok(await page.$eval('.embed', (each) => each.open), 'it stays open');
    }
    await page.click('.embed-themes a:nth-child(3)');
    await page.waitForFunction(() => location.search.endsWith('theme=dark'));
    await pick(page, 'postgresql/startup/');
    assert.ok(await isDark(page), 'and they go along');
    await page.evaluate(() => history.go(-2));
    await page.waitForFunction(() => !document.documentElement.dataset.theme, { timeout: PATIENCE });
  });

  test('a snippet is copied, or else left selected', async ({ visit }) => {
    const page = await visit(ADDRESS, { setUp: (page) => page.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Document.prototype.execCommand = () => false;
    }) });
    await open(page);
    await page.$eval('.command:has(#embed-sphinx) button', (each) => each.click());
    await page.waitForFunction(() => document.querySelector('.command:has(#embed-sphinx) button').textContent.startsWith('Selected'), { timeout: PATIENCE });
    assert.equal(await page.evaluate(() => getSelection().toString().trim()), await text(page, 'embed-sphinx'));
  });

  test('opened before the program comes, it is filled as soon as that is there', async ({ visit, hold }) => {
    const site = await hold(/\.wasm$/);
    const page = await visit(ADDRESS, { from: site, live: false, allow: [/preload/] });
    await page.click('.embed > summary');
    site.release();
    await page.waitForSelector('#embed-html', { timeout: PATIENCE });
    assert.ok(await page.$eval('.embed', (each) => each.open));
  });

  test('open, axe finds nothing in it, and nothing leaves the window', async ({ visit }) => {
    for (const [address, width] of [['', 320], ['redis/', 360], [ADDRESS, 1280]]) {
      const page = await visit(address, { width });
      await open(page);
      await frames(page);
      assert.deepEqual(await violations(page), [], `/${address}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `/${address}`);
    }
  });

  test('a card is shown by a page of another site', async ({ visit, site }) => {
    const body = `<img src="${site.url}${ADDRESS}card.svg" alt="PostgreSQL Business">${element('', '')}`;
    const page = await visit('', { from: await hosting({ '': body }), live: false });
    await page.waitForFunction(() => document.querySelector('img').complete && document.querySelector('img').naturalWidth > 0, { timeout: PATIENCE });
  });
});
