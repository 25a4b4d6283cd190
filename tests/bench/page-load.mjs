// One measured load of one page: a fresh browser context, so nothing is cached, under the same slow network and processor.
import { installInstrument } from './instrument.mjs';

/** Slow 4G as Lighthouse has it, latency per request; rates in bytes per second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const CPU_SLOWDOWN = 4;
const QUIET_MS = 1000;
export const READY_WITHIN_MS = 60_000;
const PAUSE_MS = 60;
const CHANGE_WITHIN_MS = 5000;

/** The first load is postgresql/business. Neighbours differ in kind or in numbers, so that each click changes the answer. */
export const CHANGES = [
  'opensearch-premium', 'kafka-business', 'mysql-premium', 'cassandra-startup', 'influxdb-premium',
  'redis-business', 'postgresql-hobbyist', 'clickhouse-premium', 'm3aggregator-business', 'postgresql-startup',
  'flink-startup', 'grafana-premium', 'm3db-premium', 'redis-hobbyist', 'opensearch-startup',
  'kafka-premium', 'mysql-business', 'clickhouse-hobbyist', 'influxdb-startup', 'postgresql-business',
].map((cell) => `cell-${cell}`);

/**
 * Loads `url` and returns its figures; throws when the page is broken. `slow: false` is for warming up.
 * @returns {Promise<object>} times in ms, `bytes`, `requests`, and the lists `laidOut` and `painted`
 */
export async function visit(browser, url, { viewport, slow = true }) {
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
    const times = await inTime(page.evaluate(() => window.__bench.settled), () =>
      [`${url} did not become live (no data-app-ready, or no [data-answer] with text) in ${READY_WITHIN_MS / 1000} s`, ...problems]);
    const { metrics } = await client.send('Performance.getMetrics');
    const origin = metrics.find(({ name }) => name === 'NavigationStart').value;
    const until = traffic.begunBefore(origin + times.live / 1000);

    const changes = await page
      .evaluate((...args) => window.__bench.changes(...args), CHANGES, PAUSE_MS, CHANGE_WITHIN_MS)
      .catch((error) => {
        throw new Error(`${url}: a click on the matrix did not stay in the page: ${error.message}`);
      });
    problems.push(...changes.flatMap(({ problem }) => problem ?? []));
    if (problems.length > 0) throw new Error(`${url}:\n  ${problems.join('\n  ')}`);
    return { ...times, ...until, laidOut: changes.map((c) => c.laidOut), painted: changes.map((c) => c.painted) };
  } finally {
    await context.close();
  }
}

/** Errors of the page that make its figures worthless: exceptions, console errors, and requests that failed. */
export function watchProblems(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`));
  return problems;
}

/** Requests that went over the network, with headers and compressed body counted as they came. */
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
    /** Each request begun before the page was live counts whole, even if it ended later. */
    begunBefore(moment) {
      const begun = [...requests.values()].filter(({ at }) => at <= moment);
      return { requests: begun.length, bytes: begun.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

async function inTime(promise, explain) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(explain().join('\n  '))), READY_WITHIN_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => {});
  }
}
