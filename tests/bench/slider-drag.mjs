// Dragging an incident along the picture, under the same slow processor as the loads: what each step of the slider costs.
import { CPU_SLOWDOWN, READY_WITHIN_MS, watchProblems } from './page-load.mjs';
import { frame, median, table } from './format.mjs';

/** A page with one row of backups and one with two, both with the widest pictures there are. */
const PAGES = ['postgresql/premium/', 'opensearch/premium/'];
const STEPS = 60;
const PAUSE_MS = 40;
const STEP_WITHIN_MS = 5000;

/** Drags on each page `runs` times and returns the table. */
export async function drags(browser, root, { viewport, runs }) {
  const rows = [];
  for (const address of PAGES) {
    const steps = [];
    for (let run = 1; run <= runs; run += 1) steps.push(...(await dragged(browser, root + address, viewport)));
    for (const [name, figure] of [['laid out', 'laidOut'], ['painted', 'painted']]) {
      const values = steps.map((step) => step[figure]).sort((a, b) => a - b);
      const part = (share) => values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1);
      const within = values.filter((value) => value < frame).length / values.length;
      rows.push([`/${address}, step to answer ${name}, ms`, median(values).toFixed(1), part(0.95), values.at(-1).toFixed(1), `${Math.round(within * 100)} %`]);
    }
  }
  return table([`${STEPS} steps of the slider, ${runs} times`, 'median', '95 %', 'worst', 'within a frame'], rows);
}

async function dragged(browser, url, viewport) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const problems = watchProblems(page);
    await page.setViewport(viewport);
    const client = await page.createCDPSession();
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: READY_WITHIN_MS });
    await page.waitForSelector('html[data-app-ready]', { timeout: READY_WITHIN_MS });
    await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const steps = await page.evaluate(drag, STEPS, PAUSE_MS, STEP_WITHIN_MS);
    problems.push(...steps.flatMap(({ problem }) => problem ?? []));
    if (problems.length > 0) throw new Error(`${url}:\n  ${problems.join('\n  ')}`);
    return steps;
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page, so it must not refer to anything outside itself. Drags from now back to the end of the picture.
 * `laidOut`: from the event until the slider says its new time and the layout of the page was forced, in the microtask
 * of that change. `painted`: until the task after the next frame, so up to one frame of waiting by chance is in it.
 */
async function drag(steps, pause, timeout) {
  const slider = document.getElementById('at-slider');
  if (!slider) return [{ problem: 'there is no #at-slider' }];
  const step = (value) => new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve({ problem: `the slider at ${value} changed nothing` }), timeout);
    const changed = new MutationObserver(() => {
      document.querySelector('.incident-verdict').getBoundingClientRect();
      const laidOut = performance.now() - start;
      changed.disconnect();
      clearTimeout(giveUp);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ laidOut, painted: performance.now() - start });
        port2.postMessage(null);
      });
    });
    changed.observe(slider, { attributeFilter: ['aria-valuetext'] });
    slider.value = String(value);
    const start = performance.now();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const results = [];
  for (let each = 1; each <= steps; each += 1) {
    await new Promise((done) => setTimeout(done, pause));
    results.push(await step((Number(slider.min) * each) / steps));
  }
  return results;
}
