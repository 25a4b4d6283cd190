// Pages of other sites that have the calculator in a frame: a small server at a port of its own, which is another origin.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { PATIENCE } from './support.mjs';

/**
 * Serves pages by their paths, each with the headers given. A page is the content of its body, or `{ head, body }`.
 * `url` ends without a slash in no case, as that of the site.
 */
export async function hosting(pages, headers = {}) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://host').pathname.slice(1)];
    if (page === undefined) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    const { head = '', body = page } = page;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref(); // it ends with the tests
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** The script of the element. */
export const script = (site) => `<script src="${site.url}embed.js" async></script>`;

/** The element, with what its author puts into it. */
export const element = (attributes, inside = '<a href="#link">The answer</a>') => `<backup-calculator ${attributes}>${inside}</backup-calculator>`;

/** A plain frame. */
export const frame = (site, address, more = '') =>
  `<iframe src="${site.url}${address}" title="Backups" width="100%" height="640" ${more}></iframe>`;

/** The frames of the site in a page, once there are so many and the app runs in each. */
export async function calculators(page, site, count = 1) {
  const ours = () => page.frames().filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(site.url));
  const end = Date.now() + PATIENCE;
  while (ours().length < count && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
  assert.equal(ours().length, count, `frames of the site: ${page.frames().map((frame) => frame.url())}`);
  await Promise.all(ours().map((frame) => frame.waitForSelector('html[data-live]', { timeout: PATIENCE })));
  return ours();
}

/** What a page shows of its elements: whether the link is there to be seen, and the size and colours of the frame. */
export const shown = (page) => page.evaluate(() => [...document.querySelectorAll('backup-calculator')].map((element) => {
  const frame = element.shadowRoot?.querySelector('iframe');
  const link = element.querySelector('a') ?? element.shadowRoot?.querySelector('a');
  const seen = frame && getComputedStyle(frame).visibility === 'visible';
  return {
    link: Boolean(link?.checkVisibility() && link.getBoundingClientRect().height > 0),
    frame: seen ? Math.round(frame.getBoundingClientRect().height) : 0,
    scheme: frame?.style.colorScheme,
  };
}));

/** Waits until every element of a page shows its frame. */
export const untilShown = (page) => page.waitForFunction(() => {
  const frames = [...document.querySelectorAll('backup-calculator')].map((element) => element.shadowRoot?.querySelector('iframe'));
  return frames.length > 0 && frames.every((frame) => frame && getComputedStyle(frame).visibility === 'visible');
}, { timeout: PATIENCE });

/** Waits until a frame is as high as what it shows, to the pixel, and has nothing to scroll. */
export async function untilFitting(page, frame) {
  const element = await frame.frameElement();
  const end = Date.now() + PATIENCE;
  let told = '';
  while (Date.now() < end) {
    const height = await element.evaluate((each) => each.getBoundingClientRect().height);
    const [wanted, scrolls] = await frame.evaluate(() =>
      [Math.ceil(document.documentElement.getBoundingClientRect().height), document.documentElement.scrollHeight > innerHeight]);
    if (height === wanted && !scrolls) return height;
    told = `it is ${height} px high, its page ${wanted} px`;
    await new Promise((done) => setTimeout(done, 50));
  }
  return assert.fail(`the frame does not fit: ${told}`);
}

/** Whether a frame is dark: its background, as painted. */
export const isDark = (frame) => frame.evaluate(() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return r + g + b < 3 * 128;
});

/** Waits until a frame is dark, or light. */
export async function untilDark(frame, dark, what) {
  const end = Date.now() + PATIENCE;
  while ((await isDark(frame)) !== dark) {
    assert.ok(Date.now() < end, `${what}: the frame is not ${dark ? 'dark' : 'light'}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Goes one step back in the history, to this address. (puppeteer's goBack waits for a load, which may not come.) */
export async function back(page, url) {
  await page.evaluate(() => history.back());
  const end = Date.now() + PATIENCE;
  for (;;) {
    const here = await page.evaluate(() => location.href).catch(() => 'nowhere');
    if (here === url) return;
    assert.ok(Date.now() < end, `one step back is ${here}, not ${url}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
