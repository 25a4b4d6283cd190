// What the page tests share: the built site served, both browsers, and a page that notices whatever goes wrong in it.
//
//   inBrowsers('the picker', (test) => {
//     test('a click shows the answer', async ({ visit }) => {
//       const page = await visit('postgresql/');   // live, and watched: an unexpected error fails the test
//     });
//   });
//
// DIST= names the built site, when it is not dist/.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { KINDS, launch } from '../web/browsers.mjs';
import { serve } from '../web/serve.mjs';

export { KINDS, launch, serve };

/** The folder of the built site. */
export const DIST = process.env.DIST ? resolve(process.env.DIST) : fileURLToPath(new URL('../../dist', import.meta.url));
if (!existsSync(join(DIST, 'index.html'))) throw new Error(`There is no page in ${DIST} to test yet: make build writes them.`);

/** All cells, as the published data lists them. */
export const CELLS = JSON.parse(readFileSync(join(DIST, 'api/v1/index.json'), 'utf8'));
export const SERVICES = [...new Set(CELLS.map(({ service }) => service))];
export const PLANS = [...new Set(CELLS.map(({ plan }) => plan))];

/** The addresses of all written pages below the root, but for the error page. */
export const ADDRESSES = ['', ...SERVICES.map((service) => `${service}/`), ...CELLS.map(({ page }) => page.slice(1)), 'stack/'];

/** An answer of each kind of cell. */
export const ANSWERS = {
  'point-in-time recovery': 'postgresql/business/',
  'backups at one interval': 'redis/premium/',
  'backups at two intervals': 'opensearch/premium/',
  'the latest backup only': 'cassandra/startup/',
  'disaster recovery only': 'mysql/hobbyist/',
  'no backups': 'kafka/business/',
  'not offered': 'influxdb/premium/',
};

/** The pages that stand for all: the index, a service, an answer of each kind, and last the stack, where cells pick for it. */
export const SAMPLE = { 'the index': '', 'a service': 'postgresql/', ...ANSWERS, 'several services': 'stack/' };

/** How long anything may take on a busy machine. */
export const PATIENCE = 20_000;

/** The written page of an address. */
export function written(address) {
  return readFileSync(join(DIST, address.endsWith('.html') ? address : `${address}index.html`), 'utf8');
}

