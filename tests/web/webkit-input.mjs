// Keyboard and mouse of a page in WebKit, with puppeteer's interface.

import { Key, Origin } from 'selenium-webdriver';

const KEYS = {
  ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL, Delete: Key.DELETE, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE, Home: Key.HOME, Shift: Key.SHIFT, Tab: Key.TAB,
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

export function keyboardOf(page) {
  const act = (add) => page.runFocused((driver) => add(driver.actions()).perform());
  return {
    press: (key) => act((actions) => actions.sendKeys(KEYS[key] ?? key)),
    type: (text) => act((actions) => actions.sendKeys(text)),
    down: (key) => act((actions) => actions.keyDown(KEYS[key] ?? key)),
    up: (key) => act((actions) => actions.keyUp(KEYS[key] ?? key)),
  };
}

export function mouseOf(page) {
  const act = (add) => page.run((driver) => add(driver.actions()).perform());
  const moveTo = (actions, x, y) => actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  return {
    move: (x, y) => act((actions) => moveTo(actions, x, y)),
    down: () => act((actions) => actions.press()),
    up: () => act((actions) => actions.release()),
    click: (x, y, { button = 'left' } = {}) => act((actions) => moveTo(actions, x, y).press(BUTTONS[button]).release(BUTTONS[button])),
  };
}
