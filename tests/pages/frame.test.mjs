// The embedded page in a plain iframe of another site: with and without a sandbox, without effect on the host page's history.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { calculatorFrames, goBack, iframeTag, isDark, serveHost } from './embedding-hosts.mjs';
import { TIMEOUT_MS, clickLater, inBrowsers, link } from './helpers.mjs';

const PATH = 'postgresql/business/';
const SANDBOXES = {
  'without a sandbox': '',
  'in a sandbox with an origin': 'sandbox="allow-scripts allow-same-origin allow-popups"',
  'in a sandbox without an origin': 'sandbox="allow-scripts allow-popups"',
};

/** Opens a host page with one iframe and waits for the app in it. */
async function openInFrame({ visit, site }, path, attributes, options) {
  const host = await serveHost({ '': `<input id="search">${iframeTag(site, path, attributes)}`, next: 'next' });
  const page = await visit('', { server: host, awaitApp: false, ...options });
  return { page, host, inner: (await calculatorFrames(page, site))[0] };
}

const headline = (inner) => inner.$eval('h1', (element) => element.textContent);
const waitForHeadline = (inner, text) =>
  inner.waitForFunction((expected) => document.querySelector('h1').textContent.includes(expected), { timeout: TIMEOUT_MS }, text);
const historyLength = (page) => page.evaluate(() => history.length);
/** Clicks by script, because the iframe may be outside the viewport. */

inBrowsers('in an iframe', (test, kind) => {
  /** In WebKit no source matches 'self' in a policy without an origin, so there the app cannot start. */
  const starts = (name) => kind !== 'webkit' || name !== 'in a sandbox without an origin';
  if (kind === 'webkit') test('in a sandbox without an origin: the page is readable, and says that live features are off', async ({ visit, site }) => {
    const host = await serveHost({ '': iframeTag(site, `${PATH}?embed`, SANDBOXES['in a sandbox without an origin']) });
    const page = await visit('', { server: host, awaitApp: false });
    const inner = await page.waitForFrame((frame) => frame.url() === `${site.url}${PATH}?embed`);
    await inner.waitForFunction(() => document.getElementById('app-failed').checkVisibility({ visibilityProperty: true }), { timeout: TIMEOUT_MS });
    assert.match(await inner.$eval('#app-failed', (line) => line.innerText), /Interactive features didn’t load/);
    assert.match(await headline(inner), /14 days/);
    await clickLater(inner, link('postgresql/startup/'));
    await waitForHeadline(inner, '2 days');
  });

  for (const [name, sandbox] of Object.entries(SANDBOXES).filter(([name]) => starts(name))) {
    test(`${name}: the app mounts, navigates in place and adds no history entry`, async (given) => {
      const { page, host, inner } = await openInFrame(given, `${PATH}?embed`, sandbox);
      const before = await historyLength(page);
      await inner.evaluate(() => void (window.__same = true));
      for (const [plan, text] of [['startup', '2 days'], ['premium', '30 days'], ['business', '14 days']]) {
        await clickLater(inner, link(`postgresql/${plan}/`));
        await waitForHeadline(inner, text);
        const urls = await inner.$$eval('.matrix td a', (links) => links.map(({ href }) => href));
        assert.ok(urls.includes(`${given.site.url}kafka/premium/?embed`), `links keep the query: ${urls[0]}`);
      }
      await clickLater(inner, '.answer-subject a');
      await waitForHeadline(inner, 'PITR for');
      assert.ok(await inner.evaluate(() => window.__same), 'same document');
      assert.equal(await historyLength(page), before);
      await page.goto(`${host.url}next`);
      await goBack(page, host.url);
    });
  }

  test('an incident is answered, and adds no history entry', async (given) => {
    const sandbox = ['in a sandbox without an origin', 'in a sandbox with an origin'].find(starts);
    const { page, inner } = await openInFrame(given, `${PATH}?embed`, SANDBOXES[sandbox]);
    const before = await historyLength(page);
    await inner.focus('#at');
    await page.keyboard.type('3 days ago');
    await inner.waitForFunction(() => document.querySelector('.incident-verdict'), { timeout: TIMEOUT_MS });
    await clickLater(inner, link('postgresql/startup/'));
    await waitForHeadline(inner, 'No.');
    assert.equal(await inner.$eval('.incident-verdict', (element) => element.dataset.verdict), 'impossible', 'kept on navigation');
    assert.equal(await historyLength(page), before);
  });

  test('before the app mounts, a link loads the next page in embedded form and adds no history entry', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\.wasm$/);
    const host = await serveHost({ '': iframeTag(site, `${PATH}?embed&theme=dark`) });
    const page = await visit('', { server: host, awaitApp: false, allow: [/preload/, /did not start/] });
    const before = await historyLength(page);
    const inner = (await page.frames())[1];
    await inner.waitForSelector('html[data-embed][data-in-iframe]', { timeout: TIMEOUT_MS });
    await clickLater(inner, link('postgresql/startup/'));
    await inner.waitForFunction(() => location.pathname.endsWith('/startup/') && document.querySelector('h1'), { timeout: TIMEOUT_MS });
    await inner.waitForSelector('html[data-embed=""][data-theme=dark]', { timeout: TIMEOUT_MS });
    assert.equal(await historyLength(page), before);
    site.release();
    await inner.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
    assert.equal(await inner.evaluate(() => new URLSearchParams(location.search).get('theme')), 'dark');
  });

  test('external links and data files open in a new tab; the full page is linked', async (given) => {
    const { page, inner } = await openInFrame(given, 'mysql/business/');
    const opened = async (selector) => {
      const before = await given.browser.pages();
      await inner.focus(selector);
      await page.keyboard.press('Enter'); // WebKit opens no tab for a click by script
      const end = Date.now() + TIMEOUT_MS;
      for (;;) {
        const tab = (await given.browser.pages()).find((element) => !before.includes(element));
        assert.ok(tab || Date.now() < end, `no new tab opens for ${selector}`);
        if (tab) return tab.close();
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    const length = await historyLength(page);
    await opened('.footer a[href$="index.json"]');
    assert.equal(await historyLength(page), length);
    assert.equal(await inner.$eval('.footer a[href$="index.json"]', (element) => element.target), '', 'only for that click');
    const embeddedPage = await openInFrame(given, `${PATH}?at=2026-11-21T14:37Z&embed=all&theme=dark`);
    const isFullPage = await embeddedPage.inner.$eval('.open-full-link a', ({ href, target }) => ({ href, target }));
    assert.deepEqual(isFullPage, { href: `${given.site.url}${PATH}?at=2026-11-21T14:37Z`, target: '_blank' });
  });

  test('mounting does not move the focus of the host page', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\.wasm$/);
    const host = await serveHost({ '': `<input id="search">${iframeTag(site, `${PATH}?embed`)}` });
    const page = await visit('', { server: host, awaitApp: false, allow: [/preload/] });
    const inner = (await page.frames())[1];
    await inner.waitForSelector('html[data-in-iframe]', { timeout: TIMEOUT_MS });
    await inner.focus('#cell-postgresql-startup');
    await page.focus('#search');
    await page.keyboard.type('bac');
    site.release();
    await inner.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
    await page.keyboard.type('kup');
    assert.equal(await page.$eval('#search', (element) => element.value), 'backup');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  });

  test('an invalid path shows the error page in the frame', async (given) => {
    const { inner } = await openInFrame(given, 'nonsense/?embed', '', { allow: [/boot-|nonsense/] });
    assert.match(await headline(inner), /No service named “nonsense”/);
    await clickLater(inner, link('redis/startup/'));
    await waitForHeadline(inner, 'the last day');
    assert.equal(await inner.evaluate(() => location.search), '?embed=all', 'the full matrix, because no row was selected');
  });
});

