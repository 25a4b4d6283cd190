// The custom element of embed.js in host pages: iframe height, theme, history, and the fallback link.

import assert from 'node:assert/strict';
import {
  calculatorFrames, embedStates, embedTag, goBack, scriptTag, serveHost, waitForDark, waitForEmbeds, waitForFit,
} from './embedding-hosts.mjs';
import { TIMEOUT_MS, inBrowsers, link } from './helpers.mjs';

const POSTGRESQL = 'service="postgresql" plan="business"';

/** Opens a host page and waits for the app in each frame. */
async function embedded({ visit, site }, body, { count = 1, head = '', headers, ...options } = {}) {
  const host = await serveHost({ '': { head: scriptTag(site) + head, body }, next: 'next' }, headers);
  const page = await visit('', { server: host, awaitApp: false, ...options });
  return { page, host, frames: await calculatorFrames(page, site, count) };
}

const historyLength = (page) => page.evaluate(() => history.length);

/** A fake site that posts the given messages to its host page. */
const fakeSite = (site, messages) => ({
  '': { head: `<script src="${site.url}embed.js"></script>`, body: embedTag('root="speaker" theme="light"') },
  'speaker/': `<script>for (const data of ${JSON.stringify(messages)}) parent.postMessage(data, '*')</script>`,
});

inBrowsers('the custom element', (test) => {
  test('fits several iframes on one page and follows their changes of height', async (given) => {
    const three = embedTag(POSTGRESQL) + embedTag('service="redis"') + embedTag('', '');
    const { page, frames } = await embedded(given, three, { count: 3, width: 1280, height: 4000 });
    await waitForEmbeds(page);
    for (const frame of frames) {
      const height = await waitForFit(page, frame);
      assert.ok(height > 350, `${frame.url()}: ${height} px`);
    }
    const [answer] = frames;
    assert.deepEqual(frames.map((frame) => frame.url().slice(given.site.url.length)), [
      'postgresql/business/?embed&theme=light', 'redis/?embed&theme=light', '?embed&theme=light',
    ]);
    const before = await waitForFit(page, answer);
    await answer.$eval('.incident-advanced', (element) => void (element.open = true));
    await answer.waitForFunction((height) => document.documentElement.getBoundingClientRect().height > height, {}, before);
    assert.ok((await waitForFit(page, answer)) > before);
    await page.setViewport({ width: 400, height: 4000 });
    await answer.waitForFunction(() => innerWidth < 400);
    assert.ok((await waitForFit(page, answer)) > before);
    const state = await page.evaluate(() => [...document.querySelectorAll('backup-calculator')].map((element) => {
      const { title, loading, allow, referrerPolicy } = element.shadowRoot.querySelector('iframe');
      return { title, loading, allow, referrerPolicy, style: element.hasAttribute('style') };
    }));
    const attributes = { loading: 'lazy', allow: 'clipboard-write', referrerPolicy: 'no-referrer', style: false };
    const titles = ['Backup calculator, postgresql, business', 'Backup calculator, redis', 'Backup calculator'];
    assert.deepEqual(state, titles.map((title) => ({ title, ...attributes })));
  });

  test('navigation in the frame does not affect the history and the focus of the host page', async (given) => {
    const { page, host, frames: [frame] } = await embedded(given, `<input id="search">${embedTag(POSTGRESQL)}`);
    await page.focus('#search');
    const before = await historyLength(page);
    await frame.$eval(link('postgresql/premium/'), (element) => element.click());
    await frame.waitForFunction(() => document.querySelector('h1').innerText.includes('30 days'), { timeout: TIMEOUT_MS });
    await page.$eval('backup-calculator', (element) => {
      element.setAttribute('service', 'mysql');
      element.setAttribute('plan', 'startup');
    });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot.querySelector('iframe').src.includes('mysql/startup'));
    await waitForEmbeds(page);
    assert.equal((await calculatorFrames(page, given.site)).length, 1, 'the previous frame is removed');
    assert.equal(await historyLength(page), before);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
    await page.goto(`${host.url}next`);
    await goBack(page, host.url);
  });

  test('loads no frame far outside the viewport', async ({ visit, site }) => {
    const body = `<p>Far</p>${embedTag(POSTGRESQL)}`;
    const host = await serveHost({ '': { head: `${scriptTag(site)}<style>p{height:20000px}</style>`, body } });
    const page = await visit('', { server: host, awaitApp: false });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: TIMEOUT_MS });
    await new Promise((done) => setTimeout(done, 500));
    assert.deepEqual((await page.frames()).filter((frame) => frame.url().startsWith(site.url)), []);
    assert.equal((await embedStates(page))[0].link, true);
    await page.evaluate(() => scrollTo(0, 20000));
    await calculatorFrames(page, site);
  });

  test('of size line is the headline in one line', async (given) => {
    const { page, frames: [frame] } = await embedded(given, embedTag(`${POSTGRESQL} size="line"`), { width: 1000 });
    await waitForEmbeds(page);
    assert.equal(new URL(frame.url()).searchParams.get('embed'), 'line');
    assert.ok(await waitForFit(page, frame) <= 40);
    assert.match(await frame.evaluate(() => document.body.innerText.replace(/\s+/g, ' ')), /PostgreSQL.* Restore to any second in the last 14 days .*full calculator/);
  });

  test('accepts messages only from its own frame and clamps heights', async ({ visit, site }) => {
    const type = 'backup-calculator';
    const stateAfter = async (data) => {
      const page = await visit('', { server: await serveHost(fakeSite(site, data)), awaitApp: false });
      await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: TIMEOUT_MS });
      await page.evaluate((height) => postMessage({ type: 'backup-calculator', height }, '*'), 1234); // sent by the host page itself, not by the frame
      if (data.length) await waitForEmbeds(page);
      else await new Promise((done) => setTimeout(done, 500));
      return (await embedStates(page))[0];
    };
    assert.deepEqual(await stateAfter([{ type, height: 777 }]), { link: false, frame: 777, scheme: 'light' });
    assert.equal((await stateAfter([{ type, height: 5 }])).frame, 24);
    assert.equal((await stateAfter([{ type, height: 99_999 }])).frame, 4000);
    const invalid = [null, 7, 'x', {}, { type }, { type: 'other', height: 900 }, { type, height: '900' }, { type, height: 1.5 }, { type, height: null }];
    assert.equal((await stateAfter([{ type, height: 777 }, ...invalid])).frame, 777, 'invalid heights are ignored');
    assert.deepEqual(await stateAfter([]), { link: true, frame: 0, scheme: 'light' });
  });

  test('is registered once, even if the script is included several times', async (given) => {
    const { page, frames } = await embedded(given, embedTag(POSTGRESQL) + scriptTag(given.site), { head: scriptTag(given.site) });
    await waitForEmbeds(page);
    await page.evaluate((url) => new Promise((done) => {
      document.head.append(Object.assign(document.createElement('script'), { src: url, onload: done }));
    }), `${given.site.url}embed.js?again`);
    assert.equal(frames.length, 1);
  });

  test('can be removed and inserted again, as in single-page host sites', async (given) => {
    const { page } = await embedded(given, `<main>${embedTag(POSTGRESQL)}</main>`);
    await waitForEmbeds(page);
    const before = await historyLength(page);
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(() => {
        window.__detached = document.querySelector('backup-calculator');
        window.__detached.remove();
        document.body.style.color = window.__detached ? 'white' : '';
        document.body.style.color = '';
        window.__detached.setAttribute('theme', 'dark');
        window.__detached.removeAttribute('theme');
      });
      assert.equal(await page.evaluate(() => window.__detached.shadowRoot.querySelector('iframe')), null);
      await page.evaluate(() => document.querySelector('main').append(window.__detached));
      await calculatorFrames(page, given.site);
      await waitForEmbeds(page);
    }
    assert.equal(await historyLength(page), before);
  });

  test('shows an unknown service as an error in the frame', async (given) => {
    const { page, frames: [frame] } = await embedded(given, embedTag('service="oracle" plan="gold"'), { allow: [/boot-|oracle/] });
    await waitForEmbeds(page);
    assert.match(await frame.$eval('h1', (element) => element.textContent), /No service named “oracle”/);
  });
});

