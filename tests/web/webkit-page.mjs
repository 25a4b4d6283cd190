// Pages of WebKit with that part of puppeteer's interface which the tests use, on top of selenium-webdriver.

import { EventEmitter } from 'node:events';
import { Key, Origin } from 'selenium-webdriver';
import { framedUrl, reportFrom } from './webkit-proxy.mjs';

/** Width in CSS pixels that a window of MiniBrowser has at least. */
export const MIN_WIDTH = 447;

const TIMEOUT_MS = 30_000;
const POLL_MS = 15;
const KEYS = {
  ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL, Delete: Key.DELETE, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE, Home: Key.HOME, Shift: Key.SHIFT, Tab: Key.TAB,
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const parse = (json) => (json === null ? undefined : JSON.parse(json));

/**
 * Body of a script that calls a function, or runs a source text, and returns the URL of the document, the result as JSON
 * and the message of an error. `arguments` holds the arguments of the function.
 */
const syncScript = (code) => `try { return [location.href, JSON.stringify((${code})(...arguments)) ?? null, null]; }
  catch (error) { return [location.href, null, String(error)]; }`;

/** Like `syncScript`, also for asynchronous code. The last argument is a callback. */
const asyncScript = (code) => `const values = [...arguments], done = values.pop();
  (async () => ${typeof code === 'string' ? `{ ${code} }` : `(${code})(...values)`})().then(
    (value) => done([location.href, JSON.stringify(value) ?? null, null]), (error) => done([location.href, null, String(error)]));`;

/** An element, as returned by `$` and `waitForSelector`. */
class Handle {
  constructor(context, element) {
    Object.assign(this, { context, element });
  }

  evaluate(run, ...values) {
    return this.context.call(run, [this.element, ...values]);
  }
}

/** A document that scripts run in: that of a page, or that of a frame in it. */
class Context extends EventEmitter {
  #url = 'about:blank';

  /** URL of the document when a script last ran in it. */
  url() {
    return this.#url;
  }

  async #receive(action) {
    const [url, json, error] = await this.run(action);
    this.#url = url;
    if (error !== null) throw new Error(error);
    return parse(json);
  }

  call(code, values) {
    return this.#receive((driver) => driver.executeAsyncScript(asyncScript(code), ...values));
  }

  /** Calls a synchronous function. Unlike the result of `call`, its result cannot get lost if the document is about to be replaced. */
  callSync(run, values) {
    return this.#receive((driver) => driver.executeScript(syncScript(run), ...values));
  }

  evaluate(code, ...values) {
    return this.call(code, values);
  }

  title() {
    return this.callSync(() => document.title, []);
  }

  /** Runs `run(element, ...values)` with the first element; throws if there is none. */
  async $eval(selector, run, ...values) {
    const handle = await this.$(selector);
    if (!handle) throw new Error(`No element matches ${selector}.`);
    return handle.evaluate(run, ...values);
  }

  $$eval(selector, run, ...values) {
    // The function is part of the source, because arguments are data.
    const source = `return (${run})([...document.querySelectorAll(${JSON.stringify(selector)})], ...${JSON.stringify(values)});`;
    return this.evaluate(source);
  }

  async $$(selector) {
    const elements = await this.run((driver) => driver.executeScript('return [...document.querySelectorAll(arguments[0])]', selector));
    return elements.map((element) => new Handle(this, element));
  }

  async $(selector) {
    const element = await this.run((driver) => driver.executeScript('return document.querySelector(arguments[0])', selector));
    return element && new Handle(this, element);
  }

  /** Waits until the synchronous function returns a true value. Errors are retried, as during a navigation. */
  async waitForFunction(run, { timeout = TIMEOUT_MS } = {}, ...values) {
    const end = Date.now() + timeout;
    for (;;) {
      const { value, error } = await this.callSync(run, values).then((value) => ({ value }), (error) => ({ error }));
      if (value) return value;
      if (Date.now() > end) throw new Error(`Waiting failed: ${timeout} ms exceeded.`, { cause: error });
      await pause(POLL_MS);
    }
  }

  async waitForSelector(selector, options) {
    await this.waitForFunction((selector) => document.querySelector(selector) !== null, options, selector);
    return this.$(selector);
  }

  async focus(selector) {
    await this.$eval(selector, (element) => element.focus());
  }

  async type(selector, text) {
    await this.focus(selector);
    await this.keyboard.type(text);
  }

  async select(selector, value) {
    await this.$eval(selector, (element, value) => {
      element.value = value;
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    }, value);
  }

  /** Scrolls to an element unless it is in view, and returns its center. */
  #centerOf(selector) {
    return this.$eval(selector, (element) => {
      const boxOf = () => element.getClientRects()[0];
      if (!boxOf()) throw new Error('The element is not visible.');
      const inView = ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      if (!inView(boxOf())) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = boxOf();
      return { x: left + width / 2, y: top + height / 2 };
    });
  }

  async hover(selector) {
    const { x, y } = await this.#centerOf(selector);
    await this.mouse.move(x, y);
  }

  async click(selector, options) {
    const { x, y } = await this.#centerOf(selector);
    await this.mouse.click(x, y, options);
  }

  keyboard = {
    press: (key) => this.#act((actions) => actions.sendKeys(KEYS[key] ?? key)),
    type: (text) => this.#act((actions) => actions.sendKeys(text)),
    down: (key) => this.#act((actions) => actions.keyDown(KEYS[key] ?? key)),
    up: (key) => this.#act((actions) => actions.keyUp(KEYS[key] ?? key)),
  };

  mouse = {
    move: (x, y) => this.#act((actions) => moveTo(actions, x, y)),
    click: (x, y, { button = 'left' } = {}) => this.#act((actions) => moveTo(actions, x, y).press(BUTTONS[button]).release(BUTTONS[button])),
  };

  #act(add) {
    return this.run((driver) => add(driver.actions()).perform());
  }
}

