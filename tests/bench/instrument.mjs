// Instrumentation that runs in the measured pages, ours and the plain one.
//
// Both pages have the same interface: the headline of the answer has the attribute `data-answer`, the root element gets
// `data-app-ready` when all links work in place, and the links of the matrix are `<a id="cell-SERVICE-PLAN">`.
//
// Metrics (milliseconds since navigation start):
// - **first contentful paint**: from the Paint Timing API.
// - **answer visible**: the first paint of a `[data-answer]` element with text, from Element Timing (`answerShown`). The
//   attribute that Element Timing needs is set in the microtask in which the element gets its text, before it can be painted.
//   Element Timing ignores elements far outside the viewport, so there is a fallback (`answerFrame`): the task after the first
//   frame in which the element has a layout, but not before the first contentful paint. If Element Timing fails for one page,
//   the fallback is used for both.
// - **app ready**: the time when `data-app-ready` is set.
// - **layout shift**: the largest session window of unexpected shifts (CLS of Web Vitals), from the start until `quiet` ms
//   after app ready, before any click.

/** Passed to `evaluateOnNewDocument`, so it must not use anything from the module scope. */
export function installInstrument(quiet) {
  if (window.top !== window) return;
  const times = { firstPaint: null, answerShown: null, answerFrame: null, ready: null };
  let shifts = [];

  const answerElement = () => document.querySelector('[data-answer]');
  const answerText = () => answerElement()?.textContent.trim() ?? '';
  const afterNextFrame = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const observe = (type, callback) =>
    new PerformanceObserver((list) => list.getEntries().forEach(callback)).observe({ type, buffered: true });

  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') times.firstPaint = entry.startTime;
  });
  observe('element', (entry) => {
    if (entry.identifier === 'bench-answer') times.answerShown ??= entry.renderTime;
  });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) shifts.push({ at: entry.startTime, value: entry.value });
  });

  const checkLayout = () =>
    requestAnimationFrame(() => {
      if (!answerText() || answerElement().getClientRects().length === 0) return checkLayout();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (times.answerFrame = performance.now());
      port2.postMessage(null);
    });

  const answerObserver = new MutationObserver(() => {
    if (!answerText()) return;
    answerObserver.disconnect();
    answerElement().setAttribute('elementtiming', 'bench-answer');
    checkLayout();
  });
  answerObserver.observe(document, { childList: true, characterData: true, subtree: true });

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
    const readyObserver = new MutationObserver(() => {
      if (!document.documentElement?.hasAttribute('data-app-ready')) return;
      readyObserver.disconnect();
      times.ready = performance.now();
      const finish = () => {
        if (times.firstPaint === null || times.answerFrame === null) return void setTimeout(finish, 100);
        resolve({ ...times, answerFrame: Math.max(times.answerFrame, times.firstPaint), layoutShift: layoutShift() });
      };
      setTimeout(finish, quiet);
    });
    readyObserver.observe(document, { attributeFilter: ['data-app-ready'], subtree: true });
  });

  /**
   * Clicks one link of the matrix. `laidOut`: time until the answer's text has changed and a layout was forced, in the
   * microtask of the change, without waiting for a frame. `painted`: time until the task after the next frame, which
   * includes up to one frame of random waiting.
   */
  const measureClick = (id, timeout) =>
    new Promise((resolve) => {
      const link = document.getElementById(id);
      if (!link) return resolve({ problem: `#${id} is missing` });
      const before = answerText();
      const giveUp = setTimeout(() => {
        textObserver.disconnect();
        resolve({ problem: `a click on #${id} did not change the answer "${before}"` });
      }, timeout);
      const textObserver = new MutationObserver(() => {
        const text = answerText();
        if (!text || text === before) return;
        answerElement().getBoundingClientRect();
        const laidOut = performance.now() - start;
        textObserver.disconnect();
        clearTimeout(giveUp);
        afterNextFrame(() => resolve({ laidOut, painted: performance.now() - start }));
      });
      textObserver.observe(document, { childList: true, characterData: true, subtree: true });
      const start = performance.now();
      link.click();
    });

  /** Clicks all links in turn, with a pause in between, so that the measurements are independent. */
  const measureClicks = async (ids, pause, timeout) => {
    const results = [];
    for (const id of ids) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      results.push(await measureClick(id, timeout));
    }
    return results;
  };

  window.__bench = { settled, measureClicks };
}
