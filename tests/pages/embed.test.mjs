// The element of embed.js in pages of another site: it fits, follows the page's colours, and is a link where it cannot be more.

import assert from 'node:assert/strict';
import { back, calculators, element, hosting, script, shown, untilDark, untilFitting, untilShown } from './hosts.mjs';
import { PATIENCE, inBrowsers, link } from './support.mjs';

const POSTGRESQL = 'service="postgresql" plan="business"';

/** A page of another site, and the frames of the elements in it, live. */
async function embedded({ visit, site }, body, { count = 1, head = '', headers, ...options } = {}) {
  const host = await hosting({ '': { head: script(site) + head, body }, next: 'next' }, headers);
  const page = await visit('', { from: host, live: false, ...options });
  return { page, host, frames: await calculators(page, site, count) };
}

const historyLength = (page) => page.evaluate(() => history.length);

/** A page that stands for a site, and says whatever a test wants to the page around it. */
const speaking = (site, says) => ({
  '': { head: `<script src="${site.url}embed.js"></script>`, body: element('root="speaker" theme="light"') },
  'speaker/': `<script>for (const data of ${JSON.stringify(says)}) parent.postMessage(data, '*')</script>`,
});

inBrowsers('the element', (test) => {
  test('fits several frames on one page, and each as its page grows and shrinks', async (given) => {
    const three = element(POSTGRESQL) + element('service="redis"') + element('', '');
    const { page, frames } = await embedded(given, three, { count: 3, height: 4000 });
    await untilShown(page);
    for (const frame of frames) {
      const height = await untilFitting(page, frame);
      assert.ok(height > 400, `${frame.url()}: ${height} px`);
    }
    const [answer, service, whole] = frames;
    assert.deepEqual([answer, service, whole].map((each) => each.url().slice(given.site.url.length)), [
      'postgresql/business/?embed&theme=light', 'redis/?embed&theme=light', '?embed&theme=light',
    ]);
    const before = await untilFitting(page, answer);
    await answer.$eval('.incident-more', (each) => void (each.open = true));
    await answer.waitForFunction((height) => document.documentElement.getBoundingClientRect().height > height, {}, before);
    assert.ok((await untilFitting(page, answer)) > before);
    await page.setViewport({ width: 400, height: 4000 });
    await answer.waitForFunction(() => innerWidth < 400);
    assert.ok((await untilFitting(page, answer)) > before);
    const state = await page.evaluate(() => [...document.querySelectorAll('backup-calculator')].map((each) => {
      const { title, loading, allow, referrerPolicy } = each.shadowRoot.querySelector('iframe');
      return { title, loading, allow, referrerPolicy, style: each.hasAttribute('style') };
    }));
    const attributes = { loading: 'lazy', allow: 'clipboard-write', referrerPolicy: 'no-referrer', style: false };
    const titles = ['Backup calculator, postgresql, business', 'Backup calculator, redis', 'Backup calculator'];
    assert.deepEqual(state, titles.map((title) => ({ title, ...attributes })));
  });

  test('changes in the frame leave the history, the focus and the way back alone', async (given) => {
    const { page, host, frames: [frame] } = await embedded(given, `<input id="search">${element(POSTGRESQL)}`);
    await page.focus('#search');
    const before = await historyLength(page);
    await frame.$eval(link('postgresql/premium/'), (each) => each.click());
    await frame.waitForFunction(() => document.querySelector('h1').innerText.includes('30 days'), { timeout: PATIENCE });
    await page.$eval('backup-calculator', (each) => {
      each.setAttribute('service', 'mysql');
      each.setAttribute('plan', 'startup');
    });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot.querySelector('iframe').src.includes('mysql/startup'));
    await untilShown(page);
    assert.equal((await calculators(page, given.site)).length, 1, 'the other frame is gone');
    assert.equal(await historyLength(page), before);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
    await page.goto(`${host.url}next`);
    await back(page, host.url);
  });

  test('loads no frame that is far from the window', async ({ visit, site }) => {
    const body = `<p>Far</p>${element(POSTGRESQL)}`;
    const host = await hosting({ '': { head: `${script(site)}<style>p{height:20000px}</style>`, body } });
    const page = await visit('', { from: host, live: false });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: PATIENCE });
    await new Promise((done) => setTimeout(done, 500));
    assert.deepEqual(page.frames().filter((each) => each.url().startsWith(site.url)), []);
    assert.equal((await shown(page))[0].link, true);
    await page.evaluate(() => scrollTo(0, 20000));
    await calculators(page, site);
  });

  test('believes only its own frame, and only heights that can be', async ({ visit, site }) => {
    const type = 'backup-calculator';
    const says = async (data) => {
      const page = await visit('', { from: await hosting(speaking(site, data)), live: false });
      await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: PATIENCE });
      await page.evaluate((height) => postMessage({ type: 'backup-calculator', height }, '*'), 1234); // the page itself is no frame
      if (data.length) await untilShown(page);
      else await new Promise((done) => setTimeout(done, 500));
      return (await shown(page))[0];
    };
    assert.deepEqual(await says([{ type, height: 777 }]), { link: false, frame: 777, scheme: 'light' });
    assert.equal((await says([{ type, height: 5 }])).frame, 120);
    assert.equal((await says([{ type, height: 99_999 }])).frame, 4000);
    const wrong = [null, 7, 'x', {}, { type }, { type: 'other', height: 900 }, { type, height: '900' }, { type, height: 1.5 }, { type, height: null }];
    assert.equal((await says([{ type, height: 777 }, ...wrong])).frame, 777, 'what is no height changes nothing');
    assert.deepEqual(await says([]), { link: true, frame: 0, scheme: 'light' });
  });

  test('registers once, however often the script is there', async (given) => {
    const { page, frames } = await embedded(given, element(POSTGRESQL) + script(given.site), { head: script(given.site) });
    await untilShown(page);
    await page.evaluate((url) => new Promise((done) => {
      document.head.append(Object.assign(document.createElement('script'), { src: url, onload: done }));
    }), `${given.site.url}embed.js?again`);
    assert.equal(frames.length, 1);
  });

  test('goes and comes again, as where the page changes in place, and leaves nothing behind', async (given) => {
    const { page } = await embedded(given, `<main>${element(POSTGRESQL)}</main>`);
    await untilShown(page);
    const before = await historyLength(page);
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(() => {
        window.__away = document.querySelector('backup-calculator');
        window.__away.remove();
        document.body.style.color = window.__away ? 'white' : '';
        document.body.style.color = '';
        window.__away.setAttribute('theme', 'dark');
        window.__away.removeAttribute('theme');
      });
      assert.equal(await page.evaluate(() => window.__away.shadowRoot.querySelector('iframe')), null);
      await page.evaluate(() => document.querySelector('main').append(window.__away));
      await calculators(page, given.site);
      await untilShown(page);
    }
    assert.equal(await historyLength(page), before);
  });

  test('says which service the policy does not know, in the frame', async (given) => {
    const { page, frames: [frame] } = await embedded(given, element('service="oracle" plan="gold"'), { allow: [/boot-|oracle/] });
    await untilShown(page);
    assert.match(await frame.$eval('h1', (each) => each.textContent), /no service “oracle”/);
  });
});

