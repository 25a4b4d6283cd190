// Taking a view along: every form of it is copied or downloaded as named, and stands there as text where the browser refuses.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { violations } from './axe.mjs';
import { CELLS, inBrowsers, clickCell } from './helpers.mjs';

const CASE = 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';
const VIEWS = { 'an answer': CASE, 'a service': 'redis/', 'a stack': 'stack/?services=postgresql.business,redis.startup', 'the needs': '?back=14d' };
const HEADS = { 'an answer': 'OpenSearch Premium', 'a service': 'Redis', 'a stack': 'Several services together', 'the needs': 'Backup calculator' };

const open = (page) => page.click('.share > summary');
const press = (page, text) => page.evaluate((text) => {
  const found = [...document.querySelectorAll('.share .export-button, .incident .export-button')].find((one) => one.textContent.includes(text));
  found.focus();
  found.click();
}, text);
const untilSaid = (page, words) => page.waitForFunction((words) => document.querySelector('.share-status').textContent.includes(words), { timeout: 20_000 }, words);
const text = (page) => page.$eval('#share-preview', (one) => one.textContent);
const selected = (page) => page.evaluate(() => getSelection().toString());

/** What stands in a picture, as this browser reads and draws it; what is drawn beyond its edges. */
function readPicture(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const error = parsed.querySelector('parsererror')?.textContent ?? null;
  const svg = document.body.appendChild(document.importNode(parsed.documentElement, true));
  const { right, bottom } = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const over = texts.filter((one) => one.getBoundingClientRect().right > right || one.getBoundingClientRect().bottom > bottom);
  const read = { error, width: svg.getAttribute('width'), height: Number(svg.getAttribute('height')), texts: texts.map((one) => one.textContent), over: over.map((one) => one.textContent) };
  svg.remove();
  return read;
}

/** Catches what is offered for download, by name; nothing is written to a disk. */
const catching = (page) => page.evaluateOnNewDocument(() => {
  window.offered = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.offered.push({ name: this.download, href: this.href });
    else click.call(this);
  };
});
const offered = (page) => page.evaluate(() => window.offered);

async function granted(browser, site, kind) {
  if (kind !== 'chromium') return;
  await browser.defaultBrowserContext().overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
}

