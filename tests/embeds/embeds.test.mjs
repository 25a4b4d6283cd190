// Real documentation sites, built anew with what the calculator's panel says to paste: Docusaurus, whose pages change in
// place, and Sphinx, whose pages load. What cannot be installed (.ci/test-embeds.sh says why) is skipped.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { goBack, calculatorFrames, isDark, shown, waitForDark, waitForFit, waitForEmbeds } from '../pages/embedding-hosts.mjs';
import { DIST, TIMEOUT_MS, inBrowsers, link, serve } from '../pages/helpers.mjs';

const run = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const DOCUSAURUS = here('docusaurus/node_modules/@docusaurus/core/bin/docusaurus.mjs');
const SPHINX = here('../../.tools/sphinx/bin/sphinx-build');

const HOSTS = {
  Docusaurus: {
    program: DOCUSAURUS,
    installed: here('docusaurus/node_modules/.package-lock.json'),
    build: (out, env) => run(process.execPath, [DOCUSAURUS, 'build', '--out-dir', out], { cwd: here('docusaurus'), env }),
    other: 'article a[href="/other"]',
    /** In place: the document stays. */
    inPlace: true,
    theme: () => document.documentElement.dataset.theme,
    button: 'button[class*="olorMode"], [class*="olorModeToggle"] button, button[title*="mode"]',
  },
  Sphinx: {
    program: SPHINX,
    installed: here('../../.tools/sphinx/installed.txt'),
    build: (out, env) => run(SPHINX, ['-q', '-W', '-b', 'html', '-d', `${out}-doctrees`, here('sphinx'), out], { env }),
    other: 'article a[href="other.html"]',
    inPlace: false,
    theme: () => document.body.dataset.theme,
    button: '.theme-toggle',
  },
};

let site;
let folder;
before(async () => {
  site = await serve({ dir: DIST });
  folder = await mkdtemp(join(tmpdir(), 'embeds-'));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [name, host] of Object.entries(HOSTS)) {
  const skip = existsSync(host.program) && existsSync(host.installed) ? false : `${name} could not be installed here`;
  if (skip) {
    it(`${name}: two calculators in a real site`, { skip });
    continue;
  }
  describe(name, { concurrency: 1 }, () => {
    let server;
    before(async () => {
      const out = join(folder, name);
      const env = { ...process.env, CALCULATOR: site.url, CI: 'true', NO_UPDATE_NOTIFIER: '1', PYTHONDONTWRITEBYTECODE: '1' };
      await host.build(out, env).catch(({ message, stdout, stderr }) => assert.fail([message, stdout, stderr].join('\n')));
      server = await serve({ dir: out });
    });
    after(() => server?.close());

    /** The page with two calculators, both live. */
    const open = async ({ visit }) => {
      const page = await visit('', { server: server, awaitApp: false, height: 3000, width: 1200, allow: [/favicon\.ico/] });
      const frames = await calculatorFrames(page, site, 2);
      await waitForEmbeds(page);
      return { page, frames };
    };
    const historyLength = (page) => page.evaluate(() => history.length);

    inBrowsers(name, (test) => {
      test('both fit, without an error in the page', async (given) => {
        const { page, frames } = await open(given);
        for (const frame of frames) assert.ok((await waitForFit(page, frame)) > 400);
        for (const { link: there } of await shown(page)) assert.equal(there, false, 'no link where there is a frame');
        assert.match(await frames[0].$eval('h1', (each) => each.textContent), /14 days/);
        assert.match(await frames[1].$eval('h1', (each) => each.textContent), /24 hours/);
      });

      test('both follow the switch for the colours of the page', async (given) => {
        const { page, frames } = await open(given);
        const seen = new Set([await isDark(frames[0])]);
        for (let clicks = 0; clicks < 4 && seen.size < 2; clicks += 1) {
          const before = await page.evaluate(host.theme);
          await page.$$eval(host.button, (all) => all.find((each) => each.checkVisibility()).click());
          await page.waitForFunction((theme, before) => new Function(`return (${theme})()`)() !== before, { timeout: TIMEOUT_MS }, String(host.theme), before);
          const dark = await page.evaluate(() => {
            const [r, g, b] = getComputedStyle(document.querySelector('article p')).color.match(/[\d.]+/g).map(Number);
            return r + g + b > 3 * 128;
          });
          for (const frame of frames) await waitForDark(frame, dark, `after ${clicks + 1} clicks`);
          seen.add(dark);
        }
        assert.equal(seen.size, 2, 'the page was both light and dark');
      });

      test('another page and back again: both are there anew, and the history has the steps of the page alone', async (given) => {
        const { page, frames } = await open(given);
        const start = page.url();
        await page.evaluate(() => void (window.__same = true));
        const length = await historyLength(page);
        await frames[0].$eval(link('postgresql/premium/'), (each) => each.click());
        await frames[0].waitForFunction(() => document.querySelector('h1').textContent.includes('30 days'), { timeout: TIMEOUT_MS });
        assert.equal(await historyLength(page), length, 'a click in a frame is no step');
        for (let round = 1; round <= 2; round += 1) {
          await page.$eval(host.other, (each) => each.click());
          await page.waitForFunction(() => document.querySelector('h1')?.textContent.startsWith('Other'), { timeout: TIMEOUT_MS });
          assert.equal(await page.evaluate(() => document.querySelectorAll('backup-calculator').length), 0);
          assert.equal(await historyLength(page), length + 1);
          await goBack(page, start);
          await waitForEmbeds(page);
        }
        // A page that comes from the browser's cache of whole pages is not told to the test.
        if (!host.inPlace) return;
        assert.ok(await page.evaluate(() => window.__same), 'no page was loaded');
        for (const frame of await calculatorFrames(page, site, 2)) await waitForFit(page, frame);
      });
    });
  });
}