inBrowsers('the theme of the custom element', (test) => {
  const set = (page, run, value) => page.evaluate(run, value);

  test('follows the colors of the host page, also after a transition', async (given) => {
    const head = `<style>
      html[data-theme=dark] body, body.night, html[lang=da] body { color: #eee; background: #111 }
      html[lang=da] body { color: oklch(0.9 0 0) } html[lang=de] body { color: color(display-p3 0.9 0.9 0.9) } html[lang=fr] body { color: lab(90 0 0) }
      body.slow { transition: color 0.3s }</style>`;
    const { page, frames: [frame] } = await embedded(given, embedTag(POSTGRESQL), { head });
    await waitForEmbeds(page);
    const steps = [
      [() => void (document.documentElement.dataset.theme = 'dark'), true],
      [() => document.documentElement.removeAttribute('data-theme'), false],
      [() => document.body.classList.add('night'), true],
      [() => (document.body.className = ''), false],
      [() => void (document.body.style.color = 'rgb(240 240 240)'), true],
      [() => void (document.body.style.color = 'rgb(20 20 20 / 0.9)'), false],
      [() => document.body.removeAttribute('style'), false],
      [() => void (document.documentElement.lang = 'da'), true],
      [() => void (document.documentElement.lang = 'en'), false],
      [() => void (document.documentElement.lang = 'de'), true],
      [() => void (document.documentElement.lang = 'en'), false],
      [() => void (document.documentElement.lang = 'fr'), true],
      [() => void (document.documentElement.lang = 'en'), false],
      [() => (document.body.className = 'slow'), false],
      [() => document.body.classList.add('night'), true],
    ];
    for (const [index, [change, dark]] of steps.entries()) {
      await set(page, change);
      await waitForDark(frame, dark, `step ${index + 1}`);
      assert.equal((await embedStates(page))[0].scheme, dark ? 'dark' : 'light');
    }
    // The theme of the host page overrides the theme of the frame's URL.
    await frame.$eval(link('postgresql/startup/'), (element) => element.click());
    await frame.waitForFunction(() => document.querySelector('h1').innerText.includes('2 days'), { timeout: TIMEOUT_MS });
    await waitForDark(frame, true, 'after navigation in place');
  });

  test('the attribute overrides the host page and can be changed', async (given) => {
    const { page, frames } = await embedded(given, embedTag(`${POSTGRESQL} theme="dark"`) + embedTag('service="redis" theme="light"'), { count: 2 });
    await waitForEmbeds(page);
    await waitForDark(frames[0], true, 'dark');
    await waitForDark(frames[1], false, 'light');
    await set(page, () => void (document.body.style.color = 'white'));
    await set(page, () => document.querySelector('backup-calculator').setAttribute('theme', 'light'));
    await waitForDark(frames[0], false, 'changed to light');
    await waitForDark(frames[1], false, 'still light');
    await set(page, () => document.querySelector('backup-calculator').setAttribute('theme', 'auto'));
    await waitForDark(frames[0], true, 'changed to auto, on a dark page');
  });
});

