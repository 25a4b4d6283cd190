// Launches the browsers of the tests, each with a fresh profile. Chromium and Firefox are driven by puppeteer, WebKit by
// webkit.mjs with the part of puppeteer's interface that the tests use:
//
//   const browser = await launch('firefox', { width: 320, colorScheme: 'dark' });
//   const page = await browser.newPage();
//   await browser.close();

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { LOCALE, launchWebkit } from './webkit.mjs';

const BROWSERS = {
  chromium: { variable: 'CHROMIUM', names: ['/usr/bin/chromium', 'chromium'], open: chromium },
  firefox: { variable: 'FIREFOX', names: ['/usr/bin/firefox-esr', 'firefox-esr', 'firefox'], open: firefox },
  webkit: { variable: 'WEBKIT_DRIVER', names: ['/usr/bin/WebKitWebDriver', 'WebKitWebDriver'] },
};
/** The virtual screen for WebKit, which has no mode without one. */
const SCREEN = { variable: 'XVFB', names: ['/usr/bin/Xvfb', 'Xvfb'] };

/** Browsers that the tests run in, or those that BROWSERS= lists. In WebKit a part of the tests runs: see the Makefile. */
export const KINDS = (process.env.BROWSERS || 'chromium,firefox').split(',');

/**
 * Returns why the tests in a browser are skipped, else false: only root can install WebKit with its screen and its locales,
 * so its tests do without. A program that a variable names must be there. Tests with settings that WebKit lacks are skipped, too.
 */
export function reasonToSkip(kind, { locale = LOCALE, ...settings } = {}) {
  if (kind !== 'webkit') return false;
  const missing = ['javascript', 'reducedMotion', 'forcedColors'].find((name) => name in settings);
  if (missing) return `WebKit's driver has no setting for ${missing}`;
  if (process.env[BROWSERS.webkit.variable] || process.env[SCREEN.variable]) return false;
  try {
    executable(kind);
    find('Xvfb', SCREEN);
  } catch (error) {
    return error.message;
  }
  const plain = (name) => name.toLowerCase().replace('utf-8', 'utf8');
  const installed = spawnSync('locale', ['-a']).stdout?.toString().split('\n').map(plain) ?? [];
  return !installed.includes(plain(locale)) && `the locale ${locale} is not installed`;
}

/**
 * Launches a browser; close it with `browser.close()`. The options apply to every page of `browser.newPage()`: in Firefox
 * some are preferences of the whole browser, so there is one set per browser.
 *
 * - `width`, `height`: viewport size in CSS pixels
 * - `javascript: false`: disables scripts of pages (`page.evaluate` still works)
 * - `colorScheme`: 'light' | 'dark'; `reducedMotion`: boolean; `forcedColors`: boolean. Default: the browser's
 * - `timeZone`: an IANA name like Asia/Kolkata. Default: the system's
 * - `extraPrefsFirefox`, `args`: passed to puppeteer
 *
 * WebKit supports some of them, and others of its own: see `launchWebkit`.
 */
export async function launch(kind, options = {}) {
  const found = BROWSERS[kind];
  if (!found) throw new Error(`Unknown browser "${kind}", expected one of ${Object.keys(BROWSERS).join(', ')}.`);
  const settings = { width: 1280, height: 800, javascript: true, args: [], ...options };
  if (kind === 'webkit') return launchWebkit({ ...settings, driver: executable(kind), screen: find('Xvfb', SCREEN) });
  const { launchOptions, prepare } = found.open(settings);
  const browser = await puppeteer.launch({
    headless: true,
    timeout: 120_000, // for a busy machine with two cores
    protocolTimeout: 120_000,
    defaultViewport: null,
    env: settings.timeZone ? { ...process.env, TZ: settings.timeZone } : process.env,
    executablePath: executable(kind),
    ...launchOptions, // no userDataDir: puppeteer creates a fresh one and removes it on close
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (...args) => {
    const page = await newPage(...args);
    await page.setViewport({ width: settings.width, height: settings.height });
    await prepare(page);
    return page;
  };
  return browser;
}

/** Returns the path of the browser: from the environment variable, else from the usual locations. */
export const executable = (kind) => find(kind, BROWSERS[kind]);

function find(kind, { variable, names }) {
  const configured = process.env[variable];
  const candidates = (configured ? [configured] : names).flatMap((name) =>
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
  throw new Error(configured
    ? `${variable}=${configured} is not an executable.`
    : `${kind} is not installed. Run "make setup-test", or set ${variable}= to its path.`);
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
      // puppeteer's emulateMediaFeatures does not support forced-colors, so use the protocol directly.
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
    async prepare() {}, // all options are preferences of the whole browser
  };
}
