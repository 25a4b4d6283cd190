// `make bench`: the built site beside a hand-written plain-JavaScript page that does only the lookup (plain/), both served
// brotli-compressed from loopback, in Chromium under a 4x slower processor and slow 4G, every load with a cold cache.
// The loads alternate (ours, plain, ours, plain ...), so that the noise of a busy machine falls on both: trust the ratios more
// than the milliseconds. The plain page is a strong rival on purpose: its policy is preloaded beside its style and script, its
// table is built once, and a click changes only the answer.
// Slowness never fails it; a page that is broken does. What each figure means: probe.mjs.
//
//   RUNS=9 VIEWPORT=390x844 VERBOSE=1 DIST=elsewhere/dist make bench
import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../web/browsers.mjs';
import { serve } from '../web/serve.mjs';
import { drags } from './slider-drag.mjs';
import { figures, sizes } from './format.mjs';
import { CHANGES, visit } from './page-load.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.env.DIST ?? join(here, '../../dist'));
const POLICY = 'policy/2023-01.json';

async function main() {
  const { runs, viewport } = options();
  for (const file of ['postgresql/business/index.html', POLICY]) {
    if (!existsSync(join(dist, file))) throw new Error(`${join(dist, file)} is missing: run \`make build\` first`);
  }
  const closing = [];
  try {
    const plainDir = await plainSite(closing);
    const [ours, plain] = [await open(dist, closing), await open(plainDir, closing)];
    const pages = [
      { name: 'ours', url: new URL('postgresql/business/', ours).href, visits: [] },
      { name: 'plain', url: new URL('?service=postgresql&plan=business', plain).href, visits: [] },
    ];
    const browser = await launch('chromium', {});
    closing.push(() => browser.close());
    const version = await browser.version();
    // Unmeasured: the server compresses each file once, and the machine reads the browser from the disk.
    for (const page of pages) await visit(browser, page.url, { viewport, slow: false });
    for (let run = 1; run <= runs; run += 1) {
      for (const page of pages) {
        const result = await visit(browser, page.url, { viewport });
        page.visits.push(result);
        if (process.env.VERBOSE) console.error(page.name, JSON.stringify(result));
      }
      console.error(`bench: ${run} of ${runs} pairs of loads done`);
    }
    console.log(`${version}, ${viewport.width}x${viewport.height}, 4x CPU slowdown, slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up),`);
    console.log(`${runs} cold loads of each page, ${CHANGES.length} changes of selection in each; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}.\n`);
    console.log(`${figures(pages[0].visits, pages[1].visits)}\n`);
    console.log(`${await drags(browser, ours, { viewport, runs })}\n`);
    const code = (name) => /\.(wasm|m?js)$/.test(name);
    console.log(`${sizes(dist, 'ours: Wasm and JavaScript', code)}\n`);
    console.log(sizes(plainDir, 'plain: everything', () => true));
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function options() {
  const runs = Number(process.env.RUNS ?? 5);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`RUNS must be a whole number from 1, not "${process.env.RUNS}"`);
  const size = /^(\d+)x(\d+)$/.exec(process.env.VIEWPORT ?? '1280x900');
  if (!size) throw new Error(`VIEWPORT must look like 390x844, not "${process.env.VIEWPORT}"`);
  return { runs, viewport: { width: Number(size[1]), height: Number(size[2]) } };
}

/** The plain page beside the policy that the site publishes, in a folder of its own. */
async function plainSite(closing) {
  const dir = await mkdtemp(join(tmpdir(), 'bench-plain-'));
  closing.push(() => rm(dir, { recursive: true, force: true }));
  await cp(join(here, 'plain'), dir, { recursive: true });
  await mkdir(dirname(join(dir, POLICY)), { recursive: true });
  await cp(join(dist, POLICY), join(dir, POLICY));
  return dir;
}

/** Serves a folder and returns its address with a slash at the end. */
async function open(dir, closing) {
  const server = await serve({ dir, base: '/', port: 0, brotli: true });
  closing.push(() => server.close());
  return server.url.replace(/\/?$/, '/');
}

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