inBrowsers('the element and the colours of its page', (test) => {
  const set = (page, run, value) => page.evaluate(run, value);

  test('it follows them, by whatever attribute they change, and after a transition', async (given) => {
    const head = `<style>
      html[data-theme=dark] body, body.night, html[lang=da] body { color: #eee; background: #111 }
      html[lang=da] body { color: oklch(0.9 0 0) } html[lang=de] body { color: color(display-p3 0.9 0.9 0.9) } html[lang=fr] body { color: lab(90 0 0) }
      body.slow { transition: color 0.3s }</style>`;
    const { page, frames: [frame] } = await embedded(given, element(POSTGRESQL), { head });
    await untilShown(page);
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
      await untilDark(frame, dark, `step ${index + 1}`);
      assert.equal((await shown(page))[0].scheme, dark ? 'dark' : 'light');
    }
    // What the frame's own address said before does not win over what its page says now.
    await frame.$eval(link('postgresql/startup/'), (each) => each.click());
    await frame.waitForFunction(() => document.querySelector('h1').innerText.includes('2 days'), { timeout: PATIENCE });
    await untilDark(frame, true, 'after a change in place');
  });

  test('a theme that is named wins, and may be changed', async (given) => {
    const { page, frames } = await embedded(given, element(`${POSTGRESQL} theme="dark"`) + element('service="redis" theme="light"'), { count: 2 });
    await untilShown(page);
    await untilDark(frames[0], true, 'dark');
    await untilDark(frames[1], false, 'light');
    await set(page, () => void (document.body.style.color = 'white'));
    await set(page, () => document.querySelector('backup-calculator').setAttribute('theme', 'light'));
    await untilDark(frames[0], false, 'changed to light');
    await untilDark(frames[1], false, 'still light');
    await set(page, () => document.querySelector('backup-calculator').setAttribute('theme', 'auto'));
    await untilDark(frames[0], true, 'changed to auto, on a dark page');
  });
});

