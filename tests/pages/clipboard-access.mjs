// What is on the clipboard, for tests of pages that copy. In Firefox they need the preference in `CLIPBOARD`.

/** Setting of `inBrowsers`. */
export const CLIPBOARD = { extraPrefsFirefox: { 'dom.events.testing.asyncClipboard': true } };

/** Fills the clipboard, and in Chromium allows the site to use it. */
export async function fillClipboard(page, { browser, site, kind }, text) {
  if (kind === 'webkit') return inTextarea(browser, (blank) => blank.keyboard.type(text), 'c');
  if (kind === 'chromium') {
    await browser.defaultBrowserContext().overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  }
  return page.evaluate((text) => navigator.clipboard.writeText(text), text);
}

/** Returns the text on the clipboard. */
export async function readClipboard(page, { browser, kind }) {
  if (kind === 'webkit') return inTextarea(browser, () => {}, 'v');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** WebKit keeps the clipboard from scripts, not from the user: selects what is in the text area of an empty page, presses a key with Ctrl. */
async function inTextarea(browser, fill, key) {
  const blank = await browser.newPage();
  await blank.evaluate(() => void document.body.append(document.createElement('textarea')));
  await blank.focus('textarea');
  await fill(blank);
  await blank.keyboard.down('Control');
  for (const pressed of ['a', key]) await blank.keyboard.press(pressed);
  await blank.keyboard.up('Control');
  const text = await blank.$eval('textarea', ({ value }) => value);
  await blank.close();
  return text;
}
