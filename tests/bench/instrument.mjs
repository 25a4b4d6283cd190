// What runs inside the measured page, ours and the plain one alike.
//
// Both pages keep one contract: the headline of the answer carries `data-answer`, the root element gets `data-app-ready` once
// every link works in place, and the matrix's links are `<a id="cell-SERVICE-PLAN">`. So one script measures both.
//
// Definitions (milliseconds since navigation start):
// - **first contentful paint**: the browser's own paint timing.
// - **answer visible**: the first paint in which a `[data-answer]` element with text is on the page. Element Timing says when
//   that frame was shown (`answerShown`); the attribute it needs is set here in the microtask in which the element gets its
//   text, that is before it can be painted. Element Timing is blind to what is far outside the viewport, so there is a second
//   clock: the first frame that finds the element laid out, taken in the task after that frame (`answerFrame`), and never
//   earlier than the first contentful paint. A run uses the second clock for both pages if the first failed for either.
// - **live**: the moment `data-app-ready` appears.
// - **layout shift**: the largest session window of unexpected shifts, as Web Vitals counts it, from the start until the page
//   has been live for `quiet` ms, before anything is clicked.

/** Passed to `evaluateOnNewDocument`, so it must not refer to anything outside itself. */
export function installInstrument(quiet) {
  if (window.top !== window) return;
  const times = { firstPaint: null, answerShown: null, answerFrame: null, live: null };
  let shifts = [];

  const answerElement = () => document.querySelector('[data-answer]');
  const answerText = () => answerElement()?.textContent.trim() ?? '';
  const afterNextFrame = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });

  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') times.firstPaint = entry.startTime;
  });
  observe('element', (entry) => {
    if (entry.identifier === 'bench-answer') times.answerShown ??= entry.renderTime;
  });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) shifts.push({ at: entry.startTime, value: entry.value });
  });

  const untilLaidOut = () =>
    requestAnimationFrame(() => {
      if (!answerText() || answerElement().getClientRects().length === 0) return untilLaidOut();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (times.answerFrame = performance.now());
      port2.postMessage(null);
    });

  const seek = new MutationObserver(() => {
    if (!answerText()) return;
    seek.disconnect();
    answerElement().setAttribute('elementtiming', 'bench-answer');
    untilLaidOut();
  });
  seek.observe(document, { childList: true, characterData: true, subtree: true });

  const layoutShift = () => {
    let worst = 0;
    let window = { start: -Infinity, end: -Infinity, sum: 0 };
    for (const { at, value } of shifts) {
      if (at - window.end > 1000 || at - window.start > 5000) window = { start: at, end: at, sum: 0 };
      window.end = at;
      window.sum += value;
      worst = Math.max(worst, window.sum);
    }
    return worst;
  };

  const settled = new Promise((resolve) => {
    const wait = new MutationObserver(() => {
      if (!document.documentElement?.hasAttribute('data-app-ready')) return;
      wait.disconnect();
      times.live = performance.now();
      const finish = () => {
        if (times.firstPaint === null || times.answerFrame === null) return void setTimeout(finish, 100);
        resolve({ ...times, answerFrame: Math.max(times.answerFrame, times.firstPaint), layoutShift: layoutShift() });
      };
      setTimeout(finish, quiet);
    });
    wait.observe(document, { attributeFilter: ['data-app-ready'], subtree: true });
  });

  /**
   * Clicks one link of the matrix. `laidOut`: until the answer's text has changed and the layout of the new page was forced,
   * in the very microtask of the change, so no waiting for a frame is in it. `painted`: until the task after the next frame,
   * what a person waits for; it holds up to one frame of waiting by chance.
   */
  const change = (id, timeout) =>
    new Promise((resolve) => {
      const link = document.getElementById(id);
      if (!link) return resolve({ problem: `there is no #${id}` });
      const before = answerText();
      const giveUp = setTimeout(() => {
        changed.disconnect();
        resolve({ problem: `#${id} left the answer as it was: "${before}"` });
      }, timeout);
      const changed = new MutationObserver(() => {
        const text = answerText();
        if (!text || text === before) return;
        answerElement().getBoundingClientRect();
        const laidOut = performance.now() - start;
        changed.disconnect();
        clearTimeout(giveUp);
        afterNextFrame(() => resolve({ laidOut, painted: performance.now() - start }));
      });
      changed.observe(document, { childList: true, characterData: true, subtree: true });
      const start = performance.now();
      link.click();
    });

  /** All changes in turn, with a pause between them so that none pays for the one before. */
  const changes = async (ids, pause, timeout) => {
    const results = [];
    for (const id of ids) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      results.push(await change(id, timeout));
    }
    return results;
  };

  window.__bench = { settled, changes };
}
