// The page embed/: snippets contain the selected options and work in pages of other sites, and previews show them.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { isDark, serveHost, waitForDark, waitForEmbeds, waitForFit } from './embedding-hosts.mjs';
import { TIMEOUT_MS, inBrowsers, link, nextFrames, waitForApp } from './helpers.mjs';

const SNIPPETS = ['embed-html', 'embed-frame', 'embed-docusaurus', 'embed-sphinx', 'embed-markdown'];
const text = (page, id) => page.$eval(`#${id}`, (element) => element.textContent);
const selectedValues = (page) => page.$$eval('.embed-options select', (elements) => elements.map(({ value }) => value));

/** Opens the page and waits for its script. */
async function open(visit, query = '', options = {}) {
  const page = await visit(`embed/${query}`, { awaitApp: false, ...options });
  await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
  return page;
}

/** Waits until both previews show a URL that starts so, with their apps, and returns their frames: the wide one, then the narrow one. */
async function waitForPreviews(page, site, url) {
  const frames = [];
  for (const width of [760, 320]) {
    await page.$eval(`.embed-preview [data-width="${width}"]`, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const end = Date.now() + TIMEOUT_MS;
    for (;;) {
      // A frame may be replaced meanwhile, which WebKit's driver reports while it lists them.
      const listed = await Promise.resolve().then(() => page.frames()).catch(() => []);
      const all = listed.filter((frame) => frame.url().startsWith(`${site.url}${url}`));
      const widths = await Promise.all(all.map((frame) => frame.evaluate(() => innerWidth).catch(() => 0)));
      const frame = all[widths.indexOf(width)];
      if (frame) {
        await waitForApp(frame);
        frames.push(frame);
        break;
      }
      assert.ok(Date.now() < end, `no preview of ${url} at ${width} px, but ${widths}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  return frames;
}

inBrowsers('the embed page', (test) => {
  test('is linked from each page, with its service and plan selected', async ({ visit }) => {
    for (const [path, choice] of [['', ['', '', '', 'auto']], ['redis/', ['redis', '', '', 'auto']], ['mysql/premium/', ['mysql', 'premium', '', 'auto']], ['stack/', ['', '', '', 'auto']]]) {
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
    const reopened = await open(visit, '?page=kafka/premium/&size=line&theme=light');
    assert.deepEqual(await selectedValues(reopened), ['kafka', 'premium', 'line', 'light']);
    const invalid = await open(visit, '?page=oracle/"><b>/&theme=x&size=huge');
    assert.deepEqual(await selectedValues(invalid), ['', '', '', 'auto']);
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

  test('one line is for an answer, in every snippet that can have it', async ({ visit, site }) => {
    const page = await open(visit, '?page=redis/business/');
    await page.select('select[name=size]', 'line');
    assert.match(await text(page, 'embed-html'), /<backup-calculator service="redis" plan="business" theme="auto" size="line">/);
    assert.match(await text(page, 'embed-frame'), new RegExp(`src="${site.url}redis/business/\\?embed=line"[^]* height="100"`));
    assert.equal(await page.evaluate(() => location.search), '?page=redis/business/&size=line');
    await page.select('select[name=plan]', '');
    assert.ok(await page.$eval('select[name=size]', (element) => element.disabled));
    assert.match(await text(page, 'embed-html'), /<backup-calculator service="redis" theme="auto">/);
    assert.match(await text(page, 'embed-frame'), /\?embed"[^]* height="900"/);
    await waitForPreviews(page, site, 'redis/?embed&theme=light');
  });

  test('shows the embedded page in both widths, each as high as its content', async ({ visit, site }) => {
    for (const width of [1280, 390]) {
      const page = await open(visit, '?page=postgresql/business/', { width, height: 720 });
      const frames = await waitForPreviews(page, site, 'postgresql/business/?embed&theme=light');
      const heights = await Promise.all(frames.map((frame) => waitForFit(page, frame)));
      assert.deepEqual(await Promise.all(frames.map((frame) => frame.evaluate(() => innerWidth))), [760, 320]);
      assert.ok(heights[0] > 300 && heights[1] > heights[0] + 100, `${heights}`);
      const shown = await page.$$eval('.embed-preview figure', (figures) => figures.map((figure) => {
        const box = figure.querySelector('[data-width]');
        const { top, left, right } = box.getBoundingClientRect();
        return { label: figure.querySelector('figcaption').innerText, top, left, right, scrolls: box.scrollWidth > box.clientWidth };
      }));
      assert.deepEqual(shown.map(({ label }) => label), ['Page, 760 px', 'Phone, 320 px']);
      assert.equal(shown[0].top === shown[1].top && shown[0].right < shown[1].left, width === 1280, 'beside each other where there is room');
      assert.deepEqual(shown.map(({ scrolls }) => scrolls), [width < 760, false]);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      // Both are the element of the snippet.
      const titles = await page.$$eval('backup-calculator', (all) => all.map(({ shadowRoot }) => shadowRoot.querySelector('iframe').title));
      assert.deepEqual(titles, ['Preview: Page, 760 px', 'Preview: Phone, 320 px']);
    }
  });

  test('the previews follow the selection, also a quick one, and add no history entry', async ({ visit, site }) => {
    const page = await open(visit, '?page=postgresql/business/');
    const length = await page.evaluate(() => history.length);
    const [wide] = await waitForPreviews(page, site, 'postgresql/business/?embed&theme=light');
    await wide.$eval(link('postgresql/startup/'), (element) => element.click());
    await wide.waitForFunction(() => document.querySelector('h1').textContent.includes('2 days'), { timeout: TIMEOUT_MS });
    // As with the arrow keys: each choice before the last one is shown.
    for (const value of ['kafka', 'mysql', 'opensearch', 'redis']) await page.select('select[name=service]', value);
    await page.select('select[name=theme]', 'dark');
    const frames = await waitForPreviews(page, site, 'redis/business/?embed&theme=');
    for (const frame of frames) await waitForDark(frame, true, 'a preview of the dark theme');
    await page.select('select[name=size]', 'line');
    const lines = await waitForPreviews(page, site, 'redis/business/?embed=line&theme=dark');
    const heights = await Promise.all(lines.map((frame) => waitForFit(page, frame)));
    assert.ok(heights.every((height) => height <= 100), `lines are ${heights} px high, and the iframe of the snippet 100`);
    assert.equal(await page.$$eval('backup-calculator', (all) => all.length), 2);
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('no iframe is removed while it loads', async ({ visit, holdRequests }) => {
    const server = await holdRequests(/^\/redis\/business\/\?embed/);
    const page = await open(visit, '?page=redis/business/', { server });
    await page.$eval('.embed-preview [data-width="760"]', (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot?.querySelector('iframe'), { timeout: TIMEOUT_MS });
    await nextFrames(page);
    const source = () => page.evaluate(() => document.querySelector('backup-calculator').shadowRoot.querySelector('iframe').src.split('?')[0]);
    await page.select('select[name=service]', 'kafka');
    await nextFrames(page);
    assert.equal(await source(), `${server.url}redis/business/`, 'still the one that loads');
    assert.match(await text(page, 'embed-html'), /service="kafka"/, 'but the snippet is new');
    server.release();
    await waitForPreviews(page, server, 'kafka/business/?embed&theme=light');
  });

  test('copies a snippet, or selects it, and labels one button at a time', async ({ visit }) => {
    const page = await open(visit, '', { setUp: (page) => page.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = (text) => (window.__text = text).includes('raw::') ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError'));
      Document.prototype.execCommand = () => false;
    }) });
    const labels = () => page.$$eval('button.copy', (elements) => elements.map((element) => `${element.textContent} | ${element.getAttribute('aria-label')}`));
    await page.$$eval('.disclosure', (all) => all.forEach((details) => (details.open = true)));
    const press = async (id, label) => {
      await page.click(`.command:has(#${id}) button`);
      await page.waitForFunction((id, label) => document.querySelector(`.command:has(#${id}) button`).textContent === label, { timeout: TIMEOUT_MS }, id, label);
    };
    await press('embed-sphinx', 'Copied');
    assert.equal(await page.evaluate(() => window.__text), await text(page, 'embed-sphinx'));
    assert.equal((await labels())[3], 'Copied | Copied: Sphinx snippet');
    await press('embed-html', 'Press Ctrl+C');
    assert.equal(await page.evaluate(() => getSelection().toString().trim()), await text(page, 'embed-html'));
    assert.deepEqual((await labels()).slice(1).map((element) => element.slice(0, 12)), Array(4).fill('Copy | Copy:'));
  });

  test('no axe violations, no horizontal scrolling', async ({ visit, site }) => {
    for (const width of [320, 360, 390, 1280, 1920]) {
      const page = await open(visit, '?page=opensearch/premium/', { width });
      await waitForPreviews(page, site, 'opensearch/premium/?embed&theme=light');
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
    const shown = await page.evaluate(() => [...document.querySelectorAll('.embed-page summary')].filter((summary) => summary.checkVisibility()).length);
    assert.equal(shown, 4, 'the other snippets open without scripts');
  });
}, { javascript: false });
