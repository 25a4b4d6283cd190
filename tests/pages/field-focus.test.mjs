// Typing in the text fields. Messages, verdicts, links and hints around a field come and go with each letter; the field
// must stay the same element, with its focus, its caret and its text.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, nextFrames, openDetails } from './helpers.mjs';

/** An incident that is certain at any time of day; one that depends on it; and two services with an incident. */
const CERTAIN = 'redis/premium/?at=2026-11-21T14:37Z';
const POSSIBLE = 'redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z';
const STACK = 'stack/?services=postgresql.business,redis.startup';

/**
 * Typings in a field. `text` is typed into the empty field, or is there already (`prefilled`). Then each of `inserts` is
 * typed where `text` has a bar, and removed. `comeAndGo` lists elements around the field that appear or disappear meanwhile.
 */
const TYPINGS = {
  'the time of an incident': {
    id: 'at', path: 'redis/premium/', text: '2| h ago', inserts: ['0000', 'x'],
    comeAndGo: ['#at-message:empty', '#at[aria-invalid]', '.incident-verdict', '.time-left', '.incident-details dl',
      '.incident-details .export-button', '.incident-details > ul:last-child', '.ladder [data-part=incident-line]'],
  },
  'the time of an incident of which nothing is left': {
    id: 'at', path: 'redis/startup/', text: 'yesterday 1|:37', inserts: ['4', ' '],
    comeAndGo: ['#at-message:empty', '#at[aria-invalid]', '.incident-verdict', '.ladder [data-part=incident-line]'],
  },
  'the time of a restore': {
    id: 'restore', path: CERTAIN, text: '2026-12-1| 14:37', inserts: ['5', 'x'],
    comeAndGo: ['#restore-message:empty', '#restore[aria-invalid]', '.incident-verdict[data-verdict=certain]', '.incident-details > ul:last-child'],
  },
  'the time of day of backups': {
    id: 'hour', path: POSSIBLE, text: '2|:30', inserts: ['1', 'x'],
    comeAndGo: ['#hour-message:empty', '#hour[aria-invalid]', '.incident-verdict[data-verdict=possible]'],
  },
  'the time of day of backups, from the URL': {
    id: 'hour', path: `${POSSIBLE}&hour=02:30`, text: '0|2:30', prefilled: true, inserts: ['x'],
    comeAndGo: ['#hour-message:empty', '#hour[aria-invalid]', '.incident-verdict[data-verdict=possible]'],
  },
  'the day of a power-off': {
    id: 'off', path: 'redis/premium/', text: '10| days ago', inserts: ['00', 'x'],
    comeAndGo: ['#off-message:empty', '#off[aria-invalid]', '.countdown-headline:empty', '.countdown-headline[data-overdue]',
      '.countdown a[download]'],
  },
  'the day of a power-off, from the URL': {
    id: 'off', path: 'redis/premium/?off=2001-02-03', text: '2001|-02-03', prefilled: true, inserts: ['x'],
    comeAndGo: ['#off-message:empty', '#off[aria-invalid]', '.countdown-headline:empty', '.countdown-headline[data-overdue]'],
  },
  'the day of a deletion, which takes the power-off away': {
    id: 'deleted', path: '2026-03/mysql/premium/?off=2001-02-03', text: '10| days ago', inserts: ['00', 'x'],
    comeAndGo: ['#deleted-message:empty', '#deleted[aria-invalid]', '#off', '.disclosure:has(#deletion) a[download]'],
  },
  'the required window': {
    id: 'back', path: '?lose=1h', text: '1|4 days', inserts: ['00', 'x'],
    comeAndGo: ['#back-message:empty', '#back[aria-invalid]', '.plan-finder-caveats p', '.plan-offers a'],
  },
  'the required window, beside an answer': {
    id: 'back', path: 'postgresql/business/', text: '14| days', inserts: ['0', 'x'],
    comeAndGo: ['#back-message:empty', '#back[aria-invalid]', '.plan-finder-summary a', '.matrix a[data-unmet]', '.cell-tooltip'],
  },
  'the required window, from the URL': {
    id: 'back', path: 'stack/?back=14d', text: '14| days', prefilled: true, inserts: ['0', 'x'],
    comeAndGo: ['#back-message:empty', '#back[aria-invalid]', '.plan-finder-summary a', '.matrix a[data-unmet]', '.cell-tooltip'],
  },
  'the acceptable loss': {
    id: 'lose', path: '?back=14d', text: '1| h', inserts: ['2', 'x'],
    comeAndGo: ['#lose-message:empty', '#lose[aria-invalid]', '.plan-finder-caveats p'],
  },
  'the acceptable loss, beside an answer': {
    id: 'lose', path: 'opensearch/premium/', text: '1|2 hours', inserts: ['00', 'x'],
    comeAndGo: ['#lose-message:empty', '#lose[aria-invalid]', '.plan-finder-summary a', '.matrix a[data-unmet]', '.cell-tooltip'],
  },
  'the time of an incident of a stack': {
    id: 'at', path: STACK, text: '2| h ago', inserts: ['0000', 'x'],
    comeAndGo: ['#at-message:empty', '#at[aria-invalid]', '.stack-verdict b', '.stack-verdict dl', '.stack-incident > ul'],
  },
  'the time of the restore of a stack': {
    id: 'restore', path: `${STACK}&at=2026-11-21T14:37Z`, text: '2026-11-2| 14:37', inserts: ['2', 'x'],
    comeAndGo: ['#restore-message:empty', '#restore[aria-invalid]', '.stack-verdict[data-verdict=certain]'],
  },
};