inBrowsers('the panel to share', (test, kind) => {
  for (const [name, path] of Object.entries(VIEWS)) {
    test(`copies the link and the texts of ${name}`, async ({ visit, browser, site }) => {
      const page = await visit(path);
      await granted(browser, site, kind);
      await open(page);
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await press(page, 'Link');
      await untilSaid(page, 'Link copied.');
      assert.equal(await clipboard(), site.url + path);
      await press(page, 'Markdown');
      await untilSaid(page, 'Markdown copied.');
      assert.match(await clipboard(), new RegExp(`^# ${HEADS[name]}: `));
      await press(page, 'Text');
      await untilSaid(page, 'Text copied.');
      const copied = await clipboard();
      assert.ok(copied.startsWith(`${HEADS[name]}: `), copied);
      assert.ok(copied.trimEnd().endsWith(site.url + path), copied);
      assert.ok(copied.includes('Aiven’s backup policy, January 2023'), copied);
      assert.equal(copied.replace(/\r\n/g, '\n'), await text(page));
      const found = await violations(page);
      assert.deepEqual(found, []);
    });

    test(`offers the table and the data of ${name}`, async ({ visit }) => {
      const page = await visit(path, { setUp: catching });
      await open(page);
      await press(page, 'CSV');
      await untilSaid(page, '.csv goes to your downloads');
      await press(page, 'JSON');
      await untilSaid(page, '.json goes to your downloads');
      const [csv, json] = await offered(page);
      const slug = path.replace(/\?.*/, '').replace(/\//g, '-').replace(/-$/, '');
      assert.deepEqual([csv.name, json.name], ['csv', 'json'].map((ending) => `${['backup', slug].filter(Boolean).join('-')}.${ending}`));
      assert.match(csv.href, /^data:text\/csv;/);
      const value = JSON.parse(decodeURIComponent(json.href.replace(/^data:application\/json;charset=utf-8,/, '')));
      assert.equal(value.edition, '2023-01');
      assert.equal(value.title, HEADS[name]);
      assert.ok(value.address.endsWith(path));
    });
  }

  for (const [name, path] of Object.entries(VIEWS)) {
    test(`gives the picture of ${name} as SVG and as PNG`, async ({ visit, browser, site }) => {
      const page = await visit(path, { setUp: catching });
      await open(page);
      await press(page, 'SVG');
      await untilSaid(page, '.svg goes to your downloads');
      const drawn = await page.$eval('.share img', async (image) => {
        await image.decode();
        return image.naturalWidth;
      });
      assert.equal(drawn, 800);
      await press(page, 'PNG');
      await untilSaid(page, '.png goes to your downloads');
      const [svg, png] = await offered(page);
      assert.match(svg.href, /^data:image\/svg\+xml;/);
      // A page without our security policy, which lets nobody parse markup.
      const elsewhere = await browser.newPage();
      const picture = await elsewhere.evaluate(readPicture, decodeURIComponent(svg.href.replace(/^[^,]*,/, '')));
      await elsewhere.close();
      assert.equal(picture.error, null);
      assert.deepEqual([picture.texts[0], picture.width, picture.over], [HEADS[name], '800', []]);
      const words = picture.texts.join('');
      for (const part of ['Aiven’s backup policy, January 2023', site.url + path]) assert.ok(words.includes(part), words);
      if (path === CASE) assert.match(words, /Yes, for certain: back to a backup taken ?less than 1 hour/);
      const bytes = Buffer.from(png.href.replace(/^data:image\/png;base64,/, ''), 'base64');
      const { width, height, data } = PNG.sync.read(bytes);
      assert.deepEqual([width, height], [1600, 2 * picture.height], 'twice as large as drawn');
      assert.ok(new Set(new Uint32Array(data.buffer, data.byteOffset, width * height)).size > 20, 'something is drawn');
      const shown = await page.$eval('.share img', async (image) => {
        await image.decode();
        return [image.naturalWidth, image.alt];
      });
      assert.deepEqual(shown, [1600, 'The picture that was taken']);
    });
  }

  test('puts the deadline of an incident into a calendar', async ({ visit }) => {
    const page = await visit('postgresql/business/', { setUp: catching });
    await page.type('#at', '2 h ago');
    await page.waitForFunction(() => document.querySelector('.incident .export-button'));
    await press(page, 'calendar');
    await untilSaid(page, 'backup-postgresql-business.ics goes to your downloads');
    const [{ href }] = await offered(page);
    assert.match(decodeURIComponent(href), /BEGIN:VCALENDAR[^]*DTSTART:20\d{6}T\d{6}Z/);
    assert.ok(await page.$eval('.share', (one) => one.open), 'the text is to be seen');
  });

  test('leaves the text selected where the clipboard refuses', async ({ visit }) => {
    const page = await visit('kafka/business/', {
      setUp: (page) => page.evaluateOnNewDocument(() => {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
        Document.prototype.execCommand = () => false;
      }),
    });
    await open(page);
    await press(page, 'Markdown');
    await untilSaid(page, 'Not copied, but selected: press Ctrl+C.');
    assert.equal((await selected(page)).trim(), (await text(page)).trim());
  });

  test('says so where the picture cannot be painted', async ({ visit }) => {
    const page = await visit('redis/business/', {
      setUp: (page) => page.evaluateOnNewDocument(() => {
        HTMLCanvasElement.prototype.toDataURL = () => {
          throw new DOMException('no', 'SecurityError');
        };
      }),
    });
    await open(page);
    await press(page, 'PNG');
    await untilSaid(page, 'Take the SVG instead.');
  });

  test('forgets what was taken with the next case and the next page, and works with the keyboard alone', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await page.focus('.share > summary');
    await page.keyboard.press('Enter');
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#share-preview');
    assert.match(await text(page), /^PostgreSQL Business: /);
    await page.type('#at', '3 h ago');
    assert.equal(await page.$('#share-preview'), null);
    await press(page, 'Text');
    await page.waitForSelector('#share-preview');
    assert.match(await text(page), /Can you get back\?: Yes, for certain/);
    await clickCell(page, 'postgresql/premium/');
    assert.equal(await page.$('#share-preview'), null);
  });
}, { extraPrefsFirefox: { 'dom.events.testing.asyncClipboard': true } });

inBrowsers('every answer', (test) => {
  test('is a picture of pixels of its own', async ({ visit }) => {
    const page = await visit('', { setUp: catching });
    const seen = new Set();
    for (const { page: path } of CELLS) {
      await clickCell(page, path.slice(1));
      await page.$eval('.share', (panel) => (panel.open = true));
      await press(page, 'PNG');
      await untilSaid(page, '.png goes to your downloads');
      const { href, name } = (await offered(page)).at(-1);
      assert.equal(name, `backup${path.replace(/\/$/, '').replaceAll('/', '-')}.png`);
      const { width, height } = PNG.sync.read(Buffer.from(href.replace(/^data:image\/png;base64,/, ''), 'base64'));
      assert.ok(width === 1600 && height > 400 && height < 2000, `${path}: ${width} by ${height}`);
      seen.add(href);
    }
    assert.equal(seen.size, CELLS.length);
  });
});

inBrowsers('a download', (test) => {
  test('really arrives, under its name', async ({ visit, browser }) => {
    const folder = await mkdtemp(join(tmpdir(), 'share-'));
    try {
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      const page = await visit(CASE);
      await open(page);
      await press(page, 'JSON');
      await untilSaid(page, 'downloads');
      const file = join(folder, 'backup-opensearch-premium.json');
      let bytes;
      for (let tries = 0; tries < 100 && !bytes; tries += 1) {
        await new Promise((done) => setTimeout(done, 100));
        bytes = await readFile(file, 'utf8').catch(() => '');
      }
      assert.equal(JSON.parse(bytes).title, 'OpenSearch Premium');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}, { kinds: ['chromium'] });
