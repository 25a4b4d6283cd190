// Opens the two browsers of the page tests, each with a fresh profile, so that a test is three lines:
//
//   const browser = await launch('firefox', { width: 320, colorScheme: 'dark' });
//   const page = await browser.newPage();
//   await browser.close();

import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const BROWSERS = {
  chromium: { variable: 'CHROMIUM', names: ['/usr/bin/chromium', 'chromium'], open: chromium },
  firefox: { variable: 'FIREFOX', names: ['/usr/bin/firefox-esr', 'firefox-esr', 'firefox'], open: firefox },
};

/** The kinds of browser that the page tests run in. */
export const KINDS = Object.keys(BROWSERS);

/**
 * Starts a browser; close it with `browser.close()`. Every page of `browser.newPage()` has the asked-for settings.
 * Some hold for the whole browser in Firefox (as preferences) and for each page in Chromium, so one browser has one set of them.
 *
 * - `width`, `height`: the size of the page in CSS pixels
 * - `javascript: false`: the pages' scripts are off (the test's own `page.evaluate` still works)
 * - `colorScheme`: 'light' | 'dark'; `reducedMotion`: boolean; `forcedColors`: boolean. Left out: as the browser comes
 * - `timeZone`: a name like Asia/Kolkata. Left out: the machine's
 * - `extraPrefsFirefox`, `args`: passed on as they are
 */
export async function launch(kind, options = {}) {
  const found = BROWSERS[kind];
  if (!found) throw new Error(`There is no browser "${kind}": it is one of ${KINDS.join(', ')}.`);
  const settings = { width: 1280, height: 800, javascript: true, args: [], ...options };
  const { launchOptions, prepare } = found.open(settings);
  const browser = await puppeteer.launch({
    headless: true,
    timeout: 120_000, // a busy machine of two cores
    protocolTimeout: 120_000,
    defaultViewport: null,
    env: settings.timeZone ? { ...process.env, TZ: settings.timeZone } : process.env,
    executablePath: executable(kind),
    ...launchOptions, // no userDataDir: puppeteer then makes a fresh one and removes it on close
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (...more) => {
    const page = await newPage(...more);
    await page.setViewport({ width: settings.width, height: settings.height });
    await prepare(page);
    return page;
  };
  return browser;
}

/** Where the browser is: the environment's word first, then the usual places. */
export function executable(kind) {
  const { variable, names } = BROWSERS[kind];
  const asked = process.env[variable];
  const candidates = (asked ? [asked] : names).flatMap((name) =>
    isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
  const path = candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (path) return path;
  throw new Error(asked
    ? `${variable}=${asked} is no program that can be run.`
    : `There is no ${kind} here. The command "make test-tools" installs what the page tests need; ${variable}= names one elsewhere.`);
}

function chromium({ javascript, colorScheme, reducedMotion, forcedColors, args }) {
  const features = [];
  if (colorScheme) features.push({ name: 'prefers-color-scheme', value: colorScheme });
  if (reducedMotion !== undefined) features.push({ name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' });
  if (forcedColors !== undefined) features.push({ name: 'forced-colors', value: forcedColors ? 'active' : 'none' });
  return {
    launchOptions: {
      browser: 'chrome',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', ...args],
    },
    async prepare(page) {
      if (!javascript) await page.setJavaScriptEnabled(false);
      if (!features.length) return;
      // puppeteer's emulateMediaFeatures knows nothing of forced colours, so the protocol is spoken to
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features });
    },
  };
}

function firefox({ javascript, colorScheme, reducedMotion, forcedColors, extraPrefsFirefox = {}, args }) {
  const prefs = {};
  if (!javascript) prefs['javascript.enabled'] = false;
  if (colorScheme) prefs['layout.css.prefers-color-scheme.content-override'] = colorScheme === 'dark' ? 0 : 1;
  if (reducedMotion !== undefined) prefs['ui.prefersReducedMotion'] = reducedMotion ? 1 : 0;
  if (forcedColors !== undefined) prefs['browser.display.document_color_use'] = forcedColors ? 2 : 1;
  return {
    launchOptions: { browser: 'firefox', extraPrefsFirefox: { ...prefs, ...extraPrefsFirefox }, args },
    async prepare() {}, // everything is a preference of the whole browser
  };
}
