// The export panel: copy and download in every format, and fallbacks if the browser refuses.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { violations } from './axe.mjs';
import { CLIPBOARD, fillClipboard, readClipboard } from './clipboard-access.mjs';
import { CELLS, clickCell, inBrowsers } from './helpers.mjs';

const INCIDENT_PATH = 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
const PAGES = { 'an answer': INCIDENT_PATH, 'a service': 'redis/', 'a stack': 'stack/?services=postgresql.business,redis.startup', 'requirements': '?back=14d' };
const TITLES = { 'an answer': 'OpenSearch Premium, incident of 2026-11-21 14:37 UTC', 'a service': 'Redis', 'a stack': 'Stack', 'requirements': 'Backup calculator' };

const open = (page) => page.click('.share summary');
/** Presses a button by a key: WebKit copies nothing for a click by script. */
const press = async (page, text) => {
  await page.evaluate((text) => {
    const buttons = document.querySelectorAll('.share .export-button, .incident-details .export-button');
    [...buttons].find((element) => element.textContent.includes(text)).focus();
  }, text);
  await page.keyboard.press('Enter');
};
const waitForStatus = (page, text) => page.waitForFunction((text) => [...document.querySelectorAll('.export-status')].some((status) => status.textContent.includes(text)), { timeout: 20_000 }, text);
const text = (page) => page.$eval('#export-preview', (element) => element.textContent);
const selection = (page) => page.evaluate(() => getSelection().toString());

/** Runs in the page. Parses and renders an SVG; returns its size, its texts and the texts outside its bounds. */
function readSvg(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const error = parsed.querySelector('parsererror')?.textContent ?? null;
  const svg = document.body.appendChild(document.importNode(parsed.documentElement, true));
  const { right, bottom } = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const overflowing = texts.filter((element) => element.getBoundingClientRect().right > right || element.getBoundingClientRect().bottom > bottom);
  const info = { error, width: svg.getAttribute('width'), height: Number(svg.getAttribute('height')), texts: texts.map((element) => element.textContent), overflowing: overflowing.map((element) => element.textContent) };
  svg.remove();
  return info;
}

/** Captures downloads instead of writing them to disk. */
const captureDownloads = (page) => page.evaluateOnNewDocument(() => {
  window.__downloads = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.__downloads.push({ name: this.download, href: this.href });
    else click.call(this);
  };
});
const downloads = (page) => page.evaluate(() => window.__downloads);

