// The HTTP proxy of WebKit in the tests. WebDriver has no events for requests and for the console, and cannot run a script
// before those of a page. The proxy reports each response, and puts scripts first into documents.

import { createServer, request as send } from 'node:http';

/** Path, on any host, that documents post their errors to. */
const REPORT_PATH = '/.webkit-report';

/** Runs in the page. Posts messages to the console and uncaught errors to the proxy. */
function reportErrors(path) {
  const report = (type, text) => navigator.sendBeacon(path, JSON.stringify({ type, text: text.slice(0, 5000) }));
  for (const type of ['error', 'warn', 'info', 'log', 'assert']) {
    const original = console[type];
    console[type] = (...values) => {
      original.apply(console, values);
      if (type !== 'assert' || !values[0]) report(type, values.map(String).join(' '));
    };
  }
  addEventListener('error', ({ message }) => message && report('pageerror', message));
  addEventListener('unhandledrejection', ({ reason }) => report('pageerror', String(reason)));
}

const scriptTag = (source) => `<script>${source.replaceAll('</script', '<\\/script')};document.currentScript.remove()</script>`;

/**
 * Starts the proxy. `scripts()` returns the sources of the scripts for the next document; `emit(event, value)` receives
 * puppeteer's events `console`, `pageerror`, `request`, `response` and `requestfailed`, and `report` for other reports.
 * A policy in the headers of a document (not in a meta element) may forbid the scripts.
 */
export async function startProxy({ scripts, emit }) {
  const server = createServer((request, response) => {
    const { url, method, headers } = request;
    if (new URL(url).pathname === REPORT_PATH) return receiveReport(request, response, emit);
    const isDocument = /^(document|iframe)$/.test(headers['sec-fetch-dest']);
    emit('request', { url: () => url, method: () => method });

    const forwarded = send(url, { method, headers: { ...headers, 'accept-encoding': 'identity' } }, (answer) => {
      emit('response', { url: () => url, status: () => answer.statusCode });
      if (!isDocument || !/^text\/html/.test(answer.headers['content-type'])) {
        response.writeHead(answer.statusCode, answer.headers);
        return answer.pipe(response);
      }
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
        const injected = [`(${reportErrors})(${JSON.stringify(REPORT_PATH)})`, ...scripts()].map(scriptTag).join('');
        const html = Buffer.concat(chunks).toString().replace(/<head[^>]*>|<!doctype html>(?![^]*<head)/i, (start) => start + injected);
        response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': Buffer.byteLength(html) }).end(html);
      });
    });
    forwarded.on('error', ({ message }) => {
      if (response.destroyed) return; // navigation aborts pending requests
      emit('requestfailed', { url: () => url, failure: () => ({ errorText: message }) });
      response.writeHead(502).end();
    });
    response.on('close', () => forwarded.destroy());
    return request.pipe(forwarded);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { address: `127.0.0.1:${server.address().port}`, close };
}

/** Emits the event for a report of `reportErrors`, or of `reportFrom`. */
function receiveReport(request, response, emit) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    response.writeHead(204).end();
    const { type, text } = JSON.parse(Buffer.concat(chunks));
    if (type === 'report') emit('report', text);
    else if (type === 'pageerror') emit('pageerror', new Error(text));
    else emit('console', { type: () => type, text: () => text, location: () => ({ url: request.headers.referer }) });
  });
}

/** Returns the source of an expression, for a page, that reports a text. Reports arrive in order. */
export const reportFrom = (text) => `navigator.sendBeacon(${JSON.stringify(REPORT_PATH)}, ${JSON.stringify(JSON.stringify({ type: 'report', text }))})`;
