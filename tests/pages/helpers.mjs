// Helpers of the browser tests: a server for the built site, the browsers, and pages that fail a test on any error.
//
//   inBrowsers('the matrix', (test) => {
//     test('a click shows the answer', async ({ visit }) => {
//       const page = await visit('postgresql/');   // the app is mounted; unexpected errors fail the test
//     });
//   });
//
// DIST= selects another folder of the built site than dist/, BROWSERS= the browsers.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { KINDS, launch, reasonToSkip } from '../web/browsers.mjs';
import { serve } from '../web/serve.mjs';

export { KINDS, launch, reasonToSkip, serve };

/** Folder of the built site. */
export const DIST = process.env.DIST ? resolve(process.env.DIST) : fileURLToPath(new URL('../../dist', import.meta.url));
if (!existsSync(join(DIST, 'index.html'))) throw new Error(`No pages in ${DIST}: run make build first.`);

/** All cells of the published data. */
export const CELLS = JSON.parse(readFileSync(join(DIST, 'api/v1/index.json'), 'utf8'));
export const SERVICES = [...new Set(CELLS.map(({ service }) => service))];
export const PLANS = [...new Set(CELLS.map(({ plan }) => plan))];

/** Paths of all prerendered pages below the root, except the error page. */
export const PATHS = ['', ...SERVICES.map((service) => `${service}/`), ...CELLS.map(({ page }) => page.slice(1)), 'stack/'];

/** Path of one answer for each kind of cell. */
export const ANSWER_PATHS = {
  'point-in-time recovery': 'postgresql/business/',
  'backups at one interval': 'redis/premium/',
  'backups at two intervals': 'opensearch/premium/',
  'the latest backup only': 'cassandra/startup/',
  'disaster recovery only': 'mysql/hobbyist/',
  'no backups': 'kafka/business/',
  'not offered': 'influxdb/premium/',
};

/** Sample of pages. The stack page comes last, because there the matrix cells toggle stack members instead of navigating. */
export const SAMPLE_PATHS = { 'home page': '', 'service page': 'postgresql/', ...ANSWER_PATHS, 'stack page': 'stack/' };

/** Upper bound for any single step on a busy machine. */
export const TIMEOUT_MS = 20_000;

/** Returns the prerendered HTML of a path. */
export function prerendered(path) {
  return readFileSync(join(DIST, path.endsWith('.html') ? path : `${path}index.html`), 'utf8');
}