/** Returns the state of a field, compared with the element that was kept. */
const stateOf = (page, id) => page.evaluate((id) => {
  const field = document.getElementById(id);
  const { value, selectionStart, selectionEnd } = field;
  return { isSame: field === window.__kept, focused: document.activeElement.id, value, selectionStart, selectionEnd };
}, id);

/** Focuses a field, opens the details around it, and sets the caret. Keeps the element that it is the first time. */
const focus = (page, id, caret) => page.evaluate(({ id, caret }) => {
  const field = document.getElementById(id);
  window.__kept ??= field;
  const details = field.closest('details');
  if (details) details.open = true;
  field.focus();
  field.setSelectionRange(caret, caret);
}, { id, caret });

/** Returns which of the elements are on the page. */
const present = (page, selectors) => page.evaluate((selectors) => selectors.filter((selector) => document.querySelector(selector)), selectors);

inBrowsers('typing in a field keeps the element, the focus, the caret and the text:', (test) => {
  for (const [name, { id, path, text, prefilled = false, inserts, comeAndGo }] of Object.entries(TYPINGS)) {
    test(name, async ({ visit }) => {
      const page = await visit(path);
      await openDetails(page);
      const snapshots = [await present(page, comeAndGo)];
      let [before, after] = text.split('|');

      /** Asserts that the field is the same, with its focus, its text, and the caret between `before` and `after`. */
      const check = async (what) => {
        const expected = { isSame: true, focused: id, value: before + after, selectionStart: before.length, selectionEnd: before.length };
        assert.deepEqual(await stateOf(page, id), expected, what);
        snapshots.push(await present(page, comeAndGo));
      };
      const press = async (key) => {
        await page.keyboard.press(key);
        await nextFrames(page);
        if (key === 'Backspace') before = before.slice(0, -1);
        else if (key === 'Delete') after = after.slice(1);
        else before += key;
        await check(`after ${key}`);
      };

      if (!prefilled) {
        const whole = before + after;
        [before, after] = ['', ''];
        await focus(page, id, 0);
        for (const letter of whole) await press(letter);
        [before, after] = text.split('|');
      }
      await focus(page, id, before.length);
      await check('in the middle of the text');
      for (const insert of inserts) {
        for (const letter of insert) await press(letter);
        for (const _ of insert) await press('Backspace');
      }
      await page.waitForFunction((id) => new URLSearchParams(location.search).has(id), { timeout: TIMEOUT_MS }, id);
      await nextFrames(page);
      await check('after the URL has followed');
      while (before) await press('Backspace');
      while (after) await press('Delete');
      await page.waitForFunction((id) => !new URLSearchParams(location.search).has(id), { timeout: TIMEOUT_MS }, id);
      await check('after the parameter is gone');

      const unmoved = comeAndGo.filter((selector) => new Set(snapshots.map((found) => found.includes(selector))).size < 2);
      assert.deepEqual(unmoved, [], 'elements that neither came nor went');
    });
  }
});
