// A stray or damaged address: clear words, the answer still there, nothing runs that was written into it.

import assert from 'node:assert/strict';
import { focused, frames, inBrowsers, isSameDocument, link, markWindow, pick, titleOf, untilAt } from './support.mjs';

const ADDRESS = 'postgresql/business/';
/** The error page and its tries for the loader at other depths are answered with 404; a browser looks for an icon. */
const MISSING = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

const notices = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.notice p')].filter((line) => line.checkVisibility()).map((line) => line.innerText));
const answer = (page) => page.$eval('[data-answer]', (headline) => headline.checkVisibility() && headline.innerText);
const HEADLINE = 'Back to any second of the last 14 days';

inBrowsers('a stray query', (test) => {
  test('is named in a notice, each parameter, and the answer is still there', async ({ visit }) => {
    const page = await visit(`${ADDRESS}?colour=red&size=&flag`);
    const lines = await notices(page);
    assert.equal(lines.length, 3);
    for (const [index, name] of ['colour', 'size', 'flag'].entries()) assert.ok(lines[index].includes(`“${name}”`), lines[index]);
    assert.equal(await answer(page), HEADLINE);
    assert.equal(await page.title(), titleOf(ADDRESS));
    assert.ok(await page.$(`${link(ADDRESS)}[aria-current=page]`));
  });

  test('is named as a person would write it', async ({ visit }) => {
    const page = await visit(`${ADDRESS}?gr%C3%B6%C3%9Fe=1&two%20words=2`);
    const [first, second] = await notices(page);
    assert.ok(first.includes('“größe”'), first);
    assert.ok(second.includes('“two words”'), second);
  });

  test('with markup in it is text, and nothing else', async ({ visit }) => {
    const attack = encodeURIComponent('<script>alert(1)</script><img src=x onerror=alert(2)>');
    for (const query of [`${attack}=1`, `a=${attack}`, `<script>alert(1)</script>=2`, `"><svg onload=alert(3)>`]) {
      const page = await visit(`${ADDRESS}?${query}`);
      assert.equal((await notices(page)).length, 1, query);
      const injected = await page.evaluate(() => document.querySelectorAll('#app script, #app img, #app [onload], #app [onerror]').length);
      assert.equal(injected, 0, query);
      assert.equal(await answer(page), HEADLINE);
    }
  });

  test('that is damaged breaks nothing', async ({ visit }) => {
    for (const query of ['%E0%A4%A=1', '%', '%%%=%', '=', '&&&', '?', 'a=b=c', `long${'x'.repeat(3000)}=1`]) {
      const page = await visit(`${ADDRESS}?${query}`);
      assert.equal(await answer(page), HEADLINE, query);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `${query.slice(0, 20)}: the page is ${sideways} px too wide`);
      await page.close();
    }
  });

  test('moves nothing when its notice appears, and the notice stays in the window', async ({ visit }) => {
    const place = (page) => page.evaluate(() => ['#headline', '.matrix', '.footer'].map((each) => document.querySelector(each).getBoundingClientRect().top));
    for (const width of [1280, 320]) {
      const [plain, stray] = [await visit(ADDRESS, { width }), await visit(`${ADDRESS}?x=1&y=2`, { width })];
      await frames(stray);
      assert.deepEqual(await place(stray), await place(plain));
      const { left, right, top, bottom } = await stray.$eval('.notice', (notice) => notice.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && right <= width && top >= 0 && bottom <= 800, `the notice is at ${left}, ${top}, ${right}, ${bottom}`);
    }
  });

  test('of a campaign link leaves the answer in view on a phone', async ({ visit }) => {
    const names = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'gclid'];
    const page = await visit(`${ADDRESS}?${names.map((name) => `${name}=x`).join('&')}`, { width: 360, height: 640 });
    const text = (await notices(page)).join(' ');
    for (const name of names) assert.ok(text.includes(`“${name}”`), `${name} is named in "${text}"`);
    const { answer, notice } = await page.evaluate(() => ({
      answer: document.querySelector('[data-answer]').getBoundingClientRect().bottom,
      notice: document.querySelector('.notice').getBoundingClientRect().top,
    }));
    assert.ok(answer <= notice, `the headline ends at ${answer} px, the notice begins at ${notice} px`);
  });

  test('however long still lets its notice be read and dismissed', async ({ visit }) => {
    const many = Array.from({ length: 60 }, (_, index) => `parameter${index}=1`).join('&');
    const page = await visit(`${ADDRESS}?${many}`, { width: 360, height: 640 });
    const button = await page.$eval('.notice button', (button) => button.getBoundingClientRect().toJSON());
    assert.ok(button.top >= 0 && button.bottom <= 640, `the button to dismiss is in the window: ${button.top} to ${button.bottom}`);
    const { top, scrolls } = await page.evaluate(() => {
      const notice = document.querySelector('.notice');
      const scrolls = [notice, notice.parentElement, notice.firstElementChild]
        .some((each) => each.scrollHeight > each.clientHeight + 1 && ['auto', 'scroll'].includes(getComputedStyle(each).overflowY));
      return { top: notice.getBoundingClientRect().top, scrolls };
    });
    assert.ok(top >= 0 || scrolls, `the first line can be read: the notice begins at ${top} px and does not scroll`);
  });

  test('can be dismissed with the keyboard, and the focus goes to the page', async ({ visit }) => {
    const page = await visit(`${ADDRESS}?colour=red`);
    await page.focus('.footer a:last-of-type');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('.notice') !== null), 'Tab reaches the notice after the foot of the page');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('.notice'));
    await frames(page);
    assert.equal(await answer(page), HEADLINE);
    assert.notEqual(await focused(page), 'BODY', 'the focus is not lost to nowhere');
  });

  test('is gone, with its notice, on the next page; going back names it again', async ({ visit, site }) => {
    const page = await visit(`${ADDRESS}?colour=red`);
    await markWindow(page);
    await pick(page, 'kafka/startup/');
    assert.equal(page.url(), `${site.url}kafka/startup/`);
    assert.deepEqual(await notices(page), []);
    await page.evaluate(() => history.back());
    await untilAt(page, ADDRESS);
    assert.equal((await notices(page)).length, 1);
    assert.ok(await isSameDocument(page));
  });
});