inBrowsers('the element on a page that follows the system', (test) => {
  test('it is dark from the start where the system is', async (given) => {
    const { page, frames: [frame] } = await embedded(given, element(POSTGRESQL), { head: '<style>:root{color-scheme:light dark}</style>' });
    assert.ok(frame.url().endsWith('theme=dark'), frame.url());
    await untilShown(page);
    await untilDark(frame, true, 'the system is dark');
  });
}, { colorScheme: 'dark' });

inBrowsers('the element under the policies of its page', (test) => {
  const strict = (site, more = '') => ({
    'Content-Security-Policy': `default-src 'none'; script-src ${site.url}; require-trusted-types-for 'script'; trusted-types 'none'${more}`,
  });

  test('a strict policy that names the site is kept', async (given) => {
    const headers = strict(given.site, `; frame-src ${given.site.url}`);
    const { page, frames: [frame] } = await embedded(given, element(POSTGRESQL), { headers, allow: [/favicon/] });
    await untilShown(page);
    await untilFitting(page, frame);
  });

  test('a policy without frames leaves the link, and nothing else', async ({ visit, site }) => {
    const host = await hosting({ '': { head: script(site), body: element(POSTGRESQL) + element('service="redis"', '') } }, strict(site));
    const page = await visit('', { from: host, live: false, allow: [/security policy|Content.Security.Policy|frame-src/i] });
    await page.waitForFunction(() => document.querySelector('backup-calculator').shadowRoot, { timeout: PATIENCE });
    await new Promise((done) => setTimeout(done, 500));
    for (const { link: there, frame } of await shown(page)) assert.deepEqual([there, frame], [true, 0]);
    const own = await page.evaluate(() => document.querySelectorAll('backup-calculator')[1].shadowRoot.querySelector('a').href);
    assert.equal(own, `${site.url}redis/`, 'a link of its own where the author gave none');
  });

  test('a page that isolates itself (COEP) shows it', async (given) => {
    const headers = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };
    const { page } = await embedded(given, element(POSTGRESQL), { headers });
    await untilShown(page);
    assert.ok(await page.evaluate(() => crossOriginIsolated));
  });

  test('without the script there is the link', async ({ visit }) => {
    const page = await visit('', { from: await hosting({ '': element(POSTGRESQL) }), live: false });
    assert.equal((await shown(page))[0].link, true);
  });

  test('a frame that says nothing, or must not be there, gives its room back', async ({ visit, site }) => {
    const hasten = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...more) => real(callback, delay / 20, ...more);
    };
    const forbidden = { 'Content-Security-Policy': `default-src 'none'; script-src ${site.url}` };
    const silent = speaking(site, []);
    const offline = { '': { ...silent[''], body: element('root="http://127.0.0.1:9/"') } };
    for (const [pages, headers] of [[silent], [silent, forbidden], [offline]]) {
      const allow = [/security policy|Content.Security.Policy|frame-src/i, /127\.0\.0\.1:9\/|REFUSED|ERR_UNSAFE_PORT/];
      const page = await visit('', {
        from: await hosting(pages, headers), live: false, allow, setUp: (page) => page.evaluateOnNewDocument(hasten),
      });
      const height = (is) => page.waitForFunction((wanted) => {
        const box = document.querySelector('backup-calculator').shadowRoot?.firstChild;
        return box && (wanted ? box.offsetHeight === wanted : box.offsetHeight < 40);
      }, { timeout: PATIENCE }, is);
      if (!headers) await height(480);
      await height(0);
      assert.equal((await shown(page))[0].link, true);
    }
  });
});
