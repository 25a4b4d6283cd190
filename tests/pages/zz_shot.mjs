import { launch, serve } from './helpers.mjs';
const site = await serve({ dir: process.env.DIST });
const browser = await launch('chromium');
const jobs = JSON.parse(process.env.JOBS);
for (const [name, path, w, h, scheme, act] of jobs) {
  const page = await browser.newPage();
  await page.setViewport({ width: w, height: h });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme ?? 'light' }]);
  await page.goto(`http://127.0.0.1:${site.port}/${path}`);
  await page.waitForSelector('[data-app-ready]', { timeout: 20000 });
  if (act) { await page.evaluate(act); await new Promise((r) => setTimeout(r, 500)); }
  await page.screenshot({ path: `/tmp/${name}.png` });
  await page.close();
}
await browser.close(); site.close?.(); process.exit(0);