inBrowsers('a wrong address', (test) => {
  const wrong = [
    ['kafka-connect/', 'an unknown service', /no service “kafka-connect”/],
    ['postgresql/gold/', 'an unknown plan', /PostgreSQL has no plan “gold”/],
    ['PostgreSQL/Business/', 'another case of letters', /“PostgreSQL”/],
    ['gr%C3%B6%C3%9Fe/', 'an unknown service in other letters', /“größe”/],
  ];
  for (const [address, name, words] of wrong) {
    test(`with ${name} says so, and the matrix is at hand`, async ({ visit }) => {
      const page = await visit(address, { allow: MISSING });
      const { headline, lead, links } = await page.evaluate(() => ({
        headline: document.querySelector('#headline').innerText,
        lead: document.querySelector('.lead').innerText,
        links: document.querySelectorAll('.missing li a').length,
      }));
      assert.match(headline, words);
      assert.ok(lead.length > 20 && links > 0, 'it says what to do, and where to go');
      assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-current], [data-answer]').length), 0, 'and claims no answer');
      await pick(page, 'postgresql/startup/');
    });
  }

  test('with markup in it is text, and nothing else', async ({ visit }) => {
    const page = await visit(`${encodeURIComponent('<img src=x onerror=alert(1)>')}/`, { allow: MISSING });
    assert.match(await page.$eval('#headline', (headline) => headline.innerText), /no service “.*img/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#app img').length), 0);
  });

  test('however long fits a phone', async ({ visit }) => {
    const page = await visit(`${'nonsense'.repeat(30)}/`, { width: 320, allow: MISSING });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
