// An answer at a glance: what stands on the first screen, in which order, and that nothing moves when the plan changes.

import assert from 'node:assert/strict';
import { ANSWER_PATHS, CELLS, PLANS, TIMEOUT_MS, inBrowsers, nextFrames } from './helpers.mjs';

const INCIDENT = 'at=2026-11-21T14:37Z&restore=2026-11-22T12:00Z';
/** First screens: a laptop, a projector, a phone, and an embedded page. */
const SCREENS = [[1280, 800, ''], [1280, 720, ''], [390, 844, ''], [480, 600, '?embed']];
const FACTS = ['Retention', 'PITR', 'Max data loss (RPO)', 'Export tool'];
const OFFERED = Object.entries(ANSWER_PATHS).filter(([kind]) => kind !== 'not offered');
/** Answers of the later edition, which has five plans and conditions above the facts. */
const LATER = ['postgresql/business', 'postgresql/developer', 'opensearch/startup', 'valkey/premium', 'kafka/startup', 'dragonfly/business']
  .map((page) => [`March 2026, ${page}`, `2026-03/${page}/`]);

inBrowsers('an answer at a glance', (test, kind) => {
  for (const [width, height, query] of SCREENS) {
    test(`${width} × ${height}${query}: plans, headline and facts are on the first screen`, async ({ visit }) => {
      for (const [name, path] of [...OFFERED, ...LATER]) {
        const page = await visit(`${path}${query}`, { width, height });
        const { labels, bottoms } = await page.evaluate(() => {
          const bottom = (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom;
          return {
            labels: [...document.querySelectorAll('.key-facts dt')].map((label) => label.textContent),
            bottoms: ['.plan-switch', 'h1', '.key-facts'].map(bottom),
          };
        });
        assert.deepEqual(labels, FACTS, name);
        assert.ok(bottoms[0] <= bottoms[1] && bottoms[1] <= bottoms[2] && bottoms[2] <= height, `${name}: ${bottoms}`);
        await page.close();
      }
    });
  }

  test('the facts are those of the published data, and the command is one press away', async ({ visit }) => {
    for (const cell of CELLS.filter(({ plan, offered }) => plan === 'business' && offered)) {
      const page = await visit(cell.page.slice(1), {
        setUp: (page) => page.evaluateOnNewDocument(() => {
          Clipboard.prototype.writeText = (text) => Promise.resolve((window.__copied = text));
        }),
      });
      const values = await page.$$eval('.key-facts .metric-value', (all) => all.map((value) => value.textContent));
      assert.equal(values[1], cell.recovery_mode === 'pitr' ? 'Yes' : 'No', cell.page);
      const tools = cell.export_tools.map(({ name }) => name);
      assert.equal(values[3], tools.join(', ') || 'None listed', cell.page);
      if (tools.length > 0) {
        await page.click('.key-facts .copy');
        await page.waitForFunction(() => document.querySelector('.key-facts .copy').textContent === 'Copied', { timeout: TIMEOUT_MS });
        assert.equal(await page.evaluate(() => window.__copied), cell.export_tools[0].command);
      } else {
        assert.equal(await page.$('.key-facts .copy'), null);
      }
      await page.close();
    }
  });

  test('each fact opens its source, one at a time, and moves nothing', async ({ visit }) => {
    const page = await visit('redis/business/');
    const marks = '.key-facts .source > summary';
    assert.deepEqual(await page.$$eval(marks, (all) => all.map(({ textContent }) => textContent)), ['Policy', 'Policy', 'Calculated', 'Policy']);
    const top = () => page.$eval('.incident', (card) => card.getBoundingClientRect().top);
    const before = await top();
    const press = (index) => page.$$eval(marks, (all, index) => all[index].click(), index);
    const opened = () => page.$$eval('.key-facts .source[open] > div', (all) => all.map(({ innerText }) => innerText));
    await press(0);
    const [source] = await opened();
    assert.match(source, /“Backup every 12 hours up to 3 days”/);
    await press(2);
    await nextFrames(page);
    const [loss, ...others] = await opened();
    assert.match(loss, /Changes after the latest backup are lost/);
    assert.deepEqual(others, []);
    assert.equal(await top(), before);
    await page.$eval('.disclosure:has(#not-stated) > summary', (summary) => summary.click());
    const [summary, items] = await page.$eval('.disclosure:has(#not-stated)', (section) => [section.querySelector('summary span').textContent, section.querySelectorAll('li').length]);
    assert.equal(summary, `${items} item${items === 1 ? '' : 's'}`);
  });

  test('the labels of the axis keep apart, and the words of the table of facts are whole', async ({ visit }) => {
    for (const path of ['opensearch/', 'flink/', 'redis/premium/', 'stack/?services=postgresql.business,redis.startup']) {
      for (const width of [360, 390, 768, 1280]) {
        const page = await visit(path, { width });
        const labels = await page.$$eval('.ladder [data-part=axis-label]', (all) => all.map((label) => label.getBoundingClientRect())
          .filter(({ width }) => width > 0).map(({ left, right }) => [left, right]).sort(([one], [other]) => one - other));
        assert.ok(labels.length >= 2, `${path}, ${width}`);
        labels.slice(1).forEach(([left], index) => assert.ok(left >= labels[index][1] + 2, `${path}, ${width}: ${JSON.stringify(labels)}`));
        const split = await page.$$eval('.facts-table :is(th, td)', (all) => all.filter((cell) => {
          const range = document.createRange();
          const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            for (const { index, 0: word } of walk.currentNode.data.matchAll(/\S+/g)) {
              range.setStart(walk.currentNode, index);
              range.setEnd(walk.currentNode, index + word.length);
              if (range.getClientRects().length > 1) return true;
            }
          }
          return false;
        }).map(({ textContent }) => textContent));
        assert.deepEqual(split, [], `${path}, ${width}`);
        await page.close();
      }
    }
  });

  test('nothing moves from plan to plan', async ({ visit }) => {
    for (const [width, height] of [[1280, 800], [1920, 1080]]) {
      for (const service of ['postgresql', 'mysql', 'opensearch', 'redis', 'clickhouse', 'm3db']) {
        const page = await visit(`${service}/business/`, { width, height });
        const tops = {};
        for (const plan of PLANS.filter((plan) => CELLS.some((cell) => cell.service === service && cell.plan === plan && cell.offered))) {
          await page.click(`.plan-switch a[href*="${service}/${plan}/"]`);
          await page.waitForFunction((path) => location.pathname.endsWith(path), { timeout: TIMEOUT_MS }, `/${service}/${plan}/`);
          await nextFrames(page);
          tops[plan] = await page.evaluate(() => ['h1', '.key-facts', '.incident'].map((selector) => document.querySelector(selector).getBoundingClientRect().top));
        }
        for (const top of Object.values(tops)) {
          top.forEach((y, index) => assert.ok(Math.abs(y - tops.business[index]) <= 1, `${service}, ${width}: ${JSON.stringify(tops)}`));
        }
        await page.close();
      }
    }
  });

  test('with an incident the verdict is the headline and begins the title', async ({ visit }) => {
    const page = await visit('postgresql/business/');
    assert.equal(await page.$('.incident-verdict'), null);
    await page.type('#at', '2026-11-21 14:37');
    await page.waitForSelector('h1.incident-verdict', { timeout: TIMEOUT_MS });
    await page.close();
    for (const [path, word] of [['postgresql/business/', 'Yes.'], ['redis/startup/', 'Yes'], ['kafka/business/', 'No.'], ['mysql/hobbyist/', 'You can’t restore it yourself.']]) {
      const page = await visit(`${path}?${INCIDENT}`, { width: 390, height: 844 });
      const { headline, title, bottom } = await page.evaluate(() => {
        const h1 = document.querySelector('h1');
        return { headline: h1.textContent, title: document.title, bottom: h1.getBoundingClientRect().bottom };
      });
      assert.ok(headline.startsWith(word), headline);
      assert.ok(title.startsWith(word.replace(/\.$/, '')), title);
      assert.ok(bottom < 844);
      await page.close();
    }
  });

  test('the card of an incident, the page on a phone, and the embedded page are low', async ({ visit }) => {
    const heightOf = async (path, width, selector) => {
      const page = await visit(path, { width, height: 600 });
      const height = await page.$eval(selector, (element) => element.getBoundingClientRect().height);
      await page.close();
      return Math.round(height);
    };
    const yesterday = new Date(Date.now() - 26 * 3600 * 1000).toISOString().slice(0, 16);
    for (const path of ['postgresql/business/', 'mysql/startup/', 'redis/premium/', 'opensearch/premium/', 'clickhouse/business/']) {
      for (const query of ['', `?at=${yesterday}Z`]) {
        for (const [width, limit] of [[1280, 360], [390, 520]]) {
          const height = await heightOf(path + query, width, '.incident');
          assert.ok(height <= limit, `/${path}${query}: the card is ${height} px high at ${width} px`);
        }
      }
    }
    assert.ok(await heightOf('postgresql/business/', 390, 'html') <= 1400);
    for (const [width, limit] of [[760, 420], [320, 640]]) {
      const height = await heightOf('postgresql/business/?embed', width, 'html');
      assert.ok(height <= limit, `embedded, ${width} px wide, it is ${height} px high`);
    }
  });

  test('details answer while closed, and open by a press and by a link to their heading', async ({ visit }) => {
    const page = await visit('postgresql/business/', { width: 1280 });
    const rows = await page.$$eval('.disclosure', (all) => all.map(({ open, firstElementChild }) => [open, firstElementChild.innerText.trim().split('\n').filter(Boolean).length]));
    assert.ok(rows.length >= 6);
    for (const [open, parts] of rows) assert.deepEqual([open, parts], [false, 2]);
    assert.ok(await page.$eval('html', ({ scrollHeight }) => scrollHeight < 1600));
    await page.click('#export');
    assert.equal(await page.$eval('.disclosure:has(#export)', ({ open }) => open), true);
    await page.close();
    if (kind === 'webkit') return; // WebKitGTK of this age has no ::details-content
    const linked = await visit('postgresql/business/#failures');
    assert.ok(await linked.$eval('.disclosure:has(#failures) .section', (section) => section.checkVisibility()));
  });

  if (kind === 'chromium') test('the sizes of text are 12, 14, 16 and 20 px, and those of headlines', async ({ visit }) => {
    for (const path of ['', 'postgresql/', 'postgresql/business/', 'redis/business/?at=2026-11-20T14:37Z', 'stack/?services=postgresql.business,redis.startup']) {
      for (const width of [1280, 390]) {
        const page = await visit(path, { width });
        const others = await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
          const isShown = (element) => element.getClientRects().length && !element.closest('h1') && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
          const shown = [...document.body.querySelectorAll('*')].filter(isShown);
          const sizes = shown.map((element) => [parseFloat(getComputedStyle(element).fontSize), element.outerHTML.slice(0, 60)]);
          return sizes.filter(([size]) => ![12, 14, 16, 20].includes(size));
        });
        assert.deepEqual(others, [], `/${path} at ${width} px`);
        await page.close();
      }
    }
  });
});
