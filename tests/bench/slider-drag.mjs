// Cost of each step of the incident slider, with the CPU slowdown of the page loads.
import { CPU_SLOWDOWN, READY_WITHIN_MS, watchProblems } from './page-load.mjs';
import { FRAME_MS, median, table } from './format.mjs';

/** Pages with one and two tiers and the longest ladders. */
const PAGES = ['postgresql/premium/', 'opensearch/premium/'];
const STEPS = 60;
const PAUSE_MS = 40;
const STEP_WITHIN_MS = 5000;

/** Drags the slider on each page `runs` times and returns a table. */
export async function measureSliderDrag(browser, root, { viewport, runs }) {
  const rows = [];
  for (const path of PAGES) {
    const steps = [];
    for (let run = 1; run <= runs; run += 1) steps.push(...(await dragOnPage(browser, root + path, viewport)));
    for (const [name, metric] of [['laid out', 'laidOut'], ['painted', 'painted']]) {
      const values = steps.map((step) => step[metric]).sort((a, b) => a - b);
      const percentile = (share) => values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1);
      const withinFrame = values.filter((value) => value < FRAME_MS).length / values.length;
      rows.push([`/${path}, step to answer ${name}, ms`, median(values).toFixed(1), percentile(0.95), values.at(-1).toFixed(1), `${Math.round(withinFrame * 100)} %`]);
    }
  }
  return table([`${STEPS} steps of the slider, ${runs} times`, 'median', '95 %', 'worst', 'within a frame'], rows);
}

async function dragOnPage(browser, url, viewport) {
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
 * Runs in the page, so it must not use anything from the module scope. Drags from now to the start of the axis.
 * `laidOut`: time from the event until aria-valuetext has changed and a layout was forced, in the microtask of that change.
 * `painted`: time until the task after the next frame, which includes up to one frame of random waiting.
 */
async function drag(steps, pause, timeout) {
  const slider = document.getElementById('at-slider');
  if (!slider) return [{ problem: '#at-slider is missing' }];
  const step = (value) => new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve({ problem: `the slider at ${value} did not change the verdict` }), timeout);
    const observer = new MutationObserver(() => {
      document.querySelector('.incident-verdict').getBoundingClientRect();
      const laidOut = performance.now() - start;
      observer.disconnect();
      clearTimeout(giveUp);
      requestAnimationFrame(() => {
        const painted = () => resolve({ laidOut, painted: performance.now() - start });
        scheduler.postTask(painted, { priority: 'user-blocking' });
      });
    });
    observer.observe(slider, { attributeFilter: ['aria-valuetext'] });
    slider.value = String(value);
    const start = performance.now();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const results = [];
  for (let index = 1; index <= steps; index += 1) {
    await new Promise((done) => setTimeout(done, pause));
    results.push(await step((Number(slider.min) * index) / steps));
  }
  return results;
}
