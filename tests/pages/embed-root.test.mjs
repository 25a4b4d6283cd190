// The custom element of embed.js as a module, imported, bundled, copied or inlined: it finds the root of the site, or leaves the
// author's link and says why in the console.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculatorFrames, embedStates, embedTag, serveHost, waitForEmbeds } from './embedding-hosts.mjs';
import { DIST, TIMEOUT_MS, inBrowsers } from './helpers.mjs';

const ATTRIBUTES = 'service="postgresql" plan="business"';
const source = readFileSync(join(DIST, 'embed.js'), 'utf8');
const link = (url) => `<a href="${url}">The answer</a>`;
const inline = `<script>${source}</script>`;

/** Serves a host page below `docs/`, and copies of the script. */
const host = (page) => serveHost({ 'docs/': page, 'assets/main.js': { script: source }, 'assets/embed.js': { script: source } });

/** Ways to run the script: the head of a host page, and what comes after the element. */
const WAYS = {
  'a module': (site) => ({ head: `<script type="module" src="${site.url}embed.js"></script>` }),
  'a module with a query': (site) => ({ head: `<script type="module" src="${site.url}embed.js?v=2"></script>` }),
  'an import': (site) => ({ head: `<script type="module">import "${site.url}embed.js";</script>` }),
  'a dynamic import': (site) => ({ after: `<script>setTimeout(() => import("${site.url}embed.js"), 50)</script>` }),
  'a classic script before the element': (site) => ({ head: `<script src="${site.url}embed.js"></script>` }),
};
/** Ways that do not tell the root. */
const COPIES = {
  'inline before the element': { head: inline },
  'inline after the element': { after: inline },
  'inline as a module': { head: `<script type="module">${source}</script>` },
  'evaluated, as content systems do': { after: `<script>(0, eval)(${JSON.stringify(source).replace(/<\//g, '<\\/')})</script>` },
};

inBrowsers('the custom element', (test) => {
  const open = async (visit, server, options) => {
    const said = [];
    const page = await visit('docs/', {
      server, awaitApp: false, ...options,
      setUp: (page) => page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`)),
    });
    return { page, said };
  };

  for (const [name, way] of Object.entries(WAYS)) {
    test(`as ${name} finds the root by the script`, async ({ visit, site }) => {
      const { head = '', after = '' } = way(site);
      const server = await host({ head, body: embedTag(ATTRIBUTES, '') + embedTag('', link('#more')) + after });
      const { page, said } = await open(visit, server);
      const frames = await calculatorFrames(page, site, 2);
      assert.deepEqual(frames.map((frame) => frame.url()).sort(), [`${site.url}?embed&theme=light`, `${site.url}postgresql/business/?embed&theme=light`]);
      await waitForEmbeds(page);
      assert.deepEqual(said, []);
    });
  }

  test('a script of another host goes before a link to a third', async ({ visit, site }) => {
    const server = await host({ head: WAYS['a module'](site).head, body: embedTag(ATTRIBUTES, link('https://example.com/backup/postgresql/business/')) });
    const { page } = await open(visit, server);
    await calculatorFrames(page, site);
    await waitForEmbeds(page);
  });

  for (const [name, { head = '', after = '' }] of Object.entries(COPIES)) {
    test(`${name} finds the root by the author's link`, async ({ visit, site }) => {
      const body = embedTag(ATTRIBUTES, `<p>See ${link(`${site.url}postgresql/business/?theme=dark#incident`)}</p>`) + embedTag('', link(site.url));
      const { page } = await open(visit, await host({ head, body: body + after }));
      await calculatorFrames(page, site, 2);
      await waitForEmbeds(page);
    });

    test(`${name} leaves a link that does not tell the root, and says why`, async ({ visit, site }) => {
      const server = await host({ head, body: embedTag(ATTRIBUTES, link('/handbook/')) + embedTag('', link('#more')) + after });
      const { page, said } = await open(visit, server, { allow: [/does not know the address/] });
      await page.waitForFunction(() => document.querySelectorAll('backup-calculator')[1]?.shadowRoot, { timeout: TIMEOUT_MS });
      await new Promise((done) => setTimeout(done, 300));
      for (const { link, frame } of await embedStates(page)) assert.deepEqual({ link, frame }, { link: true, frame: 0 });
      assert.ok(said.filter((text) => /does not know the address of the calculator.*root=/.test(text)).length >= 2, said.join('\n'));
      assert.deepEqual((await page.frames()).slice(1), [], 'nothing is asked of the host');
      const height = await page.$eval('backup-calculator', (element) => element.getBoundingClientRect().height);
      assert.ok(height < 100, `no empty space: ${height} px`);
      await page.$eval('backup-calculator', (element, root) => element.setAttribute('root', root), site.url);
      await calculatorFrames(page, site);
    });
  }

  for (const [name, tag] of [['a bundle', '<script src="/assets/main.js" async></script>'], ['a bundle of modules', '<script type="module" src="/assets/main.js"></script>'], ['a copy of the same name', '<script src="/assets/embed.js"></script>']]) {
    test(`in ${name} on the host finds the root by the author's link`, async ({ visit, site }) => {
      const server = await host({ head: tag, body: embedTag(ATTRIBUTES, link(`${site.url}postgresql/business/`)) });
      const { page } = await open(visit, server);
      await calculatorFrames(page, site);
      await waitForEmbeds(page);
      await page.$eval('backup-calculator', (element) => {
        element.setAttribute('service', 'redis');
        element.setAttribute('plan', 'startup');
      });
      await page.waitForFunction(() => /redis\/startup/.test(document.querySelector('backup-calculator').shadowRoot.querySelector('iframe')?.src), { timeout: TIMEOUT_MS });
      await calculatorFrames(page, site);
    });
  }

  test('says after a while that no calculator answers, and leaves the link', async ({ visit }) => {
    const speedUpTimers = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...args) => real(callback, delay / 20, ...args);
    };
    const said = [];
    const server = await host({ head: inline, body: embedTag('root="nothing"', link('#more')) });
    const page = await visit('docs/', {
      server, awaitApp: false, allow: [/nothing/, /404/],
      setUp: async (page) => {
        page.on('console', (message) => said.push(message.text()));
        await page.evaluateOnNewDocument(speedUpTimers);
      },
    });
    const end = Date.now() + TIMEOUT_MS;
    while (!said.some((text) => /no calculator answers at .*\/docs\/nothing\//.test(text))) {
      assert.ok(Date.now() < end, said.join('\n'));
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.equal((await embedStates(page))[0].link, true);
  });
});