/** The title that a page was written with. */
export function titleOf(address) {
  const [, title] = /<title>([^<]*)<\/title>/.exec(written(address));
  return title.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/**
 * Declares the same tests for each browser, which is started once for all of them; the browsers run beside each other.
 * A test gets `visit`, `hold`, `kind`, `browser` and `site`. Settings: those of `launch`; `kinds`, where one browser is
 * enough; `base`, the folder that the site is in.
 */
export function inBrowsers(name, declare, { kinds = KINDS, base = '/', ...settings } = {}) {
  describe(name, { concurrency: kinds.length }, () => {
    for (const kind of kinds) {
      describe(`in ${kind}`, { concurrency: 1 }, () => {
        const shared = { kind };
        before(async () => {
          shared.site = await serve({ dir: DIST, base });
          shared.browser = await launch(kind, settings);
        });
        after(async () => {
          await shared.browser?.close();
          await shared.site?.close();
        });
        declare((title, run) => it(title, () => watched(shared, run)), kind);
      });
    }
  });
}

async function watched({ kind, browser, site }, run) {
  const visits = [];
  const servers = [];
  /**
   * Opens a page of the site. `live: false` does not wait for the app; `allow` lists what may go wrong; `setUp(page)` comes
   * before the load; `from` is another server.
   */
  async function visit(address = '', { from = site, live = true, allow = [], width, height = 800, setUp } = {}) {
    const page = await browser.newPage();
    const problems = await watch(page, allow);
    visits.push({ address, page, problems });
    if (width) await page.setViewport({ width, height });
    await setUp?.(page);
    await page.goto(from.url + address, { waitUntil: 'domcontentloaded' });
    if (live) await untilLive(page);
    return page;
  }
  /** Another server, as `holding` makes it, until the test is over. */
  async function hold(pattern, options) {
    const server = await holding(pattern, options);
    servers.push(server);
    return server;
  }
  const noticed = () => visits.flatMap(({ address, problems }) => problems.map((problem) => `/${address}: ${problem}`));
  try {
    await run({ visit, hold, kind, browser, site });
    // a round trip, so that what the page reported before has arrived
    await Promise.all(visits.map(({ page }) => page.isClosed() || page.evaluate(() => 0)));
    if (noticed().length > 0) throw new Error('An error, a failed request or a violation of the security policy.');
  } catch (error) {
    if (noticed().length === 0) throw error;
    throw new Error([error.message, 'The browser reported:', ...noticed()].join('\n  '), { cause: error });
  } finally {
    await Promise.all(visits.map(({ page }) => page.isClosed() || page.close()));
    await Promise.all(servers.map((server) => server.close()));
  }
}

/**
 * A server of the site that keeps the requests for some files waiting. `release()` serves them after all, and
 * `release({ status, type, body })` answers them with that. Its port is its own, so nothing comes from a cache.
 */
async function holding(pattern, options = {}) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const site = await serve({
    dir: DIST,
    ...options,
    async before(request, response) {
      if (!pattern.test(request.url)) return false;
      const answer = await released;
      if (!answer) return false;
      const { status = 200, type = 'text/plain', body = '' } = answer;
      response.writeHead(status, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
      return true;
    },
  });
  return { ...site, release };
}

/** Collects what goes wrong in a page, unless it matches one of `allow`. */
async function watch(page, allow) {
  const problems = [];
  const note = (text) => allow.some((pattern) => pattern.test(text)) || problems.push(text);
  page.on('console', (message) => {
    if (!['error', 'warn', 'assert'].includes(message.type())) return;
    note(`console ${message.type()}: ${message.text()} (${message.location()?.url ?? 'no place'})`);
  });
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('response', (response) => response.status() < 400 || note(`status ${response.status()}: ${response.url()}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'without a reason';
    // leaving a page cuts what it was still loading
    if (!/ABORTED/.test(why)) note(`request failed: ${request.url()} (${why})`);
  });
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`security policy violated: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return problems;
}

/** Waits until the app has taken the page over. */
export async function untilLive(page) {
  await page.waitForSelector('html[data-live]', { timeout: PATIENCE }).catch(async (error) => {
    throw new Error(`${page.url()} did not become live within ${PATIENCE / 1000} s: ${error.message}`);
  });
}

/** Waits until the page shows an address, however it came there: its path below the root, its title, all its sections. */
export async function untilAt(page, address) {
  const sections = written(address).match(/<section/g)?.length ?? 0;
  const wanted = { path: `/${address}`, title: titleOf(address), sections };
  const here = ({ path, title, sections }) =>
    location.pathname.endsWith(path) && document.title === title && document.querySelectorAll('section').length === sections;
  await page.waitForFunction(here, { timeout: PATIENCE }, wanted).catch(async (error) => {
    const title = await page.title().catch(() => '?');
    throw new Error(`Not at ${wanted.path} with "${wanted.title}", but at ${page.url()} with "${title}": ${error.message}`);
  });
}

/** Clicks a link with the mouse and waits for the page it leads to. */
export async function follow(page, selector, address) {
  await page.click(selector);
  await untilAt(page, address);
}

/** Picks a cell of the matrix, or the head of a row, with the mouse. */
export const pick = (page, address) => follow(page, link(address), address);

/** The selector of the matrix's link to an address; that of the head of the page for the stack. */
export function link(address) {
  if (address === 'stack/') return '#to-stack';
  const [service, plan] = address.split('/');
  return plan ? `#cell-${service}-${plan}` : `#row-${service}`;
}

/** Puts a mark on the window: as long as it is there, no page was loaded. */
export const markWindow = (page) => page.evaluate(() => void (window.__sameDocument = true));
export const isSameDocument = (page) => page.evaluate(() => window.__sameDocument === true);

/** Where the focus is: the id of the element, or its tag. */
export const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

/** How far down the page is scrolled. */
export const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

/** Lets the browser paint twice, after which a change of the layout has been noticed by its observers. */
export const frames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/** The elements of the page as text, one a line: names, attributes in order, text with its pieces joined. */
export const outline = (page) =>
  page.evaluate(() => {
    const lines = [];
    const walk = (element, depth) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
      lines.push(`${' '.repeat(depth)}<${[element.localName, ...attributes].join(' ')}>`);
      let text = '';
      const flush = () => {
        if (text) lines.push(`${' '.repeat(depth + 1)}${text}`);
        text = '';
      };
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        flush();
        walk(child, depth + 1);
      }
      flush();
    };
    walk(document.getElementById('app'), 0);
    return lines.join('\n');
  });

/** Fails with the first line that differs, not with both outlines. */
export function sameOutline(actual, expected, what) {
  const [here, there] = [actual.split('\n'), expected.split('\n')];
  const line = there.findIndex((each, index) => each !== here[index]);
  if (line < 0 && here.length === there.length) return;
  const around = (lines) => lines.slice(Math.max(0, line - 3), line + 2).join('\n');
  assert.fail(`${what}: the pages differ in line ${line + 1}. There is\n${around(here)}\nand there should be\n${around(there)}`);
}
