// Unknown or invalid URLs: clear messages, the answer is still shown, no injection.

import assert from 'node:assert/strict';
import {
  clickCell, focusedId, inBrowsers, isSameDocument, link, markWindow, nextFrames, titleOf, waitForPath,
} from './helpers.mjs';

const PATH = 'postgresql/business/';
/** Status 404 of the error page and of its attempts to load boot.js from other depths. */
const NOT_FOUND_ERRORS = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

const notices = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.notice p')].filter((line) => line.checkVisibility()).map((line) => line.innerText));
const answer = (page) => page.$eval('[data-answer]', (headline) => headline.checkVisibility() && headline.innerText);
const HEADLINE = 'Restore to any second in the last 14 days';

inBrowsers('a misspelled query parameter', (test) => {
  test('is named in a notice, one per parameter, and the answer is still shown', async ({ visit }) => {
    const page = await visit(`${PATH}?thene=red&hourr=&embedd`);
    const lines = await notices(page);
    assert.equal(lines.length, 3);
    for (const [index, name] of ['thene', 'hourr', 'embedd'].entries()) assert.ok(lines[index].includes(`“${name}”`), lines[index]);
    assert.equal(await answer(page), HEADLINE);
    assert.equal(await page.title(), titleOf(PATH));
    assert.ok(await page.$(`${link(PATH)}[aria-current=page]`));
  });

  test('is shown decoded', async ({ visit }) => {
    const page = await visit(`${PATH}?th%65ne=1&hour=gr%C3%B6%C3%9Fe&back=two%20words`);
    const [first, second, third] = await notices(page);
    assert.ok(first.includes('“thene”'), first);
    assert.ok(second.includes('hour=größe'), second);
    assert.ok(third.includes('back=two words'), third);
  });

  test('with markup is shown as text', async ({ visit }) => {
    const markup = encodeURIComponent('<script>alert(1)</script><img src=x onerror=alert(2)>');
    const cases = [[`at=${markup}`, 1], ['hour=<script>alert(1)</script>x', 1], [`${markup}=1`, 0], ['"><svg onload=alert(3)>', 0]];
    for (const [query, count] of cases) {
      const page = await visit(`${PATH}?${query}`);
      assert.equal((await notices(page)).length, count, query);
      const injected = await page.evaluate(() => document.querySelectorAll('#app script, #app img, #app [onload], #app [onerror]').length);
      assert.equal(injected, 0, query);
      assert.equal(await answer(page), HEADLINE);
    }
  });

  test('with invalid encoding breaks nothing', async ({ visit }) => {
    for (const query of ['%E0%A4%A=1', '%', '%%%=%', '=', '&&&', '?', 'a=b=c', `long${'x'.repeat(3000)}=1`]) {
      const page = await visit(`${PATH}?${query}`);
      assert.equal(await answer(page), HEADLINE, query);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${query.slice(0, 20)}: the page is ${overflow} px too wide`);
      await page.close();
    }
  });

  test('causes no layout shift by its notice, which stays inside the viewport', async ({ visit }) => {
    const positions = (page) => page.evaluate(() => ['#headline', '.matrix', '.footer'].map((selector) => document.querySelector(selector).getBoundingClientRect().top));
    for (const width of [1280, 320]) {
      const [plain, stray] = [await visit(PATH, { width }), await visit(`${PATH}?thene=1&hourr=2`, { width })];
      await nextFrames(stray);
      assert.deepEqual(await positions(stray), await positions(plain));
      const { left, right, top, bottom } = await stray.$eval('.notice', (notice) => notice.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && right <= width && top >= 0 && bottom <= 800, `the notice is at ${left}, ${top}, ${right}, ${bottom}`);
    }
  });

  test('of another site, as in a campaign link, is ignored in silence', async ({ visit }) => {
    const page = await visit(`${PATH}?utm_source=x&utm_medium=x&fbclid=x&gclid=x&width=600&id=1&lang=de`);
    assert.deepEqual(await notices(page), []);
    assert.equal(await answer(page), HEADLINE);
  });

  test('among many keeps the answer visible on a narrow screen', async ({ visit }) => {
    const names = ['thene', 'hourr', 'embedd', 'restor', 'service', 'persitence'];
    const page = await visit(`${PATH}?${names.map((name) => `${name}=x`).join('&')}`, { width: 360, height: 640 });
    const text = (await notices(page)).join(' ');
    for (const name of names) assert.ok(text.includes(`“${name}”`), `${name} is named in "${text}"`);
    const { answer, notice } = await page.evaluate(() => ({
      answer: document.querySelector('[data-answer]').getBoundingClientRect().bottom,
      notice: document.querySelector('.notice').getBoundingClientRect().top,
    }));
    assert.ok(answer <= notice, `the headline ends at ${answer} px, the notice begins at ${notice} px`);
  });

  test('in large numbers still gives a readable, dismissible notice', async ({ visit }) => {
    const many = Array.from({ length: 60 }, (_, index) => `theme${String.fromCodePoint(0x61 + index % 26)}=${index}&at=${index}`).join('&');
    const page = await visit(`${PATH}?${many}`, { width: 360, height: 640 });
    const button = await page.$eval('.notice button', (button) => button.getBoundingClientRect().toJSON());
    assert.ok(button.top >= 0 && button.bottom <= 640, `the dismiss button is in the viewport: ${button.top} to ${button.bottom}`);
    const { top, scrolls } = await page.evaluate(() => {
      const notice = document.querySelector('.notice');
      const scrolls = [notice, notice.parentElement, notice.firstElementChild]
        .some((element) => element.scrollHeight > element.clientHeight + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY));
      return { top: notice.getBoundingClientRect().top, scrolls };
    });
    assert.ok(top >= 0 || scrolls, `the first line is reachable: the notice begins at ${top} px and does not scroll`);
  });

  test('has a notice that can be dismissed with the keyboard without losing the focus', async ({ visit }) => {
    const page = await visit(`${PATH}?thene=red`);
    await page.focus('.footer a[href$="2023-01.json"]');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('.notice') !== null), 'Tab reaches the notice after the footer');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('.notice'));
    await nextFrames(page);
    assert.equal(await answer(page), HEADLINE);
    assert.notEqual(await focusedId(page), 'BODY', 'the focus is not lost');
  });

  test('is dropped with its notice on the next page; going back shows it again', async ({ visit, site }) => {
    const page = await visit(`${PATH}?thene=red`);
    await markWindow(page);
    await clickCell(page, 'kafka/startup/');
    assert.equal(page.url(), `${site.url}kafka/startup/`);
    assert.deepEqual(await notices(page), []);
    await page.evaluate(() => history.back());
    await waitForPath(page, PATH);
    assert.equal((await notices(page)).length, 1);
    assert.ok(await isSameDocument(page));
  });
});

inBrowsers('an unknown path', (test) => {
  const cases = [
    ['kafka-connect/', 'an unknown service', /No service named “kafka-connect”/],
    ['postgresql/gold/', 'an unknown plan', /PostgreSQL has no plan named “gold”/],
    ['gr%C3%B6%C3%9Fe/', 'an unknown non-ASCII service', /“größe”/],
  ];
  for (const [path, name, pattern] of cases) {
    test(`with ${name} is explained, and the matrix works`, async ({ visit }) => {
      const page = await visit(path, { allow: NOT_FOUND_ERRORS });
      const { headline, lead, links } = await page.evaluate(() => ({
        headline: document.querySelector('#headline').innerText,
        lead: document.querySelector('.lead').innerText,
        links: document.querySelectorAll('.not-found li a').length,
      }));
      assert.match(headline, pattern);
      assert.ok(lead.length > 20 && links > 0, 'with advice and links');
      assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-current], [data-answer]').length), 0, 'no answer is shown');
      await clickCell(page, 'postgresql/startup/');
    });
  }

  test('with markup is shown as text', async ({ visit }) => {
    const page = await visit(`${encodeURIComponent('<img src=x onerror=alert(1)>')}/`, { allow: NOT_FOUND_ERRORS });
    assert.match(await page.$eval('#headline', (headline) => headline.innerText), /No service named “.*img/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#app img').length), 0);
  });

  test('of any length fits a narrow screen', async ({ visit }) => {
    const page = await visit(`${'nonsense'.repeat(30)}/`, { width: 320, allow: NOT_FOUND_ERRORS });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
