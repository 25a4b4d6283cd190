// Prints the scores of Lighthouse for the index and an answer: a phone, the default settings, dist/ on loopback.
//   node tests/web/lighthouse.mjs --dir dist --runs 1
//
// LIGHTHOUSE_MODULES is the folder that has the npm package: `make lighthouse` installs it, no test needs it.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browsers.mjs';
import { serve } from './serve.mjs';

const PATHS = ['', 'postgresql/business/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = { 'first-contentful-paint': 'FCP', 'largest-contentful-paint': 'LCP', 'total-blocking-time': 'TBT' };

const text = (fallback) => ({ type: 'string', default: fallback });
const { values } = parseArgs({ options: { dir: text('dist'), runs: text('1') } });
const module = join(process.env.LIGHTHOUSE_MODULES ?? 'node_modules', 'lighthouse/core/index.js');
const { default: lighthouse } = await import(pathToFileURL(module).href);

const site = await serve({ dir: values.dir, brotli: true });
try {
  for (const path of PATHS) {
    for (let run = 0; run < Number(values.runs); run += 1) {
      const browser = await launch('chromium');
      try {
        const port = Number(new URL(browser.wsEndpoint()).port);
        const { lhr } = await lighthouse(`${site.url}${path}`, { port, logLevel: 'error' });
        const scores = CATEGORIES.map((id) => `${id} ${Math.round(lhr.categories[id].score * 100)}`);
        const times = Object.entries(TIMES).map(([id, name]) => `${name} ${Math.round(lhr.audits[id].numericValue)} ms`);
        console.log(`/${path}: ${scores.join(', ')} (${times.join(', ')})`);
        const failed = Object.values(lhr.audits).filter(({ id, score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary' && CATEGORIES.some((name) =>
          lhr.categories[name].auditRefs.some((audit) => audit.id === id && audit.weight > 0)));
        for (const { title } of failed) console.log(`  ${title}`);
      } finally {
        await browser.close();
      }
    }
  }
} finally {
  await site.close();
}
