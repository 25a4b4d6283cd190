// Documents of WebKit, of pages and of frames, with that part of puppeteer's interface which the tests use, on top of
// selenium-webdriver. What only pages have is in webkit-page.mjs.

import { EventEmitter } from 'node:events';

export const TIMEOUT_MS = 30_000;
export const POLL_MS = 15;

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
/** Waits for a promise; if that takes longer, calls `onLate` and fails with the message. */
export function inTime(promise, ms, message, onLate = () => {}) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => {
    onLate();
    reject(new Error(message));
  }, ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const parse = (json) => (json === null ? undefined : JSON.parse(json));

/**
 * Body of a script that calls a function, or runs a source text, and returns the URL of the document, the result as JSON
 * and the message of an error. A promise is left in the document, and its place there returned fourth: the driver never
 * answers a script that waits in a document which goes away.
 */
const startScript = (code) => `
  const settled = (value, error = null) => [location.href, JSON.stringify(value) ?? null, error];
  try {
    const value = ${typeof code === 'string' ? `(() => { ${code} })()` : `(${code})(...arguments)`};
    if (typeof value?.then !== 'function') return settled(value);
    const promises = (window.__webkitPromises ??= []);
    const place = promises.push(null) - 1;
    value.then((value) => (promises[place] = settled(value)), (error) => (promises[place] = settled(undefined, String(error))));
    return [location.href, null, null, place];
  } catch (error) { return settled(undefined, String(error)); }`;

/** Body of a script that returns what has become of a promise of `startScript`, null while it is pending. */
const SETTLED_SCRIPT = `const promises = window.__webkitPromises;
  return promises ? promises[arguments[0]] : [location.href, null, 'The document was replaced.'];`;

/** An element, as returned by `$` and `waitForSelector`. */
export class Handle {
  constructor(context, element) {
    Object.assign(this, { context, element });
  }

  evaluate(run, ...values) {
    return this.context.call(run, [this.element, ...values]);
  }

  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }
}

/** A document that scripts run in: that of a page, or that of a frame in it. */
export class Context extends EventEmitter {
  #url = 'about:blank';

  /** URL of the document when a script last ran in it. */
  url() {
    return this.#url;
  }

  /** Calls a function, or runs a source text, and returns what its result, or the promise that it returns, comes to. */
  async call(code, values) {
    let [url, json, error, place] = await this.run((driver) => driver.executeScript(startScript(code), ...values));
    while (place !== undefined) {
      await pause(POLL_MS);
      const settled = await this.run((driver) => driver.executeScript(SETTLED_SCRIPT, place));
      if (settled) [url, json, error, place] = settled;
    }
    this.#url = url;
    if (error !== null) throw new Error(error);
    return parse(json);
  }

  evaluate(code, ...values) {
    return this.call(code, values);
  }

  title() {
    return this.call(() => document.title, []);
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

  /** Waits until the function returns a true value. Errors are retried, as during a navigation. */
  async waitForFunction(run, { timeout = TIMEOUT_MS } = {}, ...values) {
    const end = Date.now() + timeout;
    for (;;) {
      const { value, error } = await this.call(run, values).then((value) => ({ value }), (error) => ({ error }));
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

  /** Scrolls to an element unless it is in view, and returns its center in the page. */
  async #centerOf(selector) {
    const center = await this.$eval(selector, (element) => {
      const boxOf = () => element.getClientRects()[0];
      if (!boxOf()) throw new Error('The element is not visible.');
      const inView = ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      if (!inView(boxOf())) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = boxOf();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const { x, y } = await this.offset();
    return { x: x + center.x, y: y + center.y };
  }

  async hover(selector) {
    const { x, y } = await this.#centerOf(selector);
    await this.mouse.move(x, y);
  }

  async click(selector, options) {
    const { x, y } = await this.#centerOf(selector);
    await this.mouse.click(x, y, options);
  }
}
