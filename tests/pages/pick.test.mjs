// The matrix is the picker: by mouse and by keyboard, in place, and out of the browser's way.

import assert from 'node:assert/strict';
import {
  ADDRESSES, CELLS, PATIENCE, PLANS, SERVICES, focused, follow, frames, inBrowsers, isSameDocument, link, markWindow, pick,
  titleOf, untilAt,
} from './support.mjs';

const current = (page) => page.evaluate(() => [...document.querySelectorAll('[aria-current=page]')].map(({ id }) => id));
const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const LIVE_REGION = '.shell > .visually-hidden[role=status]';

inBrowsers('picking', (test) => {
  test('a click on a cell shows its answer in place: address, title, headline, mark, announcement', async ({ visit, site }) => {
    const page = await visit();
    await markWindow(page);
    assert.equal(await text(page, LIVE_REGION), '', 'nothing is announced before something changes');
    for (const [from, address] of [['', 'postgresql/business/'], ['', 'kafka/premium/'], ['', 'postgresql/'], ['', 'm3db/startup/']]) {
      await pick(page, from + address);
      assert.equal(page.url(), site.url + address);
      const headline = await text(page, '#headline');
      assert.ok(titleOf(address).includes(headline), `the headline "${headline}" is that of ${address}`);
      assert.equal(await page.$eval('#headline', (element) => element.hasAttribute('data-answer')), address.split('/').length === 3);
      assert.deepEqual(await current(page), [link(address).slice(1)], 'exactly the picked link is marked as current');
      const said = await text(page, LIVE_REGION);
      assert.ok(said.includes(headline), `a screen reader is told the new headline: "${said}"`);
    }
    assert.ok(await isSameDocument(page), 'no page was loaded');
  });

  test('every one of the pages reached in place is the page that was written for its address', async ({ visit }) => {
    const page = await visit('kafka/');
    const visited = ADDRESSES.filter((address) => address);
    const wanted = visited.map((address) => ({ id: link(address).slice(1), path: `/${address}` }));
    const differences = await page.evaluate(compareAll, wanted);
    assert.deepEqual(differences, []);
    assert.equal(visited.length, SERVICES.length + CELLS.length + 1);
  });

  test('the brand leads back to the matrix, in place', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await markWindow(page);
    await follow(page, '.brand', '');
    assert.deepEqual(await current(page), []);
    assert.ok(await isSameDocument(page));
  });

  test('a link inside the panel that vanishes with its page hands the focus to the new headline', async ({ visit }) => {
    const page = await visit('postgresql/business/', { width: 360 }); // wide, the matrix beside the answer shows the other plans
    await markWindow(page);
    await follow(page, '.plans a[href$="postgresql/premium/"]', 'postgresql/premium/');
    assert.equal(await focused(page), 'headline', 'by mouse');
    await page.focus('.plans a[href$="postgresql/startup/"]');
    await page.keyboard.press('Enter');
    await untilAt(page, 'postgresql/startup/');
    assert.equal(await focused(page), 'headline', 'by keyboard');
    await follow(page, '.asked a', 'postgresql/');
    await follow(page, '.compare a[href$="postgresql/business/"]', 'postgresql/business/');
    assert.equal(await focused(page), 'headline', 'from the comparison of the plans');
    assert.ok(await isSameDocument(page));
  });

  test('what is drawn after the answer leaves the answer alone: same elements, and a clause that was opened stays open', async ({ visit }) => {
    const page = await visit('kafka/');
    const first = await page.evaluate((selector) => new Promise((done) => {
      const arrived = new MutationObserver(() => {
        const headline = document.querySelector('[data-answer]');
        if (!headline) return;
        arrived.disconnect();
        document.querySelector('.answer details').open = true;
        window.__first = ['#headline', '.lead', '.timeline', '.figures', '.answer details'].map((each) => [each, document.querySelector(each)]);
        done(headline.textContent);
      });
      arrived.observe(document, { childList: true, subtree: true, characterData: true });
      document.querySelector(selector).click();
    }), link('postgresql/business/'));
    await untilAt(page, 'postgresql/business/');
    await frames(page);
    assert.equal(await text(page, '[data-answer]'), first);
    const anew = await page.evaluate(() => window.__first.filter(([selector, element]) => document.querySelector(selector) !== element).map(([selector]) => selector));
    assert.deepEqual(anew, [], 'none of these was made anew');
    assert.ok(await page.$eval('.answer details', (details) => details.open));
  });

  test('quick clicks, before the page of the one before is drawn, each lead where they say', async ({ visit, site }) => {
    const page = await visit('postgresql/');
    await markWindow(page);
    const addresses = ['kafka/premium/', 'redis/', 'mysql/startup/', 'clickhouse/premium/'];
    await page.evaluate((selectors) => selectors.forEach((selector) => document.querySelector(selector).click()), addresses.map(link));
    await untilAt(page, 'clickhouse/premium/');
    assert.equal(page.url(), `${site.url}clickhouse/premium/`);
    assert.ok(await isSameDocument(page));
    for (const address of [...addresses.slice(0, -1).reverse(), 'postgresql/']) {
      await page.evaluate(() => history.back());
      await untilAt(page, address);
      assert.equal(page.url(), site.url + address);
      assert.deepEqual(await current(page), [link(address).slice(1)]);
    }
  });

  test('a link to the page that is shown changes nothing in the history', async ({ visit }) => {
    const page = await visit('redis/startup/');
    const before = await page.evaluate(() => history.length);
    await page.click(link('redis/startup/'));
    await frames(page);
    assert.equal(await page.evaluate(() => history.length), before);
    assert.equal(await page.title(), titleOf('redis/startup/'));
  });
  test('Tab reaches the matrix, and each of its links after the other', async ({ visit }) => {
    const page = await visit();
    let steps = 0;
    while ((await focused(page)) !== `row-${SERVICES[0]}`) {
      await page.keyboard.press('Tab');
      assert.ok((steps += 1) < 20, `Tab has not reached the matrix after 20 steps, but ${await focused(page)}`);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), `cell-${SERVICES[0]}-${PLANS[0]}`);
  });

  test('arrows, Home and End move the focus between cells and row heads, and stop at the edges', async ({ visit }) => {
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
      assert.equal(await focused(page), expected, `after ${key}`);
    }
    assert.equal(await page.title(), titleOf(''), 'moving the focus picks nothing');
  });

  test('the focused cell is in view and its focus can be seen', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await page.focus(`#cell-${SERVICES.at(-2)}-${PLANS[0]}`);
    await page.keyboard.press('ArrowDown');
    const seen = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { inView: top >= 0 && bottom <= innerHeight, outlineStyle, outlineWidth };
    });
    assert.deepEqual(seen, { inView: true, outlineStyle: 'solid', outlineWidth: '3px' });
  });

  test('Enter picks the focused cell, and the focus stays on it', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    await page.focus('#cell-mysql-startup');
    for (const address of ['mysql/business/', 'mysql/premium/']) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await untilAt(page, address);
      assert.equal(await focused(page), link(address).slice(1));
    }
    assert.ok(await isSameDocument(page));
  });

  test('an arrow together with Ctrl, Alt, Shift or Meta keeps its own meaning', async ({ visit }) => {
    const page = await visit();
    await page.focus('#cell-mysql-startup');
    const untouched = await page.evaluate(() => {
      const press = (modifier) => new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, ...modifier });
      const modifiers = [{ ctrlKey: true }, { altKey: true }, { shiftKey: true }, { metaKey: true }];
      return modifiers.every((modifier) => document.activeElement.dispatchEvent(press(modifier)));
    });
    assert.ok(untouched, 'the app cancels none of them');
    assert.equal(await focused(page), 'cell-mysql-startup');
  });

  test('arrows outside the matrix scroll the page as ever', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    await page.focus('.brand');
    const untouched = await page.evaluate(() =>
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })));
    assert.ok(untouched);
    assert.equal(await focused(page), 'A');
  });

  const modified = {
    'a click with Ctrl': async (page, selector) => {
      await page.keyboard.down('Control');
      await page.click(selector);
      await page.keyboard.up('Control');
    },
    'a middle click': (page, selector) => page.click(selector, { button: 'middle' }),
  };
  for (const [name, click] of Object.entries(modified)) {
    test(`${name} opens the answer in a new tab and leaves this page as it is`, async ({ visit, browser, site }) => {
      const page = await visit();
      const opened = browser.waitForTarget((target) => target.url() === `${site.url}kafka/startup/`, { timeout: PATIENCE });
      await click(page, link('kafka/startup/'));
      const target = await opened;
      assert.equal(page.url(), site.url);
      assert.equal(await page.title(), titleOf(''));
      await (await target.page()).close();
    });
  }

  test('links to the data are real loads', async ({ visit, site }) => {
    for (const file of ['api/v1/index.json', 'policy/2023-01.json']) {
      const page = await visit('postgresql/business/', { allow: [/favicon\.ico/] }); // data has no icon of its own
      const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`.footer a[href$="${file}"]`)]);
      assert.equal(page.url(), site.url + file);
      assert.equal(response.status(), 200);
    }
  });

  test('the skip link moves on to the answer, wherever the page before was left', async ({ visit }) => {
    const page = await visit('', { width: 360 });
    await page.evaluate(() => scrollTo(0, 1200));
    await pick(page, 'm3db/premium/');
    await page.$eval('.skip', (skip) => skip.focus({ preventScroll: true }));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#panel' || document.activeElement.id === 'panel', { timeout: PATIENCE });
    await frames(page);
    assert.equal(await focused(page), 'panel');
    const top = await page.$eval('#panel', (panel) => panel.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 2, `the answer starts at the upper edge of the window, not ${top} px from it`);
    assert.equal(await page.title(), titleOf('m3db/premium/'));
  });
});

/** In the page: clicks each link and compares what then stands there with the file of its address. */
async function compareAll(wanted) {
  const trusted = window.trustedTypes?.createPolicy('test', { createHTML: (html) => html }) ?? { createHTML: (html) => html };
  const outline = (root) => {
    const copy = root.cloneNode(true);
    // what only a change in place has
    for (const region of copy.querySelectorAll('[role=status]')) region.textContent = '';
    copy.normalize();
    const of = (element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const children = [...element.childNodes].map((child) => (child.nodeType === Node.TEXT_NODE ? child.data : of(child)));
      return `<${element.localName} ${attributes.join(' ')}>\n${children.join('\n')}`;
    };
    return of(copy);
  };
  const differences = [];
  for (const { id, path } of wanted) {
    const html = await (await fetch(path)).text();
    const file = new DOMParser().parseFromString(trusted.createHTML(html), 'text/html');
    const expected = outline(file.getElementById('app')).split('\n');
    const differing = () => {
      const actual = outline(document.getElementById('app')).split('\n');
      const line = expected.findIndex((each, index) => each !== actual[index]);
      if (line < 0 && actual.length === expected.length) return '';
      return `${path}: line ${line} is in place "${actual.at(line)}", and written "${expected.at(line)}"`;
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
