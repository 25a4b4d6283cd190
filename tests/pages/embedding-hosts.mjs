// Host pages that embed the calculator, served from another port and therefore another origin.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { TIMEOUT_MS } from './helpers.mjs';

/**
 * Serves pages by path with the given headers. A page is the content of its body, or `{ head, body }`; `{ script }` is a script.
 * The returned `url` ends with a slash.
 */
export async function serveHost(pages, headers = {}) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://host').pathname.slice(1)];
    if (page === undefined) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    if (page.script) return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(page.script);
    const { head = '', body = page } = page;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref(); // does not keep the test process alive
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Script tag of the custom element. */
export const scriptTag = (site) => `<script src="${site.url}embed.js" async></script>`;

/** Custom element with fallback content. */
export const embedTag = (attributes, fallback = '<a href="#link">The answer</a>') => `<backup-calculator ${attributes}>${fallback}</backup-calculator>`;

/** Plain iframe. */
export const iframeTag = (site, path, attributes = '') =>
  `<iframe src="${site.url}${path}" title="Backups" width="100%" height="640" ${attributes}></iframe>`;

/** Returns the frames of the site in a page, once there are `count` and the app is mounted in each. */
export async function calculatorFrames(page, site, count = 1) {
  // In WebKit `frames` is asynchronous, and the URLs are those of the time of the call.
  const siteFrames = async () => (await page.frames()).filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(site.url));
  const end = Date.now() + TIMEOUT_MS;
  let frames = await siteFrames();
  while (frames.length < count && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
    frames = await siteFrames();
  }
  assert.equal(frames.length, count, `frames of the site: ${(await page.frames()).map((frame) => frame.url())}`);
  await Promise.all(frames.map((frame) => frame.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS })));
  return frames;
}

/** Returns the state of each custom element: whether its link is visible, the height of its frame (0 if hidden) and its color scheme. */
export const embedStates = (page) => page.evaluate(() => [...document.querySelectorAll('backup-calculator')].map((element) => {
  const frame = element.shadowRoot?.querySelector('iframe');
  const link = element.querySelector('a') ?? element.shadowRoot?.querySelector('a');
  const visible = frame && getComputedStyle(frame).visibility === 'visible';
  return {
    link: Boolean(link?.checkVisibility() && link.getBoundingClientRect().height > 0),
    frame: visible ? Math.round(frame.getBoundingClientRect().height) : 0,
    scheme: frame?.style.colorScheme,
  };
}));

/** Waits until every custom element of a page shows its frame. */
export const waitForEmbeds = (page) => page.waitForFunction(() => {
  const frames = [...document.querySelectorAll('backup-calculator')].map((element) => element.shadowRoot?.querySelector('iframe'));
  return frames.length > 0 && frames.every((frame) => frame && getComputedStyle(frame).visibility === 'visible');
}, { timeout: TIMEOUT_MS });

/** Waits until a frame is exactly as high as its content and does not scroll. Returns the height. */
export async function waitForFit(page, frame) {
  const element = await frame.frameElement();
  const end = Date.now() + TIMEOUT_MS;
  let state = '';
  while (Date.now() < end) {
    const height = await element.evaluate((each) => each.getBoundingClientRect().height);
    const [contentHeight, scrolls] = await frame.evaluate(() =>
      [Math.ceil(document.documentElement.getBoundingClientRect().height), document.documentElement.scrollHeight > innerHeight]);
    if (height === contentHeight && !scrolls) return height;
    state = `it is ${height} px high, its content ${contentHeight} px`;
    await new Promise((done) => setTimeout(done, 50));
  }
  return assert.fail(`the frame does not fit: ${state}`);
}

/** Returns whether a frame is dark: its text is light. The background is that of the page around it. */
export const isDark = (frame) => frame.evaluate(() => {
  const [r, g, b] = getComputedStyle(document.body).color.match(/[\d.]+/g).map(Number);
  return r + g + b > 3 * 128;
});

/** Waits until a frame is dark or light. */
export async function waitForDark(frame, dark, what) {
  const end = Date.now() + TIMEOUT_MS;
  while ((await isDark(frame)) !== dark) {
    assert.ok(Date.now() < end, `${what}: the frame is not ${dark ? 'dark' : 'light'}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Goes one step back in the history, to `url`. (puppeteer's goBack waits for a load event, which may not occur.) */
export async function goBack(page, url) {
  await page.evaluate(() => history.back());
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const current = await page.evaluate(() => location.href).catch(() => 'unknown');
    if (current === url) return;
    assert.ok(Date.now() < end, `one step back is ${current}, not ${url}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