/** Returns the title of a prerendered page. */
export function titleOf(path) {
  const [, title] = /<title>([^<]*)<\/title>/.exec(prerendered(path));
  return title.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/**
 * Declares the same tests for each browser. Starts each browser once; the browsers run concurrently.
 * A test receives `visit`, `holdRequests`, `kind`, `browser` and `site`. Settings: those of `launch`, plus `kinds` (the
 * browsers to use) and `base` (the folder that the site is served from).
 */
export function inBrowsers(name, declare, { kinds = KINDS, base = '/', ...settings } = {}) {
  describe(name, { concurrency: kinds.length }, () => {
    for (const kind of kinds.filter((kind) => KINDS.includes(kind))) {
      describe(`in ${kind}`, { concurrency: 1, skip: reasonToSkip(kind, settings) }, () => {
        const shared = { kind };
        before(async () => {
          shared.site = await serve({ dir: DIST, base });
          shared.browser = await launch(kind, settings);
        });
        after(async () => {
          await shared.browser?.close();
          await shared.site?.close();
        });
        declare((title, run) => it(title, () => runAgainIfUnanswered(shared, run, () => launch(kind, settings))), kind);
      });
    }
  });
}

/**
 * Runs a test. WebKit's driver sometimes loses an answer, or stops answering; a test that failed where it did is run once more, in
 * a new browser, and the output says so.
 */
async function runAgainIfUnanswered(shared, run, relaunch) {
  const before = shared.browser.unanswered;
  try {
    await runWatched(shared, run);
  } catch (error) {
    if (shared.browser.unanswered === before) throw error;
    console.log(`Run once more, because the driver of ${shared.kind} did not answer: ${error.message}`);
    await shared.browser.close();
    shared.browser = await relaunch();
    await runWatched(shared, run);
  }
}

/** Runs a test, and fails it if a page that it visits reports an error. */
export async function runWatched({ kind, browser, site }, run) {
  const visits = [];
  const servers = [];
  /**
   * Opens a page of the site. `awaitApp: false` does not wait for the app; `allow` lists patterns of accepted errors;
   * `setUp(page)` runs before the load; `server` replaces the default server.
   */
  async function visit(path = '', { server = site, awaitApp = true, allow = [], width, height = 800, setUp } = {}) {
    const page = await browser.newPage();
    const problems = await collectProblems(page, allow);
    visits.push({ path, page, problems });
    if (width) await page.setViewport({ width, height });
    await setUp?.(page);
    await page.goto(server.url + path, { waitUntil: 'domcontentloaded' });
    if (awaitApp) await waitForApp(page);
    return page;
  }
  /** Starts a server with `createHoldingServer`; it is closed after the test. */
  async function holdRequests(pattern, options) {
    const server = await createHoldingServer(pattern, options);
    servers.push(server);
    return server;
  }
  const allProblems = () => visits.flatMap(({ path, problems }) => problems.map((problem) => `/${path}: ${problem}`));
  try {
    await run({ visit, holdRequests, kind, browser, site });
    // A round trip, so that earlier events of the page have arrived. In WebKit they come another way.
    await Promise.all(visits.map(({ page }) => page.isClosed() || (page.drain ? page.drain() : page.evaluate(() => 0))));
    if (allProblems().length > 0) throw new Error('An error, a failed request or a violation of the Content-Security-Policy.');
  } catch (error) {
    if (allProblems().length === 0) throw error;
    throw new Error([error.message, 'The browser reported:', ...allProblems()].join('\n  '), { cause: error });
  } finally {
    await Promise.all(visits.map(({ page }) => page.isClosed() || page.close().catch(() => {}))); // it may have crashed
    await Promise.all(servers.map((server) => server.close()));
  }
}

/**
 * Creates a server of the site that delays requests whose URL matches `pattern`. `release()` serves them,
 * `release({ status, type, body })` sends that response instead. It has a port of its own, so nothing is cached.
 */
async function createHoldingServer(pattern, options = {}) {
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

/** Collects the errors of a page that match no pattern of `allow`. */
async function collectProblems(page, allow) {
  const problems = [];
  const report = (text) => allow.some((pattern) => pattern.test(text)) || problems.push(text);
  page.on('console', (message) => {
    if (!['error', 'warn', 'assert'].includes(message.type())) return;
    report(`console ${message.type()}: ${message.text()} (${message.location()?.url ?? 'unknown location'})`);
  });
  page.on('pageerror', (error) => report(`error: ${error.message}`));
  page.on('response', (response) => response.status() < 400 || report(`status ${response.status()}: ${response.url()}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    // Navigation aborts pending requests.
    if (!/ABORTED/.test(reason)) report(`request failed: ${request.url()} (${reason})`);
  });
  page.on('dialog', (dialog) => {
    report(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`security policy violated: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return problems;
}

/** Waits until the app is mounted. */
export async function waitForApp(page) {
  await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS }).catch(async (error) => {
    throw new Error(`${page.url()} has no mounted app after ${TIMEOUT_MS / 1000} s: ${error.message}`);
  });
}

/**
 * Waits until the page of a path is shown: URL, title, number of sections, and the link to embed it, which follows a frame later.
 * With an incident only the start of the title is known, the names of service and plan.
 */
export async function waitForPath(page, path) {
  const html = prerendered(path);
  const sections = html.match(/<section/g)?.length ?? 0;
  // The details of an incident are a section of their own.
  const added = path.split('/').length === 3 ? 1 : 0;
  const expected = { path: `/${path}`, title: titleOf(path), sections, added };
  const isThere = ({ path, title, sections, added }) => {
    const hasIncident = new URLSearchParams(location.search).has('at');
    const isTitle = hasIncident ? document.title.includes(title.replace(/( backups)?:.*/, '')) : document.title === title;
    const embedLink = document.querySelector('.share-embed');
    return location.pathname.endsWith(path) && isTitle && document.querySelectorAll('section').length === sections + (hasIncident ? added : 0)
      && (!embedLink || new URL(embedLink.href).searchParams.get('page') === path.slice(1));
  };
  await page.waitForFunction(isThere, { timeout: TIMEOUT_MS }, expected).catch(async (error) => {
    const title = await page.title().catch(() => '?');
    throw new Error(`Expected ${expected.path} with "${expected.title}", but got ${page.url()} with "${title}": ${error.message}`);
  });
}

/** Clicks a link with the mouse and waits for its target page. */
export async function clickLink(page, selector, path) {
  await page.click(selector);
  await waitForPath(page, path);
}

/** Clicks a cell or a row header of the matrix with the mouse and waits for its page. */
export const clickCell = (page, path) => clickLink(page, link(path), path);

/** Clicks an element of a page or a frame, after the script has returned: WebKit loses its result if the click loads a page. */
export const clickLater = (context, selector) => context.$eval(selector, (element) => void setTimeout(() => element.click()));

/** Returns the selector of the matrix link to a path, or of the header link for the stack page. */
export function link(path) {
  if (path === 'stack/') return '#nav-stack';
  const [service, plan] = path.split('/');
  return plan ? `#cell-${service}-${plan}` : `#row-${service}`;
}

/** Opens all details of an answer. */
export const openDetails = (page) => page.$$eval('.disclosure', (all) => all.forEach((details) => (details.open = true)));

/** Sets a flag on `window`, which is lost when another document is loaded. */
export const markWindow = (page) => page.evaluate(() => void (window.__sameDocument = true));
export const isSameDocument = (page) => page.evaluate(() => window.__sameDocument === true);

/** Returns the id of the focused element, or its tag name. */
export const focusedId = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

/** Returns the vertical scroll offset. */
export const scrollOffset = (page) => page.evaluate(() => Math.round(scrollY));

/** Waits for two frames, after which observers have been notified of layout changes. */
export const nextFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/**
 * Serializes the DOM of the app, one element or text per line, attributes sorted, adjacent text nodes joined. Links are resolved: those
 * of prerendered pages are relative, those of the app absolute. The value of an input is no attribute in the app. Without the app, what
 * needs it is inert.
 */
export const outline = (page) =>
  page.evaluate(() => {
    const lines = [];
    const walk = (element, depth) => {
      if (element.dataset.part?.startsWith('axis')) return; // the app knows the date
      const resolve = (name, value) => {
        if (name === 'open') return ''; // true, whatever it says
        return element.localName === 'a' && name === 'href' ? element.href : value;
      };
      const attributes = [...element.attributes]
        .filter(({ name }) => name !== 'inert' && !(element.localName === 'input' && name === 'value'))
        .map(({ name, value }) => `${name}="${resolve(name, value)}"`)
        .sort();
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

/** Asserts that two outlines are equal; reports only the first difference. */
export function assertSameOutline(actual, expected, what) {
  const [actualLines, expectedLines] = [actual.split('\n'), expected.split('\n')];
  const index = expectedLines.findIndex((line, index) => line !== actualLines[index]);
  if (index < 0 && actualLines.length === expectedLines.length) return;
  const context = (lines) => lines.slice(Math.max(0, index - 3), index + 2).join('\n');
  assert.fail(`${what}: difference in line ${index + 1}. Actual:\n${context(actualLines)}\nExpected:\n${context(expectedLines)}`);
}
