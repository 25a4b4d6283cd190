// `make bench`: compares the built site with a minimal page in plain JavaScript (plain/). Both are served brotli-compressed
// from loopback to Chromium with 4x CPU slowdown and slow 4G, each load with a cold cache. The loads alternate (ours, plain,
// ours, plain ...), so that noise affects both; ratios are more reliable than milliseconds. The plain page is optimized: it
// preloads the policy, builds its table once, and a click updates only the answer.
// The benchmark fails if a page is broken, never because of its speed. instrument.mjs defines the metrics.
//
//   RUNS=9 VIEWPORT=390x844 VERBOSE=1 DIST=elsewhere/dist make bench
import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../web/browsers.mjs';
import { serve } from '../web/serve.mjs';
import { measureSliderDrag } from './slider-drag.mjs';
import { sizeTable, timingTable } from './format.mjs';
import { CELL_IDS, loadPage } from './page-load.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.env.DIST ?? join(here, '../../dist'));
const POLICY = 'policy/2023-01.json';

async function main() {
  const { runs, viewport } = options();
  for (const file of ['postgresql/business/index.html', POLICY]) {
    if (!existsSync(join(dist, file))) throw new Error(`${join(dist, file)} is missing: run \`make build\` first`);
  }
  const cleanups = [];
  try {
    const plainDir = await plainSite(cleanups);
    const [ours, plain] = [await startServer(dist, cleanups), await startServer(plainDir, cleanups)];
    const pages = [
      { name: 'ours', url: new URL('postgresql/business/', ours).href, visits: [] },
      { name: 'plain', url: new URL('?service=postgresql&plan=business', plain).href, visits: [] },
    ];
    const browser = await launch('chromium', {});
    cleanups.push(() => browser.close());
    const version = await browser.version();
    // Warm-up: the server compresses each file once, and the browser is read from disk.
    for (const page of pages) await loadPage(browser, page.url, { viewport, slow: false });
    for (let run = 1; run <= runs; run += 1) {
      for (const page of pages) {
        const result = await loadPage(browser, page.url, { viewport });
        page.visits.push(result);
        if (process.env.VERBOSE) console.error(page.name, JSON.stringify(result));
      }
      console.error(`bench: ${run} of ${runs} pairs of loads done`);
    }
    console.log(`${version}, ${viewport.width}x${viewport.height}, 4x CPU slowdown, slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up),`);
    console.log(`${runs} cold loads of each page, ${CELL_IDS.length} changes of selection in each; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}.\n`);
    console.log(`${timingTable(pages[0].visits, pages[1].visits)}\n`);
    console.log(`${await measureSliderDrag(browser, ours, { viewport, runs })}\n`);
    const code = (name) => /\.(wasm|m?js)$/.test(name);
    console.log(`${sizeTable(dist, 'ours: Wasm and JavaScript', code)}\n`);
    console.log(sizeTable(plainDir, 'plain: everything', () => true));
  } finally {
    for (const close of cleanups.reverse()) await close();
  }
}

function options() {
  const runs = Number(process.env.RUNS ?? 5);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`RUNS must be a whole number from 1, not "${process.env.RUNS}"`);
  const size = /^(\d+)x(\d+)$/.exec(process.env.VIEWPORT ?? '1280x900');
  if (!size) throw new Error(`VIEWPORT must look like 390x844, not "${process.env.VIEWPORT}"`);
  return { runs, viewport: { width: Number(size[1]), height: Number(size[2]) } };
}

/** Creates a folder with the plain page and the published policy. */
async function plainSite(cleanups) {
  const dir = await mkdtemp(join(tmpdir(), 'bench-plain-'));
  cleanups.push(() => rm(dir, { recursive: true, force: true }));
  await cp(join(here, 'plain'), dir, { recursive: true });
  await mkdir(dirname(join(dir, POLICY)), { recursive: true });
  await cp(join(dist, POLICY), join(dir, POLICY));
  return dir;
}

/** Serves a folder and returns its URL with a trailing slash. */
async function startServer(dir, cleanups) {
  const server = await serve({ dir, base: '/', port: 0, brotli: true });
  cleanups.push(() => server.close());
  return server.url.replace(/\/?$/, '/');
}

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
