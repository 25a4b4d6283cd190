// Launches WebKitGTK for the tests: the driver WebKitWebDriver starts MiniBrowser on a virtual screen. Its pages have
// puppeteer's interface, as far as the tests use it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { inTime, pause } from './webkit-context.mjs';
import { Page } from './webkit-page.mjs';
import { startProxy } from './webkit-proxy.mjs';

/** Size of the virtual screen. Windows may be larger. The one below the pointer, in its middle, has the focus. */
const SCREEN = '400x400x24';
const START_MS = 30_000;
/** The default locale, of the C library. */
export const LOCALE = 'en_US.UTF-8';
/** Style of the window, whose tool bar would make it wider than a phone. */
const STYLE = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; border-spacing: 0; font-size: 1px; }';
/** Upper bounds for a script, and for any action of the driver. */
const SCRIPT_MS = 5000;
const ACTION_MS = 45_000;
/** Upper bound for the end of the session, before the processes are killed. */
const QUIT_MS = 10_000;

/** Processes to end with this one. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

/**
 * Launches WebKit. Settings of `launch` that apply: `width`, `height`, `colorScheme`, `timeZone`, and `locale`, a locale of the
 * C library.
 */
export async function launchWebkit({ driver: program, screen, ...settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), STYLE);
  const children = [];
  const start = (...args) => {
    const child = spawn(...args);
    children.push(child);
    running.add(child.once('exit', () => running.delete(child)));
    return child;
  };
  try {
    const xvfb = start(screen, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [display] = await startOf(xvfb, once(xvfb.stdio[3], 'data'));
    const port = await freePort();
    const driverProcess = start(program, [`--port=${port}`], { stdio: 'ignore', env: environment(settings, String(display).trim(), folder) });
    const browser = new Browser(settings, children, folder);
    await startOf(driverProcess, browser.connect(port));
    return browser;
  } catch (error) {
    children.forEach((child) => child.kill());
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Waits for `ready`; fails if the process ends before, or after a while. */
function startOf(child, ready) {
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnfile} ended with code ${code}.`)));
  return inTime(Promise.race([ready, ended]), START_MS, `${child.spawnfile} did not start in ${START_MS / 1000} s.`);
}

function environment({ timeZone, colorScheme, locale = LOCALE }, display, folder) {
  return {
    ...process.env,
    DISPLAY: `:${display}`,
    LC_ALL: locale,
    XDG_CONFIG_HOME: folder,
    NO_AT_BRIDGE: '1', // there is no bus of assistive technologies
    ...(timeZone && { TZ: timeZone }),
    ...(colorScheme && { GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' }),
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The browser, with one session of the driver. */
class Browser {
  #settings;
  #children;
  /** The profile. */
  #folder;
  #driver;
  #proxy;
  /** Window that keeps the session alive. */
  #firstWindow;
  /** Page that the driver acts on. Requests and errors are taken for those of this page. */
  #current = null;
  /** Pages by the handles of their windows. */
  #pages = new Map();
  /** Settles after the last action. */
  #last = Promise.resolve();
  /** Number of times that the driver did not answer. */
  unanswered = 0;

  constructor(settings, children, folder) {
    this.#settings = settings;
    this.#children = children;
    this.#folder = folder;
  }

  async connect(port) {
    this.#proxy = await startProxy({
      scripts: () => this.#current?.scripts ?? [],
      emit: (event, value) => this.#current?.emit(event, value),
    });
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      pageLoadStrategy: 'none', // else the driver waits for a load before most commands
      proxy: { proxyType: 'manual', httpProxy: this.#proxy.address },
    });
    const url = `http://127.0.0.1:${port}`;
    const end = Date.now() + START_MS;
    while (!(await fetch(`${url}/status`).catch(() => null))?.ok && Date.now() < end) await pause(20);
    this.#driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    // The driver never answers if the document goes away meanwhile, as a frame does that is replaced.
    const execute = this.#driver.executeScript.bind(this.#driver);
    this.#driver.executeScript = (...args) => this.#inTime(execute(...args), SCRIPT_MS, 'The result of a script was lost.');
    this.#firstWindow = await this.#driver.getWindowHandle();
  }

  /** Runs an action for a page after all earlier actions. */
  run(page, action) {
    return this.#after(async () => {
      const isCurrent = this.#current === page;
      this.#current = page;
      try {
        return await action(this.#driver, isCurrent);
      } catch (error) {
        this.#current = null; // the window or the frame may not be that of the page
        throw error;
      }
    });
  }

  #after(action) {
    const result = this.#last.then(() => this.#inTime(action(), ACTION_MS, 'The driver does not answer.'));
    this.#last = result.catch(() => {});
    return result;
  }

  /** Like `inTime`; counts what is late. */
  #inTime(answer, ms, message) {
    return inTime(answer, ms, message, () => (this.unanswered += 1));
  }

  async newPage() {
    const page = await this.run(null, async (driver) => {
      await driver.switchTo().window(this.#firstWindow);
      await driver.switchTo().newWindow('window');
      const handle = await driver.getWindowHandle();
      const page = new Page(this, handle);
      this.#pages.set(handle, page);
      return page;
    });
    await page.setViewport(this.#settings);
    return page;
  }

  /** Returns the pages of all windows, also of those that a page opened. */
  async pages() {
    const handles = await this.#after(() => this.#driver.getAllWindowHandles());
    for (const handle of handles) if (handle !== this.#firstWindow && !this.#pages.has(handle)) this.#pages.set(handle, new Page(this, handle));
    return handles.flatMap((handle) => this.#pages.get(handle) ?? []);
  }

  /** Waits for a page that the predicate accepts. Only `url` and `page` of puppeteer's targets are there. */
  async waitForTarget(predicate, { timeout = START_MS } = {}) {
    for (const end = Date.now() + timeout; Date.now() < end; await pause(20)) {
      for (const page of await this.pages()) {
        if (page.url() === 'about:blank') await page.call(() => 0, []).catch(() => {}); // for the URL
        const target = { url: () => page.url(), page: async () => page };
        if (predicate(target)) return target;
      }
    }
    throw new Error(`No such page after ${timeout} ms.`);
  }

  /** Forgets a closed page. */
  forget(page) {
    for (const [handle, known] of this.#pages) if (known === page) this.#pages.delete(handle);
    if (this.#current === page) this.#current = null;
  }

  async close() {
    await inTime(this.#driver.quit(), QUIT_MS, 'It does not quit.').catch(() => {}); // it may have crashed
    await this.#proxy.close();
    this.#children.forEach((child) => child.kill());
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
