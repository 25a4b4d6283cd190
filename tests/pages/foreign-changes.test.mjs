// Pages that others change: after each change of the state, the words are those of the new state, as in a fresh visit.

import assert from 'node:assert/strict';
import { DISTURBANCES, TRANSLATORS, addForeignElements, plainText, translate } from './foreign-changes.mjs';
import { TIMEOUT_MS, focusedId, inBrowsers, link, nextFrames, waitForPath } from './helpers.mjs';

const RESTORE = 'restore=2026-11-26T12:00Z';
const INCIDENT = `at=2026-11-21T14:37Z&${RESTORE}`;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
/** Steps from page to page: a selector to click, and the URL that follows. */
const WALK = [
  [link('kafka/startup/'), `kafka/startup/?${INCIDENT}`],
  [link('redis/business/'), `redis/business/?${INCIDENT}`],
  [link('postgresql'), `postgresql/?${INCIDENT}`],
  [link('opensearch/premium/'), `opensearch/premium/?${INCIDENT}`],
  [link('mysql/hobbyist/'), `mysql/hobbyist/?${INCIDENT}`],
];

inBrowsers('pages that others change', (test, kind) => {
  /** Waits until a page says the same as a fresh visit of a URL. */
  const assertSays = async (page, visit, url, what) => {
    const fresh = await visit(url);
    await nextFrames(fresh);
    const expected = await plainText(fresh);
    const end = Date.now() + 5000;
    let text = '';
    while ((text = await plainText(page)) !== expected) {
      if (Date.now() > end) {
        const index = [...expected].findIndex((letter, index) => letter !== text[index]);
        assert.equal(text.slice(Math.max(0, index - 60), index + 60), expected.slice(Math.max(0, index - 60), index + 60), `${what}, ${url}`);
        assert.fail(`${what}, ${url}: ${text.length} letters for ${expected.length}`);
      }
      await sleep(50);
    }
    await fresh.close();
    await page.bringToFront();
  };
  const clickTo = async (page, selector, url) => {
    await page.$eval(selector, (element) => element.click());
    await page.waitForFunction((path) => location.pathname === `/${path}`, { timeout: TIMEOUT_MS }, url.split('?')[0]);
    await nextFrames(page); // parts of the page follow a frame later
  };
  const type = async (page, id, text) => {
    await page.$eval(`#${id}`, (input) => {
      input.focus();
      input.select();
    });
    await page.keyboard.type(text);
  };

  for (const [name, way] of Object.entries(TRANSLATORS)) {
    test(`${name}: the words follow cells, fields, the history and the stack`, async ({ visit }) => {
      const page = await visit(`postgresql/business/?${INCIDENT}`);
      await translate(page, way);
      for (const [selector, url] of WALK) {
        await clickTo(page, selector, url);
        await assertSays(page, visit, url, name);
      }
      await page.evaluate(() => history.back());
      await assertSays(page, visit, `opensearch/premium/?${INCIDENT}`, `${name}, back`);
      await type(page, 'at', '2020-01-01 10:00');
      await sleep(300); // the fresh visit takes the page to the background, where Firefox may lose the focus
      assert.equal(await focusedId(page), 'at');
      await assertSays(page, visit, `opensearch/premium/?at=2020-01-01T10:00Z&${RESTORE}`, `${name}, typed`);
      await clickTo(page, '#nav-stack', 'stack/');
      await clickTo(page, link('redis/startup/'), 'stack/');
      await assertSays(page, visit, `stack/?at=2020-01-01T10:00Z&${RESTORE}&services=redis.startup`, `${name}, stack`);
    });
  }

  // On a slow machine the translator comes between the renderings of components; only Chromium's driver can stand in for one.
  for (const slowdown of kind === 'chromium' ? [1, 4] : [1]) test(`the focus, the caret and opened details survive, ${slowdown} times slower`, async ({ visit }) => {
    const page = await visit(`redis/startup/?${INCIDENT}`);
    if (slowdown > 1) await page.emulateCPUThrottling(slowdown);
    await translate(page, 'font');
    await page.$eval('.incident-advanced', (details) => (details.open = true));
    await page.focus('.plan-switch a[href*="redis/business/"]');
    await page.keyboard.press('Enter');
    await waitForPath(page, 'redis/business/').catch(() => {});
    await page.waitForFunction(() => location.pathname === '/redis/business/');
    await nextFrames(page);
    assert.match(await page.evaluate(() => document.activeElement.innerText), /Business/);
    await type(page, 'hour', '23:0');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('4');
    await nextFrames(page);
    assert.deepEqual(await page.$eval('#hour', ({ value, selectionStart }) => [value, selectionStart]), ['24:0', 2]);
    assert.equal(await focusedId(page), 'hour');
    assert.equal(await page.$eval('.incident-advanced', ({ open }) => open), true);
  });

  // WebKit's driver moves the mouse so slowly that the slider comes to rest on the way.
  if (kind !== 'webkit') test('the slider stays the same element while it is dragged', async ({ visit }) => {
    const page = await visit(`redis/premium/?${INCIDENT}`);
    await translate(page, 'font');
    const slider = await page.$('#at-slider');
    await slider.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await nextFrames(page);
    const { x, y, width, height } = await slider.boundingBox();
    const start = await slider.evaluate(({ value, min }) => 1 - value / min);
    const left = x + 12 + (width - 24) * start;
    await page.mouse.move(left, y + height / 2);
    await page.mouse.down();
    for (let step = 0; step < 8; step += 1) {
      await page.mouse.move(left - step * width / 40, y + height / 2);
      if (step === 4) await sleep(300); // somebody reads the verdict, with the button held down
    }
    assert.ok(await slider.evaluate((element) => element.isConnected), 'during the drag');
    await page.mouse.up();
    await page.waitForFunction(() => !location.search.includes('2026-11-21T14:37Z'), { timeout: TIMEOUT_MS });
    await sleep(500);
    await assertSays(page, visit, await page.evaluate(() => location.href.slice(location.origin.length + 1)), 'dragged');
    assert.equal(await focusedId(page), 'at-slider');
  });

  test('what is copied and exported is not translated', async ({ visit }) => {
    const page = await visit(`postgresql/business/?${INCIDENT}`, {
      setUp: (page) => page.evaluateOnNewDocument(() => {
        window.__copied = [];
        Clipboard.prototype.writeText = (text) => Promise.resolve(window.__copied.push(text));
      }),
    });
    // This translator does not know translate="no" either.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[translate]')) element.removeAttribute('translate');
    });
    await translate(page, 'font');
    await page.evaluate(() => {
      for (const code of document.querySelectorAll('code, pre')) code.textContent = `‹${code.textContent}›`;
    });
    const copied = async (count) => {
      await page.waitForFunction((count) => window.__copied.length >= count, { timeout: TIMEOUT_MS }, count);
      return page.evaluate(() => window.__copied.at(-1));
    };
    await page.$eval('.answer-details .command button', (button) => button.click());
    assert.match(await copied(1), /^pg_dump /);
    for (const [index, [label, pattern]] of [['Markdown', /^# PostgreSQL/], ['Text', /^PostgreSQL/], ['Link', /^http/]].entries()) {
      await page.$$eval('.export-panel button', (buttons, label) => buttons.find((button) => button.textContent.includes(label)).click(), label);
      const text = await copied(index + 2);
      assert.match(text, pattern);
      assert.doesNotMatch(text, /‹/, label);
      await page.waitForFunction((label) => document.querySelector('.export-status').textContent.replace(/[‹›]/g, '') === `${label} copied.`, { timeout: TIMEOUT_MS }, label);
    }
  });

  test('a page that nobody changes keeps its elements', async ({ visit }) => {
    const page = await visit(`redis/startup/?${INCIDENT}`);
    await page.evaluate(() => void (document.querySelector('.shell').__first = true));
    for (const path of ['redis/business/', 'kafka/startup/', 'postgresql/', 'opensearch/premium/']) await clickTo(page, link(path), path);
    await type(page, 'at', '2 h ago');
    await nextFrames(page);
    await clickTo(page, link('redis/business/'), 'redis/business/');
    assert.equal(await page.$eval('.shell', (shell) => shell.__first), true);
  });

  for (const [name, disturb] of Object.entries(DISTURBANCES)) {
    test(`${name}: the page mends itself with the next change`, async ({ visit }) => {
      const page = await visit(`postgresql/business/?${INCIDENT}`);
      const target = name === 'everything removed' ? null : link('redis/business/');
      await page.evaluate(disturb);
      if (target) await clickTo(page, target, 'redis/business/');
      else await page.evaluate(() => {
        history.pushState(null, '', '../../redis/business/' + location.search);
        history.pushState(null, '', location.href);
        history.back();
      });
      await assertSays(page, visit, `redis/business/?${INCIDENT}`, name);
      await clickTo(page, link('kafka/startup/'), 'kafka/startup/');
      await assertSays(page, visit, `kafka/startup/?${INCIDENT}`, name);
      assert.equal(await page.$$eval('main', ({ length }) => length), 1);
    });
  }

  test('elements of extensions do no harm', async ({ visit }) => {
    const page = await visit(`postgresql/business/?${INCIDENT}`, { allow: [/inline style|style-src|CSP reports/] });
    await addForeignElements(page);
    for (const [selector, url] of WALK) {
      await clickTo(page, selector, url);
      await assertSays(page, visit, url, 'extensions');
      await addForeignElements(page);
    }
    await clickTo(page, link('mysql/startup/'), `mysql/startup/?${INCIDENT}`);
    await type(page, 'at', '2020-01-01 10:00');
    await assertSays(page, visit, `mysql/startup/?at=2020-01-01T10:00Z&${RESTORE}`, 'typed');
    assert.equal(await focusedId(page), 'at');
  });

  test('longer words of a translation do not stand under the buttons', async ({ visit }) => {
    for (const width of [390, 1280]) {
      const page = await visit(`opensearch/premium/?${INCIDENT}`, { width });
      await translate(page, TRANSLATORS['texts changed in place']);
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('.share > button, .share summary, .stack-add')) element.append(' ‹and more›');
      });
      const covered = await page.evaluate(() => {
        const boxes = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).flatMap((element) => [...element.getClientRects()]);
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        return boxes('.answer-subject > a').filter((box) => boxes('.share > button, .share summary').some((button) => meet(box, button))).length;
      });
      assert.equal(covered, 0, `${width} px wide`);
      await page.close();
    }
  });
});
