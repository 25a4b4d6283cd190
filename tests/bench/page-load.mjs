// Measured load of one page in a fresh browser context (cold cache), with throttled network and CPU.
import { installInstrument } from './instrument.mjs';

/** Slow 4G as in Lighthouse: latency per request in ms, rates in bytes per second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const CPU_SLOWDOWN = 4;
const QUIET_MS = 1000;
export const READY_WITHIN_MS = 60_000;
const PAUSE_MS = 60;
const CLICK_WITHIN_MS = 5000;

/** Cells to click after the load of postgresql/business. Consecutive cells have different answers. */
export const CELL_IDS = [
  'opensearch-premium', 'kafka-business', 'mysql-premium', 'cassandra-startup', 'influxdb-premium',
  'redis-business', 'postgresql-hobbyist', 'clickhouse-premium', 'm3aggregator-business', 'postgresql-startup',
  'flink-startup', 'grafana-premium', 'm3db-premium', 'redis-hobbyist', 'opensearch-startup',
  'kafka-premium', 'mysql-business', 'clickhouse-hobbyist', 'influxdb-startup', 'postgresql-business',
].map((cell) => `cell-${cell}`);

/**
 * Loads `url` and returns its metrics; throws if the page is broken. `slow: false` disables throttling, for the warm-up.
 * @returns {Promise<object>} times in ms, `bytes`, `requests`, and the lists `laidOut` and `painted`
 */
export async function loadPage(browser, url, { viewport, slow = true }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const problems = watchProblems(page);
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(installInstrument, QUIET_MS);
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await client.send('Network.enable');
    if (slow) {
      await client.send('Network.emulateNetworkConditions', SLOW_4G);
      await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    }
    const traffic = watchTraffic(client);

    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: READY_WITHIN_MS });
    const times = await withTimeout(page.evaluate(() => window.__bench.settled), () =>
      [`${url} is not ready (no data-app-ready, or no [data-answer] with text) after ${READY_WITHIN_MS / 1000} s`, ...problems]);
    const { metrics } = await client.send('Performance.getMetrics');
    const origin = metrics.find(({ name }) => name === 'NavigationStart').value;
    const untilReady = traffic.startedBefore(origin + times.ready / 1000);

    const clicks = await page
      .evaluate((...args) => window.__bench.measureClicks(...args), CELL_IDS, PAUSE_MS, CLICK_WITHIN_MS)
      .catch((error) => {
        throw new Error(`${url}: a click on the matrix left the page: ${error.message}`);
      });
    problems.push(...clicks.flatMap(({ problem }) => problem ?? []));
    if (problems.length > 0) throw new Error(`${url}:\n  ${problems.join('\n  ')}`);
    return { ...times, ...untilReady, laidOut: clicks.map((click) => click.laidOut), painted: clicks.map((click) => click.painted) };
  } finally {
    await context.close();
  }
}

/** Collects errors that invalidate the measurement: exceptions, console errors, failed requests. */
export function watchProblems(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`));
  return problems;
}

/** Counts network requests and their bytes, with headers and compressed body. */
function watchTraffic(client) {
  const requests = new Map();
  client.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (/^https?:/.test(request.url)) requests.set(requestId, { at: timestamp, bytes: 0 });
  });
  client.on('Network.requestServedFromCache', ({ requestId }) => requests.delete(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  return {
    /** Requests started before `time`; each counts in full, even if it ended later. */
    startedBefore(time) {
      const started = [...requests.values()].filter(({ at }) => at <= time);
      return { requests: started.length, bytes: started.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

async function withTimeout(promise, describe) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(describe().join('\n  '))), READY_WITHIN_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => {});
  }
}