inBrowsers('the custom element on a page that follows the system theme', (test) => {
  test('is dark from the start if the system is', async (given) => {
    const { page, frames: [frame] } = await embedded(given, embedTag(POSTGRESQL), { head: '<style>:root{color-scheme:light dark}</style>' });
    assert.ok(frame.url().endsWith('theme=dark'), frame.url());
    await waitForEmbeds(page);
    await waitForDark(frame, true, 'the system is dark');
  });
}, { colorScheme: 'dark' });

inBrowsers('the custom element under security policies of the host page', (test) => {
  const strictPolicy = (site, directives = '') => ({
    'Content-Security-Policy': `default-src 'none'; script-src ${site.url}; require-trusted-types-for 'script'; trusted-types 'none'${directives}`,
  });

  test('works under a strict policy that allows the site', async (given) => {
    const headers = strictPolicy(given.site, `; frame-src ${given.site.url}`);
    const { page, frames: [frame] } = await embedded(given, embedTag(POSTGRESQL), { headers, allow: [/favicon/] });
    await waitForEmbeds(page);
    await waitForFit(page, frame);
  });

  test('shows only the link if the policy forbids frames', async ({ visit, site }) => {
    const host = await serveHost({ '': { head: scriptTag(site), body: embedTag(POSTGRESQL) + embedTag('service="redis"', '') } }, strictPolicy(site));
    const page = await visit('', { server: host, awaitApp: false, allow: [/security policy|Content.Security.Policy|frame-src/i] });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: TIMEOUT_MS });
    await new Promise((done) => setTimeout(done, 500));
    for (const { link, frame } of await embedStates(page)) assert.deepEqual([link, frame], [true, 0]);
    const fallbackUrl = await page.evaluate(() => document.querySelectorAll('backup-calculator')[1].shadowRoot.querySelector('a').href);
    assert.equal(fallbackUrl, `${site.url}redis/`, 'a default link if the author gave none');
  });

  test('works on a cross-origin isolated page (COEP)', async (given) => {
    const headers = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };
    const { page } = await embedded(given, embedTag(POSTGRESQL), { headers });
    await waitForEmbeds(page);
    assert.ok(await page.evaluate(() => crossOriginIsolated));
  });

  test('shows the link without the script', async ({ visit }) => {
    const page = await visit('', { server: await serveHost({ '': embedTag(POSTGRESQL) }), awaitApp: false });
    assert.equal((await embedStates(page))[0].link, true);
  });

  test('collapses if the frame is silent, forbidden or offline', async ({ visit, site }) => {
    const speedUpTimers = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...args) => real(callback, delay / 20, ...args);
    };
    const forbidden = { 'Content-Security-Policy': `default-src 'none'; script-src ${site.url}` };
    const silent = fakeSite(site, []);
    const offline = { '': { ...silent[''], body: embedTag('root="http://127.0.0.1:9/"') } };
    for (const [pages, headers] of [[silent], [silent, forbidden], [offline]]) {
      const allow = [/security policy|Content.Security.Policy|frame-src/i, /127\.0\.0\.1:9\/|REFUSED|ERR_UNSAFE_PORT/];
      const page = await visit('', {
        server: await serveHost(pages, headers), awaitApp: false, allow, setUp: (page) => page.evaluateOnNewDocument(speedUpTimers),
      });
      const waitForHeight = (height) => page.waitForFunction((expected) => {
        const container = document.querySelector('backup-calculator').shadowRoot?.firstChild;
        return container && (expected ? container.offsetHeight === expected : container.offsetHeight < 40);
      }, { timeout: TIMEOUT_MS }, height);
      if (!headers) await waitForHeight(480);
      await waitForHeight(0);
      assert.equal((await embedStates(page))[0].link, true);
    }
  });
});