inBrowsers('the export panel', (test) => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`copies link, Markdown and text of ${name}`, async (given) => {
      const { visit, site } = given;
      const page = await visit(path);
      await fillClipboard(page, given, 'previous content');
      await open(page);
      const clipboard = () => readClipboard(page, given);
      await press(page, 'Link');
      await waitForStatus(page, 'Link copied.');
      assert.equal(await clipboard(), site.url + path);
      await press(page, 'Markdown');
      await waitForStatus(page, 'Markdown copied.');
      assert.match(await clipboard(), new RegExp(`^# ${TITLES[name]}: `));
      await press(page, 'Text');
      await waitForStatus(page, 'Text copied.');
      const copied = await clipboard();
      assert.ok(copied.startsWith(`${TITLES[name]}: `), copied);
      assert.ok(copied.trimEnd().endsWith(site.url + path), copied);
      assert.ok(copied.includes('Aiven’s backup policy, January 2023'), copied);
      assert.equal(copied.replace(/\r\n/g, '\n'), await text(page));
      assert.deepEqual(await violations(page, '.share'), []); // it lies over the rest of the page
    });

    test(`copies a summary of ${name} in four lines, and moves nothing`, async (given) => {
      const { visit, site } = given;
      const page = await visit(path);
      await fillClipboard(page, given, 'previous content');
      const tops = () => page.$$eval('main h1, main h1 ~ *, .matrix', (elements) => elements.map((element) => element.getBoundingClientRect().top));
      const before = await tops();
      await press(page, 'Copy summary');
      await waitForStatus(page, 'Summary copied.');
      const lines = (await readClipboard(page, given)).replace(/\r\n/g, '\n').split('\n');
      assert.equal(lines.length, 4, `${lines}`);
      assert.ok(lines[0].startsWith(`${TITLES[name]}: `), lines[0]);
      assert.match(lines[2], /^Aiven’s backup policy, January 2023/);
      assert.equal(lines[3], site.url + path);
      assert.deepEqual(await tops(), before);
    });

    test(`downloads CSV and JSON of ${name}`, async ({ visit }) => {
      const page = await visit(path, { setUp: captureDownloads });
      await open(page);
      await press(page, 'CSV');
      await waitForStatus(page, '.csv goes to your downloads');
      await press(page, 'JSON');
      await waitForStatus(page, '.json goes to your downloads');
      const [csv, json] = await downloads(page);
      const slug = path.replace(/\?.*/, '').replace(/\//g, '-').replace(/-$/, '');
      assert.deepEqual([csv.name, json.name], ['csv', 'json'].map((extension) => `${['backup', slug].filter(Boolean).join('-')}.${extension}`));
      assert.match(csv.href, /^data:text\/csv;/);
      const value = JSON.parse(decodeURIComponent(json.href.replace(/^data:application\/json;charset=utf-8,/, '')));
      assert.equal(value.edition, '2023-01');
      assert.equal(value.title, TITLES[name]);
      assert.ok(value.address.endsWith(path));
    });
  }

  for (const [name, path] of Object.entries(PAGES)) {
    test(`downloads SVG and PNG of ${name}`, async ({ visit, browser, site }) => {
      const page = await visit(path, { setUp: captureDownloads });
      await open(page);
      await press(page, 'SVG');
      await waitForStatus(page, '.svg goes to your downloads');
      const previewWidth = await page.$eval('.share img', async ({ src }) => {
        const image = Object.assign(new Image(), { src }); // the width of the shown one is that on the page, in WebKit
        await image.decode();
        return image.naturalWidth;
      });
      assert.equal(previewWidth, 1200);
      await press(page, 'PNG');
      await waitForStatus(page, '.png goes to your downloads');
      const [svg, png] = await downloads(page);
      assert.match(svg.href, /^data:image\/svg\+xml;/);
      // A page without the site's Content-Security-Policy, which forbids parsing markup.
      const blankPage = await browser.newPage();
      const svgInfo = await blankPage.evaluate(readSvg, decodeURIComponent(svg.href.replace(/^[^,]*,/, '')));
      await blankPage.close();
      assert.equal(svgInfo.error, null);
      assert.deepEqual([svgInfo.texts[0], svgInfo.width, svgInfo.overflowing], [TITLES[name], '1200', []]);
      const svgText = svgInfo.texts.join(' ');
      for (const part of ['Aiven’s backup policy, January 2023', site.url + path]) assert.ok(svgInfo.texts.join('').replaceAll(' ', '').includes(part.replaceAll(' ', '')), svgText);
      if (path === INCIDENT_PATH) assert.match(svgText, /Yes. You can restore a backup taken less than 1 hour/);
      const bytes = Buffer.from(png.href.replace(/^data:image\/png;base64,/, ''), 'base64');
      const { width, height, data } = PNG.sync.read(bytes);
      assert.deepEqual([width, height], [2400, 2 * svgInfo.height], 'pixel ratio 2');
      assert.ok(new Set(new Uint32Array(data.buffer, data.byteOffset, width * height)).size > 20, 'the image is not blank');
      const preview = await page.$eval('.share img', async (image) => {
        await image.decode();
        return [image.naturalWidth, image.alt];
      });
      assert.deepEqual(preview, [2400, 'The picture that was taken']);
    });
  }

  test('downloads the deadline of an incident as a calendar file', async ({ visit }) => {
    const page = await visit('postgresql/business/', { setUp: captureDownloads });
    await page.type('#at', '2 h ago');
    await page.waitForFunction(() => document.querySelector('.incident-details .export-button'));
    await press(page, 'calendar');
    await waitForStatus(page, 'backup-postgresql-business.ics goes to your downloads');
    const [{ href }] = await downloads(page);
    assert.match(decodeURIComponent(href), /BEGIN:VCALENDAR[^]*DTSTART:20\d{6}T\d{6}Z/);
    assert.equal(await page.$eval('.share details', (element) => element.open), false, 'the result stands at the button');
  });

  test('selects the text if the clipboard refuses', async ({ visit }) => {
    const page = await visit('kafka/business/', {
      setUp: (page) => page.evaluateOnNewDocument(() => {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
        Document.prototype.execCommand = () => false;
      }),
    });
    await open(page);
    await press(page, 'Markdown');
    await waitForStatus(page, 'Not copied, but selected: press Ctrl+C.');
    assert.equal((await selection(page)).trim(), (await text(page)).trim());
  });

  test('reports if the PNG cannot be rendered', async ({ visit }) => {
    const page = await visit('redis/business/', {
      setUp: (page) => page.evaluateOnNewDocument(() => {
        HTMLCanvasElement.prototype.toDataURL = () => {
          throw new DOMException('no', 'SecurityError');
        };
      }),
    });
    await open(page);
    await press(page, 'PNG');
    await waitForStatus(page, 'Take the SVG instead.');
  });

  test('clears the preview on input and navigation, and works with the keyboard alone', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await page.focus('.share summary');
    await page.keyboard.press('Enter');
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#export-preview');
    assert.match(await text(page), /^PostgreSQL Business: /);
    await page.type('#at', '3 h ago');
    assert.equal(await page.$('#export-preview'), null);
    await open(page); // input elsewhere closes the panel
    await press(page, 'Text');
    await page.waitForSelector('#export-preview');
    assert.match(await text(page), /Can you restore\?: Yes\. /);
    await clickCell(page, 'postgresql/premium/');
    assert.equal(await page.$('#export-preview'), null);
  });
}, CLIPBOARD);

