// The page embed/: snippets contain the selected options and work in pages of other sites.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { isDark, serveHost, waitForEmbeds, waitForFit } from './embedding-hosts.mjs';
import { TIMEOUT_MS, inBrowsers, link, waitForApp } from './helpers.mjs';

const SNIPPETS = ['embed-html', 'embed-frame', 'embed-docusaurus', 'embed-sphinx', 'embed-markdown'];
const text = (page, id) => page.$eval(`#${id}`, (element) => element.textContent);
const selectedValues = (page) => page.$$eval('.embed-options select', (elements) => elements.map(({ value }) => value));

/** Opens the page and waits for its script. */
async function open(visit, query = '', options = {}) {
  const page = await visit(`embed/${query}`, { awaitApp: false, ...options });
  await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
  return page;
}

/** Waits for the preview of a URL and for its app. */
async function waitForPreview(page, site, url) {
  await page.$eval('.embed-preview', (element) => element.scrollIntoView());
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const frames = await page.frames();
    const preview = frames.find((frame) => frame.url() === `${site.url}${url}`);
    if (preview) return waitForApp(preview).then(() => preview);
    assert.ok(Date.now() < deadline, `no preview of ${url}: ${frames.map((frame) => frame.url())}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

inBrowsers('the embed page', (test) => {
  test('is linked from each page, with its service and plan selected', async ({ visit }) => {
    for (const [path, choice] of [['', ['', '', 'auto']], ['redis/', ['redis', '', 'auto']], ['mysql/premium/', ['mysql', 'premium', 'auto']], ['stack/', ['', '', 'auto']]]) {
      const page = await visit(path);
      await page.click('.share summary');
      await Promise.all([page.waitForNavigation({ timeout: TIMEOUT_MS }), page.click('.share-embed')]);
      await page.waitForSelector('html[data-app-ready] .embed-page', { timeout: TIMEOUT_MS });
      assert.deepEqual(await selectedValues(page), choice, `/${path}`);
    }
    const page = await visit('redis/?embed');
    assert.equal(await page.$eval('.share', (element) => element.checkVisibility()), false, 'hidden in an iframe');
  });

  test('fills in the selected options and keeps them in its URL', async ({ visit, site }) => {
    const page = await open(visit, '?page=postgresql/business/');
    assert.equal(await text(page, 'embed-html'), [
      `<script src="${site.url}embed.js" async></script>`,
      '<backup-calculator service="postgresql" plan="business" theme="auto">',
      `  <a href="${site.url}postgresql/business/">Can I get my data back? PostgreSQL Business</a>`,
      '</backup-calculator>',
    ].join('\n'));
    assert.equal(await text(page, 'embed-markdown'),
      `[![Can I get my data back? PostgreSQL Business](${site.url}postgresql/business/card.svg)](${site.url}postgresql/business/)`);
    const length = await page.evaluate(() => history.length);
    await page.select('select[name=theme]', 'dark');
    await page.select('select[name=plan]', '');
    assert.match(await text(page, 'embed-frame'), new RegExp(`^<iframe src="${site.url}postgresql/\\?embed&amp;theme=dark" title="Can I get my data back\\? PostgreSQL"\n`));
    assert.equal(await text(page, 'embed-markdown'), `[Can I get my data back? PostgreSQL](${site.url}postgresql/)`, 'only a single answer has a card');
    assert.equal(await page.evaluate(() => location.search), '?page=postgresql/&theme=dark');
    await page.select('select[name=service]', '');
    assert.ok(await page.$eval('select[name=plan]', (element) => element.disabled));
    assert.match(await text(page, 'embed-sphinx'), /^\.\. raw:: html\n\n {3}<script[^]*\n {3}<backup-calculator theme="dark">\n {5}<a[^]*\n {3}<\/backup-calculator>$/);
    assert.equal(await page.evaluate(() => history.length), length);
    const reopened = await open(visit, '?page=kafka/premium/&theme=light');
    assert.deepEqual(await selectedValues(reopened), ['kafka', 'premium', 'light']);
    const invalid = await open(visit, '?page=oracle/"><b>/&theme=x');
    assert.deepEqual(await selectedValues(invalid), ['', '', 'auto']);
  });

  test('its snippets work in a page of another site', async ({ visit, site }) => {
    const page = await open(visit, '?page=redis/premium/&theme=dark');
    for (const id of SNIPPETS) assert.ok((await text(page, id)).includes(site.url), `${id} contains the URL of the site`);
    const host = await serveHost({ '': await text(page, 'embed-html'), frame: await text(page, 'embed-frame') });
    const pasted = await visit('', { server: host, awaitApp: false });
    await waitForEmbeds(pasted);
    const [, element] = await pasted.frames();
    await waitForFit(pasted, element);
    assert.ok(await isDark(element));
    const framed = await visit('frame', { server: host, awaitApp: false });
    const [, inner] = await framed.frames();
    await inner.waitForSelector('html[data-embed][data-app-ready]', { timeout: TIMEOUT_MS });
    assert.ok(await isDark(inner));
  });

  test('shows a preview that follows the selection and adds no history entry', async ({ visit, site }) => {
    const page = await open(visit, '?page=postgresql/business/');
    const length = await page.evaluate(() => history.length);
    const preview = await waitForPreview(page, site, 'postgresql/business/?embed');
    await preview.$eval(link('postgresql/startup/'), (element) => element.click());
    await preview.waitForFunction(() => document.querySelector('h1').textContent.includes('2 days'), { timeout: TIMEOUT_MS });
    await page.select('select[name=service]', 'redis');
    await page.select('select[name=theme]', 'dark');
    assert.ok(await isDark(await waitForPreview(page, site, 'redis/business/?embed&theme=dark')));
    assert.equal((await page.$$('iframe')).length, 1);
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('copies a snippet, or selects it, and labels one button at a time', async ({ visit }) => {
    const page = await open(visit, '', { setUp: (page) => page.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = (text) => (window.__text = text).includes('raw::') ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError'));
      Document.prototype.execCommand = () => false;
    }) });
    const labels = () => page.$$eval('button.copy', (elements) => elements.map((element) => `${element.textContent} | ${element.getAttribute('aria-label')}`));
    const press = async (id, label) => {
      await page.click(`.command:has(#${id}) button`);
      await page.waitForFunction((id, label) => document.querySelector(`.command:has(#${id}) button`).textContent === label, { timeout: TIMEOUT_MS }, id, label);
    };
    await press('embed-sphinx', 'Copied');
    assert.equal(await page.evaluate(() => window.__text), await text(page, 'embed-sphinx'));
    assert.equal((await labels())[3], 'Copied | Copied: Sphinx snippet');
    await press('embed-html', 'Selected: press Ctrl+C');
    assert.equal(await page.evaluate(() => getSelection().toString().trim()), await text(page, 'embed-html'));
    assert.deepEqual((await labels()).slice(1).map((element) => element.slice(0, 12)), Array(4).fill('Copy | Copy:'));
  });

  test('no axe violations, no horizontal scrolling', async ({ visit }) => {
    for (const width of [320, 360, 1280]) {
      const page = await open(visit, '?page=opensearch/premium/', { width });
      assert.deepEqual(await violations(page), [], `${width} px`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
    }
  });

  test('a card can be shown in a page of another site', async ({ visit, site }) => {
    const host = await serveHost({ '': `<img src="${site.url}postgresql/business/card.svg" alt="PostgreSQL Business">` });
    const page = await visit('', { server: host, awaitApp: false });
    await page.waitForFunction(() => document.querySelector('img').complete && document.querySelector('img').naturalWidth > 0, { timeout: TIMEOUT_MS });
  });
});

inBrowsers('the embed page without scripts', (test) => {
  test('shows the snippets for the whole matrix and no dead controls', async ({ visit }) => {
    const page = await visit('embed/', { awaitApp: false });
    const { text, note, visible } = await page.evaluate(() => ({
      text: document.querySelector('#embed-html').textContent,
      note: document.querySelector('noscript p')?.innerText,
      visible: [...document.querySelectorAll('.embed-options, .embed-preview, button.copy')].filter((element) => element.checkVisibility({ checkVisibilityCSS: true })).length,
    }));
    assert.match(text, /^<script src="SITE\/embed.js" async><\/script>\n<backup-calculator theme="auto">\n {2}<a href="SITE\/">Can I get my data back\?<\/a>\n/);
    assert.match(note, /Replace SITE with the URL/);
    assert.equal(visible, 0);
  });
}, { javascript: false });
