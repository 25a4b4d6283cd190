// Navigation by the matrix: mouse, keyboard, in place, without disabling browser features.

import assert from 'node:assert/strict';
import {
  CELLS, PATHS, PLANS, SERVICES, TIMEOUT_MS, clickCell, clickLink, focusedId, inBrowsers, isSameDocument, link,
  markWindow, nextFrames, prerendered, titleOf, waitForPath,
} from './helpers.mjs';

const currentIds = (page) => page.evaluate(() => [...document.querySelectorAll('.matrix [aria-current=page]')].map(({ id }) => id));
const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const LIVE_REGION = '.shell > .visually-hidden[role=status]';

inBrowsers('matrix navigation', (test, kind) => {
  test('a click on a cell shows its answer in place: URL, title, headline, current link, announcement', async ({ visit, site }) => {
    const page = await visit();
    await markWindow(page);
    assert.equal(await text(page, LIVE_REGION), '', 'no announcement on load');
    for (const [from, path] of [['', 'postgresql/business/'], ['', 'kafka/premium/'], ['', 'postgresql/'], ['', 'm3db/startup/']]) {
      await clickCell(page, from + path);
      assert.equal(page.url(), site.url + path);
      const headline = await text(page, '#headline');
      assert.ok(prerendered(path).includes(`>${headline}</h1>`), `the headline "${headline}" is that of ${path}`);
      assert.equal(await page.$eval('#headline', (element) => element.hasAttribute('data-answer')), path.split('/').length === 3);
      assert.deepEqual(await currentIds(page), [link(path).slice(1)], 'only the clicked link is current');
      assert.equal(await text(page, LIVE_REGION), titleOf(path), 'the new title is announced');
    }
    assert.ok(await isSameDocument(page), 'same document');
  });

  test('every page reached in place equals its prerendered page', async ({ visit }) => {
    const page = await visit('kafka/');
    const visited = PATHS.filter((path) => path);
    const expectedPages = visited.map((path) => ({ id: link(path).slice(1), path: `/${path}` }));
    const differences = await page.evaluate(compareAll, expectedPages);
    assert.deepEqual(differences, []);
    assert.equal(visited.length, SERVICES.length + CELLS.length + 1);
  });

  test('the brand link leads to the home page in place', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await markWindow(page);
    await clickLink(page, '.brand', '');
    assert.deepEqual(await currentIds(page), []);
    assert.ok(await isSameDocument(page));
  });

  test('if the focused link in the panel disappears, the new headline gets the focus', async ({ visit }) => {
    const page = await visit('postgresql/business/', { width: 360 });
    await markWindow(page);
    await clickLink(page, '.plan-switch a[href$="postgresql/premium/"]', 'postgresql/premium/');
    await page.focus('.plan-switch a[href$="postgresql/startup/"]');
    await page.keyboard.press('Enter');
    await waitForPath(page, 'postgresql/startup/');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Startup', 'a choice of plans keeps the focus');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'page');
    await clickLink(page, '.answer-subject a', 'postgresql/');
    await clickLink(page, '.facts-table a[href$="postgresql/business/"]', 'postgresql/business/');
    assert.equal(await focusedId(page), 'headline', 'from the service page');
    assert.ok(await isSameDocument(page));
  });

  test('the deferred render keeps the elements of the answer and open clauses', async ({ visit }) => {
    const page = await visit('kafka/');
    const first = await page.evaluate((selector) => new Promise((done) => {
      const observer = new MutationObserver(() => {
        const headline = document.querySelector('[data-answer]');
        if (!headline) return;
        observer.disconnect();
        document.querySelector('.answer details').open = true;
        window.__first = ['#headline', '.lead', '.key-facts', '.ladder', '.answer details'].map((selector) => [selector, document.querySelector(selector)]);
        done(headline.textContent);
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      document.querySelector(selector).click();
    }), link('postgresql/business/'));
    await waitForPath(page, 'postgresql/business/');
    await nextFrames(page);
    assert.equal(await text(page, '[data-answer]'), first);
    const recreated = await page.evaluate(() => window.__first.filter(([selector, element]) => document.querySelector(selector) !== element).map(([selector]) => selector));
    assert.deepEqual(recreated, [], 'no element was recreated');
    assert.ok(await page.$eval('.answer details', (details) => details.open));
  });

  test('quick clicks before the previous page is rendered all navigate', async ({ visit, site }) => {
    const page = await visit('postgresql/');
    await markWindow(page);
    const paths = ['kafka/premium/', 'redis/', 'mysql/startup/', 'clickhouse/premium/'];
    await page.evaluate((selectors) => selectors.forEach((selector) => document.querySelector(selector).click()), paths.map(link));
    await waitForPath(page, 'clickhouse/premium/');
    assert.equal(page.url(), `${site.url}clickhouse/premium/`);
    assert.ok(await isSameDocument(page));
    for (const path of [...paths.slice(0, -1).reverse(), 'postgresql/']) {
      await page.evaluate(() => history.back());
      await waitForPath(page, path);
      assert.equal(page.url(), site.url + path);
      assert.deepEqual(await currentIds(page), [link(path).slice(1)]);
    }
  });

  test('a link to the current page adds no history entry', async ({ visit }) => {
    const page = await visit('redis/startup/');
    const before = await page.evaluate(() => history.length);
    await page.click(link('redis/startup/'));
    await nextFrames(page);
    assert.equal(await page.evaluate(() => history.length), before);
    assert.equal(await page.title(), titleOf('redis/startup/'));
  });

  test('Tab reaches the matrix and its links in order', async ({ visit }) => {
    const page = await visit();
    let steps = 0;
    while ((await focusedId(page)) !== `row-${SERVICES[0]}`) {
      await page.keyboard.press('Tab');
      assert.ok((steps += 1) < 20, `Tab did not reach the matrix in 20 steps, but ${await focusedId(page)}`);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focusedId(page), `cell-${SERVICES[0]}-${PLANS[0]}`);
  });

  test('arrows, Home and End move the focus between cells and row headers and stop at the edges', async ({ visit }) => {
    const page = await visit();
    const [first, second, last] = [SERVICES[0], SERVICES[1], SERVICES.at(-1)];
    await page.focus(`#cell-${first}-${PLANS[0]}`);
    const steps = [
      ['ArrowRight', `cell-${first}-${PLANS[1]}`], ['ArrowDown', `cell-${second}-${PLANS[1]}`],
      ['Home', `row-${second}`], ['ArrowLeft', `row-${second}`], ['ArrowRight', `cell-${second}-${PLANS[0]}`],
      ['ArrowLeft', `row-${second}`], ['ArrowUp', `row-${first}`], ['ArrowUp', `row-${first}`],
      ['End', `cell-${first}-${PLANS.at(-1)}`], ['ArrowRight', `cell-${first}-${PLANS.at(-1)}`], ['ArrowUp', `cell-${first}-${PLANS.at(-1)}`],
      ...SERVICES.slice(1).map((service) => ['ArrowDown', `cell-${service}-${PLANS.at(-1)}`]),
      ['ArrowDown', `cell-${last}-${PLANS.at(-1)}`], ['Home', `row-${last}`], ['ArrowDown', `row-${last}`],
    ];
    for (const [key, expected] of steps) {
      await page.keyboard.press(key);
      assert.equal(await focusedId(page), expected, `after ${key}`);
    }
    assert.equal(await page.title(), titleOf(''), 'moving the focus does not navigate');
  });

  test('the focused cell is in the viewport with a visible focus ring', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await page.focus(`#row-${SERVICES.at(-2)}`);
    await page.keyboard.press('ArrowDown');
    const state = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { inView: top >= 0 && bottom <= innerHeight, outlineStyle, outlineWidth };
    });
    assert.deepEqual(state, { inView: true, outlineStyle: 'solid', outlineWidth: '3px' });
  });

  test('Enter opens the focused cell, and the headline gets the focus', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    for (const path of ['mysql/business/', 'redis/']) {
      await page.focus(link(path));
      await page.keyboard.press('Enter');
      await waitForPath(page, path);
      await page.waitForFunction(() => document.activeElement.id === 'headline', { timeout: TIMEOUT_MS });
    }
    assert.ok(await isSameDocument(page));
  });

  test('arrow keys with a modifier are not handled', async ({ visit }) => {
    const page = await visit();
    await page.focus('#cell-mysql-startup');
    const notCancelled = await page.evaluate(() => {
      const press = (modifier) => new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, ...modifier });
      const modifiers = [{ ctrlKey: true }, { altKey: true }, { shiftKey: true }, { metaKey: true }];
      return modifiers.every((modifier) => document.activeElement.dispatchEvent(press(modifier)));
    });
    assert.ok(notCancelled, 'no event is cancelled');
    assert.equal(await focusedId(page), 'cell-mysql-startup');
  });

  test('arrow keys outside the matrix are not handled', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await page.focus('.brand');
    const notCancelled = await page.evaluate(() =>
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })));
    assert.ok(notCancelled);
    assert.equal(await focusedId(page), 'A');
  });

  const modified = {
    'a click with Ctrl': async (page, selector) => {
      await page.keyboard.down('Control');
      await page.click(selector);
      await page.keyboard.up('Control');
    },
    'a middle click': (page, selector) => page.click(selector, { button: 'middle' }),
  };
  // WebKit's driver releases each button as the left one, and its browser opens no tab for a click with Ctrl.
  for (const [name, click] of kind === 'webkit' ? [] : Object.entries(modified)) {
    test(`${name} opens the answer in a new tab and does not change this page`, async ({ visit, browser, site }) => {
      const page = await visit();
      const opened = browser.waitForTarget((target) => target.url() === `${site.url}kafka/startup/`, { timeout: TIMEOUT_MS });
      await click(page, link('kafka/startup/'));
      const target = await opened;
      assert.equal(page.url(), site.url);
      assert.equal(await page.title(), titleOf(''));
      await (await target.page()).close();
    });
  }

  test('links to data files load them', async ({ visit, site }) => {
    for (const file of ['api/v1/index.json', 'policy/2023-01.json']) {
      const page = await visit('postgresql/business/', { allow: [/favicon\.ico/] }); // data files have no icon
      const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`.footer a[href$="${file}"]`)]);
      assert.equal(page.url(), site.url + file);
      assert.equal(response.status(), 200);
    }
  });

  test('the skip link moves to the answer after a scrolled page', async ({ visit }) => {
    const page = await visit('', { width: 360 });
    await page.evaluate(() => scrollTo(0, 1200));
    await clickCell(page, 'm3db/premium/');
    await page.$eval('.skip', (skip) => skip.focus({ preventScroll: true }));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#panel' || document.activeElement.id === 'panel', { timeout: TIMEOUT_MS });
    await nextFrames(page);
    assert.equal(await focusedId(page), 'panel');
    const top = await page.$eval('#panel', (panel) => panel.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 2, `the answer starts at the top of the viewport, not ${top} px from it`);
    assert.equal(await page.title(), titleOf('m3db/premium/'));
  });
});