const moveTo = (actions, x, y) => actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });

/** A frame in a page. */
class Frame extends Context {
  constructor(page, element) {
    super();
    Object.assign(this, { page, element });
  }

  /** Runs an action of the driver in the frame. */
  run(action) {
    return this.page.run(async (driver) => {
      await driver.switchTo().frame(this.element);
      return action(driver).finally(() => this.page.enter(driver));
    });
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
  /** Size of the frame that shows the next document, if the window cannot be as narrow. */
  #frameSize = null;
  /** Whether the present document is in a frame. */
  #framed = false;
  /** Sources of the scripts that run before those of the page. */
  scripts = [];

  constructor(browser, handle) {
    super();
    this.#browser = browser;
    this.#handle = handle;
  }

  /** Runs an action of the driver in the window, after all earlier ones of any window. */
  run(action) {
    if (this.#closed) throw new Error('The page is closed.');
    return this.#browser.run(this, async (driver, isCurrent) => {
      if (!isCurrent) {
        await driver.switchTo().window(this.#handle);
        await this.enter(driver);
      }
      return action(driver);
    });
  }

  /** Switches to the document of the page: that of its window, or that of its frame. */
  async enter(driver) {
    await driver.switchTo().defaultContent();
    if (this.#framed) await driver.switchTo().frame(0);
  }

  /** Sets the size of the viewport. If the window cannot be as narrow, it shows pages in a frame, or stays wider. */
  async setViewport({ width, height }) {
    const framed = width < MIN_WIDTH && this.#browser.settings.framed;
    this.#frameSize = framed ? { width, height } : null;
    const wanted = framed ? { width: 800, height: height + 100 } : { width: Math.max(width, MIN_WIDTH), height };
    const [extraWidth, extraHeight] = await this.#inWindow('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.run((driver) => driver.manage().window().setRect({ x: 0, y: 0, width: wanted.width + extraWidth, height: wanted.height + extraHeight }));
    for (let size = []; size[0] !== wanted.width || size[1] !== wanted.height; await pause(POLL_MS)) {
      size = await this.#inWindow('return [innerWidth, innerHeight]');
    }
  }

  #inWindow(script) {
    return this.run(async (driver) => {
      await driver.switchTo().defaultContent();
      return driver.executeScript(script).finally(() => this.enter(driver));
    });
  }

  /** Loads a page, up to the end of its markup. */
  async goto(url) {
    await this.#load('domcontentloaded', async (driver) => {
      await driver.get(this.#frameSize ? framedUrl(url, this.#frameSize) : url);
      this.#framed = this.#frameSize !== null;
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
    const before = await this.callSync(() => performance.timeOrigin, []);
    await this.run(start);
    const isLoaded = (before, states) =>
      performance.timeOrigin !== before && location.href !== 'about:blank' && states.includes(document.readyState);
    const end = Date.now() + timeout;
    const states = waitUntil === 'load' ? ['complete'] : ['interactive', 'complete'];
    while (!(await this.#enteredEvaluate(isLoaded, before, states))) {
      if (Date.now() > end) throw new Error(`No other page is loaded after ${timeout} ms.`);
      await pause(POLL_MS);
    }
    this.off('response', record);
    return { status: () => statuses.get(this.url()) };
  }

  /** Evaluates a function in the present document, also if it is another one than before; false if it is just changing. */
  async #enteredEvaluate(run, ...values) {
    try {
      if (this.#framed) await this.run((driver) => this.enter(driver));
      return await this.callSync(run, values);
    } catch {
      return false;
    }
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
    await Promise.all(frames.map((frame) => frame.callSync(() => 0, []).catch(() => {}))); // for the URLs
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

  isClosed() {
    return this.#closed;
  }

  async close() {
    await this.run((driver) => driver.close());
    this.#closed = true;
    this.#browser.forget(this);
  }
}