inBrowsers('the embedded page', (test) => {
  const visible = (page, selector) => page.$$eval(selector, (elements) => elements.filter((element) => element.checkVisibility()).length);

  test('shows the plans of the service, or the full matrix if requested, and a link to the full page', async ({ visit }) => {
    for (const [path, rows, planFinders] of [[`${PATH}?embed`, 0, 0], ['redis/?embed', 0, 0], [`${PATH}?embed=all`, 13, 1], ['?embed', 13, 1], [PATH, 13, 1]]) {
      const page = await visit(path, { width: 800 });
      assert.equal(await visible(page, '.matrix tbody tr'), rows, `/${path}`);
      assert.equal(await visible(page, '.plan-finder'), planFinders, `/${path}`);
      assert.equal(await visible(page, '.ladder li a'), path.startsWith('?') ? 0 : 4, `/${path}`);
      const isFullPage = path === PATH;
      assert.equal(await visible(page, '.site-header > a'), isFullPage ? 2 : 0, `/${path}`);
      assert.equal(await visible(page, '.footer p'), isFullPage ? 2 : 1, `/${path}`);
      assert.equal(await visible(page, '.open-full-link'), isFullPage ? 0 : 1, `/${path}`);
    }
    const page = await visit('?embed');
    await page.click(link('redis/startup/'));
    await page.waitForFunction(() => location.search === '?embed=all');
    assert.equal(await visible(page, '.matrix tbody tr'), 13, 'kept on navigation');
  });

  test('shows alternatives if there are no backups; other details are left to the full page', async ({ visit }) => {
    const sections = async (path) => {
      const page = await visit(path);
      return page.$$eval('.answer-details > .disclosure', (elements) => elements.filter((element) => element.checkVisibility()).map((element) => element.querySelector('h2').innerText));
    };
    assert.deepEqual(await sections('kafka/business/?embed'), ['Alternatives to backups', 'Export your data']);
    assert.deepEqual(await sections(`${PATH}?embed`), []);
  });

  test('applies embed and theme before the app mounts', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\.wasm$/);
    const page = await visit(`${PATH}?embed&theme=dark`, { server: site, awaitApp: false, allow: [/preload/], width: 800 });
    await page.waitForSelector('html[data-embed]', { timeout: TIMEOUT_MS });
    assert.equal(await visible(page, '.matrix tbody tr'), 0);
    assert.ok(await isDark(page));
  });

  test('applies the theme of the URL', async ({ visit }) => {
    for (const [query, dark] of [['theme=dark', true], ['theme=light', false], ['theme=auto', false], ['theme=black', false]]) {
      const page = await visit(`${PATH}?${query}`);
      assert.equal(await isDark(page), dark, query);
      assert.equal(await visible(page, '.notice'), query === 'theme=black' ? 1 : 0, 'an invalid value is reported');
    }
  });

  for (const width of [320, 360, 1280]) {
    test(`no axe violations at ${width} px, no horizontal scrolling`, async ({ visit }) => {
      for (const path of [`${PATH}?embed`, 'kafka/premium/?embed&theme=dark', 'redis/?embed', '?embed', `${PATH}?embed=all&at=2026-11-21T14:37Z`, 'stack/?embed']) {
        const page = await visit(path, { width });
        assert.deepEqual(await violations(page), [], `/${path}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `/${path}`);
        await page.close();
      }
    });
  }
});