/** Runs in the page. Clicks each link and compares the rendered page with its prerendered file. */
async function compareAll(expectedPages) {
  const trusted = window.trustedTypes?.createPolicy('test', { createHTML: (html) => html }) ?? { createHTML: (html) => html };
  // Links are resolved: those of prerendered pages are relative, those of the app absolute. The value of an input is no attribute in the app.
  // Without the app, what needs it is inert.
  const outline = (root, base) => {
    const copy = root.cloneNode(true);
    // Status regions are only filled by the app.
    for (const region of copy.querySelectorAll('[role=status]')) region.textContent = '';
    // Only the app knows the date.
    for (const part of copy.querySelectorAll('[data-part^=axis]')) part.remove();
    copy.normalize();
    const serialize = (element) => {
      const resolve = (name, value) => (element.localName === 'a' && name === 'href' ? new URL(value, base).href : value);
      const attributes = [...element.attributes]
        .filter(({ name }) => name !== 'inert' && !(element.localName === 'input' && name === 'value'))
        .map(({ name, value }) => `${name}=${resolve(name, value)}`)
        .sort();
      const children = [...element.childNodes].map((child) => (child.nodeType === Node.TEXT_NODE ? child.data : serialize(child)));
      return `<${element.localName} ${attributes.join(' ')}>\n${children.join('\n')}`;
    };
    return serialize(copy);
  };
  const differences = [];
  for (const { id, path } of expectedPages) {
    if (differences.length > 4) break; // each takes 2 seconds
    const html = await (await fetch(path)).text();
    const file = new DOMParser().parseFromString(trusted.createHTML(html.replace(/<style>[^]*?<\/style>/g, '')), 'text/html');
    const expected = outline(file.getElementById('app'), new URL(path, location)).split('\n');
    const differing = () => {
      const actual = outline(document.getElementById('app'), location).split('\n');
      const line = expected.findIndex((text, index) => text !== actual[index]);
      if (line < 0 && actual.length === expected.length) return '';
      return `${path}: line ${line} is "${actual.at(line)}" in place, but prerendered "${expected.at(line)}"`;
    };
    document.getElementById(id).click();
    const deadline = performance.now() + 2000;
    let difference = differing();
    while (difference && performance.now() < deadline) {
      await new Promise((next) => requestAnimationFrame(next));
      difference = differing();
    }
    if (difference) differences.push(difference);
    if (document.title !== file.title) differences.push(`${path}: the title is "${document.title}", not "${file.title}"`);
  }
  return differences;
}
