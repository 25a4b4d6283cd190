// The page that says what to paste into pages of other sites: what is chosen stands in the texts, and they work there.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { hosting, isDark, untilFitting, untilShown } from './hosts.mjs';
import { PATIENCE, inBrowsers, link, untilLive } from './support.mjs';

const SNIPPETS = ['embed-html', 'embed-frame', 'embed-docusaurus', 'embed-sphinx', 'embed-markdown'];
const text = (page, id) => page.$eval(`#${id}`, (each) => each.textContent);
const chosen = (page) => page.$$eval('.embed-choice select', (all) => all.map(({ value }) => value));

/** The page, filled by its script. */
async function open(visit, query = '', options = {}) {
  const page = await visit(`embed/${query}`, { live: false, ...options });
  await page.waitForSelector('html[data-live]', { timeout: PATIENCE });
  return page;
}

/** The preview of an address, live. */
async function untilPreview(page, site, address) {
  await page.$eval('.embed-preview', (each) => each.scrollIntoView());
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = page.frames().find((each) => each.url() === `${site.url}${address}`);
    if (found) return untilLive(found).then(() => found);
    assert.ok(Date.now() < until, `no preview of ${address}: ${page.frames().map((each) => each.url())}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

inBrowsers('the page for other pages', (test) => {
  test('is reached from each view, with what that is about chosen', async ({ visit }) => {
    for (const [address, choice] of [['', ['', '', 'auto']], ['redis/', ['redis', '', 'auto']], ['mysql/premium/', ['mysql', 'premium', 'auto']], ['stack/', ['', '', 'auto']]]) {
      const page = await visit(address);
      await page.click('.share > summary');
      await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), page.click('.share-embed')]);
      await page.waitForSelector('html[data-live] .embed-page', { timeout: PATIENCE });
      assert.deepEqual(await chosen(page), choice, `/${address}`);
    }
    const page = await visit('redis/?embed');
    await page.click('.share > summary');
    assert.equal(await page.$eval('.share-embed', (each) => each.checkVisibility()), false, 'not in a frame');
  });

  test('fills in what is chosen, and keeps it in its address', async ({ visit, site }) => {
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
    assert.equal(await text(page, 'embed-markdown'), `[Can I get my data back? PostgreSQL](${site.url}postgresql/)`, 'only an answer has a picture');
    assert.equal(await page.evaluate(() => location.search), '?page=postgresql/&theme=dark');
    await page.select('select[name=service]', '');
    assert.ok(await page.$eval('select[name=plan]', (each) => each.disabled));
    assert.match(await text(page, 'embed-sphinx'), /^\.\. raw:: html\n\n {3}<script[^]*\n {3}<backup-calculator theme="dark">\n {5}<a[^]*\n {3}<\/backup-calculator>$/);
    assert.equal(await page.evaluate(() => history.length), length);
    const again = await open(visit, '?page=kafka/premium/&theme=light');
    assert.deepEqual(await chosen(again), ['kafka', 'premium', 'light']);
    const damaged = await open(visit, '?page=oracle/"><b>/&theme=x');
    assert.deepEqual(await chosen(damaged), ['', '', 'auto']);
  });

  test('what it says works in a page of another site', async ({ visit, site }) => {
    const page = await open(visit, '?page=redis/premium/&theme=dark');
    for (const id of SNIPPETS) assert.ok((await text(page, id)).includes(site.url), `${id} names the site`);
    const host = await hosting({ '': await text(page, 'embed-html'), frame: await text(page, 'embed-frame') });
    const pasted = await visit('', { from: host, live: false });
    await untilShown(pasted);
    await untilFitting(pasted, pasted.frames()[1]);
    assert.ok(await isDark(pasted.frames()[1]));
    const framed = await visit('frame', { from: host, live: false });
    await framed.frames()[1].waitForSelector('html[data-embed][data-live]', { timeout: PATIENCE });
    assert.ok(await isDark(framed.frames()[1]));
  });

  test('shows a preview, which follows the choice and leaves no step in the history', async ({ visit, site }) => {
    const page = await open(visit, '?page=postgresql/business/');
    const length = await page.evaluate(() => history.length);
    const preview = await untilPreview(page, site, 'postgresql/business/?embed');
    await preview.$eval(link('postgresql/startup/'), (each) => each.click());
    await preview.waitForFunction(() => document.querySelector('h1').textContent.includes('2 days'), { timeout: PATIENCE });
    await page.select('select[name=service]', 'redis');
    await page.select('select[name=theme]', 'dark');
    assert.ok(await isDark(await untilPreview(page, site, 'redis/business/?embed&theme=dark')));
    assert.equal((await page.$$('iframe')).length, 1);
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('copies a text, or else leaves it selected, and says so of one at a time', async ({ visit }) => {
    const page = await open(visit, '', { setUp: (page) => page.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = (text) => (window.__text = text).includes('raw::') ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError'));
      Document.prototype.execCommand = () => false;
    }) });
    const said = () => page.$$eval('button.copy', (all) => all.map((each) => `${each.textContent} | ${each.getAttribute('aria-label')}`));
    const press = async (id, words) => {
      await page.click(`.command:has(#${id}) button`);
      await page.waitForFunction((id, words) => document.querySelector(`.command:has(#${id}) button`).textContent === words, { timeout: PATIENCE }, id, words);
    };
    await press('embed-sphinx', 'Copied');
    assert.equal(await page.evaluate(() => window.__text), await text(page, 'embed-sphinx'));
    assert.equal((await said())[3], 'Copied | Copied: Sphinx snippet');
    await press('embed-html', 'Selected: press Ctrl+C');
    assert.equal(await page.evaluate(() => getSelection().toString().trim()), await text(page, 'embed-html'));
    assert.deepEqual((await said()).slice(1).map((each) => each.slice(0, 12)), Array(4).fill('Copy | Copy:'));
  });

  test('axe finds nothing, and nothing leaves the window', async ({ visit }) => {
    for (const width of [320, 360, 1280]) {
      const page = await open(visit, '?page=opensearch/premium/', { width });
      assert.deepEqual(await violations(page), [], `${width} px`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
    }
  });

  test('a card is shown by a page of another site', async ({ visit, site }) => {
    const host = await hosting({ '': `<img src="${site.url}postgresql/business/card.svg" alt="PostgreSQL Business">` });
    const page = await visit('', { from: host, live: false });
    await page.waitForFunction(() => document.querySelector('img').complete && document.querySelector('img').naturalWidth > 0, { timeout: PATIENCE });
  });
});

inBrowsers('the page for other pages, without scripts', (test) => {
  test('says it for the whole table, and shows nothing that does not work', async ({ visit }) => {
    const page = await visit('embed/', { live: false });
    const { text, stands, visible } = await page.evaluate(() => ({
      text: document.querySelector('#embed-html').textContent,
      stands: document.querySelector('noscript p')?.innerText,
      visible: [...document.querySelectorAll('.embed-choice, .embed-preview, button.copy')].filter((each) => each.checkVisibility({ checkVisibilityCSS: true })).length,
    }));
    assert.match(text, /^<script src="SITE\/embed.js" async><\/script>\n<backup-calculator theme="auto">\n {2}<a href="SITE\/">Can I get my data back\?<\/a>\n/);
    assert.match(stands, /SITE stands for the address/);
    assert.equal(visible, 0);
  });
}, { javascript: false });