inBrowsers('every answer', (test) => {
  test('gives a distinct PNG', async ({ visit }) => {
    const page = await visit('', { setUp: captureDownloads });
    const images = new Set();
    for (const { page: path } of CELLS) {
      await clickCell(page, path.slice(1));
      await page.$eval('.share details', (panel) => (panel.open = true));
      await press(page, 'PNG');
      await waitForStatus(page, '.png goes to your downloads');
      const { href, name } = (await downloads(page)).at(-1);
      assert.equal(name, `backup${path.replace(/\/$/, '').replaceAll('/', '-')}.png`);
      const { width, height } = PNG.sync.read(Buffer.from(href.replace(/^data:image\/png;base64,/, ''), 'base64'));
      assert.deepEqual([width, height], [2400, 1260], path);
      images.add(href);
    }
    assert.equal(images.size, CELLS.length);
  });
});

inBrowsers('the panel, which lies over the page,', (test) => {
  const isOpen = (page) => page.$eval('.share details', (panel) => panel.open);

  test('closes with Escape, and the focus is back on its summary', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.focus('.share summary');
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(page), true);
    await page.focus('.share-embed');
    await page.keyboard.press('a');
    assert.equal(await isOpen(page), true, 'other keys leave it open');
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(page), false);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Share');
  });

  test('closes by a click elsewhere, and not by one inside', async ({ visit }) => {
    const page = await visit('redis/premium/', { width: 1280 });
    await open(page);
    await page.click('.export-row legend');
    assert.equal(await isOpen(page), true);
    await page.click('.incident h2');
    assert.equal(await isOpen(page), false);
    await open(page);
    await clickCell(page, 'kafka/startup/');
    assert.equal(await isOpen(page), false);
  });

  test('opens again to say what became of a copied summary', async ({ visit }) => {
    const page = await visit('redis/premium/', { width: 1280 });
    for (let times = 0; times < 2; times += 1) {
      await press(page, 'Copy summary');
      await waitForStatus(page, 'opied');
      assert.equal(await isOpen(page), true);
      await page.click('.incident h2');
      assert.equal(await isOpen(page), false);
    }
  });
});

inBrowsers('a download', (test) => {
  test('is saved under its name', async ({ visit, browser }) => {
    const folder = await mkdtemp(join(tmpdir(), 'share-'));
    try {
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      const page = await visit(INCIDENT_PATH);
      await open(page);
      await press(page, 'JSON');
      await waitForStatus(page, 'downloads');
      const file = join(folder, 'backup-opensearch-premium.json');
      let bytes;
      for (let tries = 0; tries < 100 && !bytes; tries += 1) {
        await new Promise((done) => setTimeout(done, 100));
        bytes = await readFile(file, 'utf8').catch(() => '');
      }
      assert.equal(JSON.parse(bytes).title, TITLES['an answer']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}, { kinds: ['chromium'] });
