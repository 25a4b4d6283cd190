// Pages of WebKit and their frames with that part of puppeteer's interface which the tests use.

import { Key } from 'selenium-webdriver';
import { Context, Handle, POLL_MS, TIMEOUT_MS, pause } from './webkit-context.mjs';
import { keyboardOf, mouseOf } from './webkit-input.mjs';
import { reportFrom } from './webkit-proxy.mjs';

/** Returns the frame that has the focus, in shadow trees too. */
const FOCUSED_FRAME = `
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.localName === 'iframe' ? element : null;`;

/** A frame in a page. */
class Frame extends Context {
  constructor(page, element) {
    super();
    Object.assign(this, { page, element, keyboard: page.keyboard, mouse: page.mouse });
  }

  /** Runs an action of the driver in the frame. */
  run(action) {
    return this.page.run(async (driver) => {
      await this.page.rememberFocus(driver);
      await driver.switchTo().frame(this.element);
      return action(driver).finally(() => driver.switchTo().defaultContent());
    });
  }

  async focus(selector) {
    await this.run((driver) => driver.actions().sendKeys(Key.SHIFT).perform()); // one of another origin may take it only after a key in it
    await super.focus(selector);
    this.page.keysTo(this.element);
  }

  /** Returns where the contents of the frame begin in the page. */
  offset() {
    return this.page.call((frame) => {
      const { x, y } = frame.getBoundingClientRect();
      return { x: x + frame.clientLeft, y: y + frame.clientTop };
    }, [this.element]);
  }

  async frameElement() {
    return new Handle(this.page, this.element);
  }
}

/** A page in a window of its own. */
export class Page extends Context {
  #browser;
  #handle;
  #closed = false;
  /** The frame that keys have to go to, null for the page, undefined if it has not changed. */
  #keyTarget;
  /** Sources of the scripts that run before those of the page. */
  scripts = [];
  keyboard = keyboardOf(this);
  mouse = mouseOf(this);

  constructor(browser, handle) {
    super();
    this.#browser = browser;
    this.#handle = handle;
  }

  /** Runs an action of the driver in the window, after all earlier ones of any window. */
  run(action) {
    if (this.#closed) throw new Error('The page is closed.');
    return this.#browser.run(this, async (driver, isCurrent) => {
      if (!isCurrent) await driver.switchTo().window(this.#handle);
      return action(driver);
    });
  }

  /** Before a switch to a frame, which takes the keys there: remembers where they go. */
  async rememberFocus(driver) {
    if (this.#keyTarget === undefined) this.#keyTarget = await driver.executeScript(FOCUSED_FRAME);
  }

  /** Lets the keys go to a frame, or with null to the page. */
  keysTo(frame) {
    this.#keyTarget = frame;
  }

  async focus(selector) {
    await super.focus(selector);
    this.#keyTarget = undefined;
  }

  /** Runs an action on the keyboard, with the keys where they went before the last switch to a frame. */
  runFocused(action) {
    return this.run(async (driver) => {
      if (this.#keyTarget === null) await driver.switchTo().window(this.#handle);
      if (this.#keyTarget) await driver.switchTo().frame(this.#keyTarget);
      this.#keyTarget = undefined;
      return action(driver).finally(() => driver.switchTo().defaultContent());
    });
  }

  async setViewport({ width, height }) {
    const [extraWidth, extraHeight] = await this.call(() => [outerWidth - innerWidth, outerHeight - innerHeight], []);
    await this.run((driver) => driver.manage().window().setRect({ x: 0, y: 0, width: width + extraWidth, height: height + extraHeight }));
    await this.waitForFunction((...size) => innerWidth === size[0] && innerHeight === size[1], {}, width, height);
  }

  /** Loads a page, up to the end of its markup. */
  async goto(url) {
    await this.#load('domcontentloaded', async (driver) => {
      this.#keyTarget = undefined;
      await driver.get(url);
    });
  }

  async reload({ waitUntil = 'load' } = {}) {
    await this.#load(waitUntil, (driver) => driver.navigate().refresh());
  }

  /** Goes back within the document. (The driver's command waits for a load, which does not occur then.) */
  async goBack() {
    await this.evaluate(() => history.back());
  }

  /** Waits until another document is loaded. */
  waitForNavigation({ waitUntil = 'load', timeout = TIMEOUT_MS } = {}) {
    return this.#load(waitUntil, () => {}, timeout);
  }

  /** Waits until `start` has led to another document, and until all of it or, with `domcontentloaded`, its markup is loaded. */
  async #load(waitUntil, start, timeout = TIMEOUT_MS) {
    const statuses = new Map();
    const record = (response) => statuses.set(response.url(), response.status());
    this.on('response', record);
    const before = await this.call(() => performance.timeOrigin, []);
    await this.run(start);
    const isLoaded = (before, states) =>
      performance.timeOrigin !== before && location.href !== 'about:blank' && states.includes(document.readyState);
    const end = Date.now() + timeout;
    const states = waitUntil === 'load' ? ['complete'] : ['interactive', 'complete'];
    while (!(await this.call(isLoaded, [before, states]).catch(() => false))) { // it throws while the document changes
      if (Date.now() > end) throw new Error(`No other page is loaded after ${timeout} ms.`);
      await pause(POLL_MS);
    }
    this.off('response', record);
    return { status: () => statuses.get(this.url()) };
  }

  /** Registers a function that runs before the scripts of each document. */
  async evaluateOnNewDocument(run, ...values) {
    this.scripts.push(`(${run})(...${JSON.stringify(values)})`);
  }

  /** Returns the page itself and its frames, those in shadow trees too, with their present URLs. Asynchronous, unlike puppeteer's. */
  async frames() {
    const elements = await this.run((driver) => driver.executeScript(`
      const find = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        [...(element.localName === 'iframe' ? [element] : []), ...(element.shadowRoot ? find(element.shadowRoot) : [])]);
      return find(document);`));
    const frames = elements.map((element) => new Frame(this, element));
    await Promise.all(frames.map((frame) => frame.call(() => 0, []).catch(() => {}))); // for the URLs
    return [this, ...frames];
  }

  /** Waits for a frame that the predicate accepts. */
  async waitForFrame(predicate, { timeout = TIMEOUT_MS } = {}) {
    for (const end = Date.now() + timeout; Date.now() < end; await pause(POLL_MS)) {
      const frame = (await this.frames()).find(predicate);
      if (frame) return frame;
    }
    throw new Error(`No such frame after ${timeout} ms.`);
  }

  mainFrame() {
    return this;
  }

  async offset() {
    return { x: 0, y: 0 };
  }

  async screenshot() {
    return Buffer.from(await this.run((driver) => driver.takeScreenshot()), 'base64');
  }

  /** Waits until the earlier errors of the page have arrived. A page whose policy forbids reports is not waited for. */
  async drain() {
    const text = String(Math.random());
    const arrived = new Promise((done) => {
      this.on('report', (report) => report === text && done());
      setTimeout(done, 300);
    });
    await this.evaluate(reportFrom(text));
    await arrived;
  }

  /** Makes the window the one that has the focus. */
  bringToFront() {
    return this.run(() => {});
  }

  isClosed() {
    return this.#closed;
  }

  async close() {
    await this.run((driver) => driver.close());
    this.#closed = true;
    this.#browser.forget(this);
  }
}
