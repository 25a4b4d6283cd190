// Formats the results of the benchmark.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Duration of a frame at 60 Hz, in milliseconds. */
export const FRAME_MS = 1000 / 60;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const formatInteger = (value) => Math.round(value).toLocaleString('en-GB');
const formatTenths = (value) => value.toFixed(1);
const ROWS = [
  ['bytes until app ready', (v) => [v.bytes], formatInteger],
  ['requests until app ready', (v) => [v.requests], formatInteger],
  ['first contentful paint, ms', (v) => [v.firstPaint], formatInteger],
  ['answer visible, ms', (v, clock) => [v[clock]], formatInteger],
  ['app ready, ms', (v) => [v.ready], formatInteger],
  ['selection to new answer laid out, ms', (v) => v.laidOut, formatTenths],
  ['selection to new answer painted, ms', (v) => v.painted, formatTenths],
  ['cumulative layout shift', (v) => [v.layoutShift], (value) => value.toFixed(4)],
];

/** Returns the table of all metrics: medians of ours and plain, their ratio, and both ranges. */
export function timingTable(ours, plain) {
  const shown = [...ours, ...plain].every((v) => v.answerShown > 0);
  const clock = shown ? 'answerShown' : 'answerFrame';
  const rows = ROWS.map(([name, select, format]) => {
    const [a, b] = [ours, plain].map((visits) => visits.flatMap((v) => select(v, clock)));
    const ratio = median(b) > 0 ? (median(a) / median(b)).toFixed(2) : median(a) > 0 ? 'plain is 0' : 'both 0';
    const range = (values) => `${format(Math.min(...values))} .. ${format(Math.max(...values))}`;
    return [name, format(median(a)), format(median(b)), ratio, range(a), range(b)];
  });
  const clockNote = shown
    ? 'Answer visible: first frame that shows the answer (Element Timing).'
    : 'Answer visible: first frame with a layout of the answer (Element Timing did not report every load).';
  return `${table(['median of', 'ours', 'plain', 'ours / plain', 'ours, range', 'plain, range'], rows)}\n\n${clockNote}`;
}

/** Returns the table of files in `dir` that `filter` accepts, with sizes at brotli 11, largest first, and their sum. */
export function sizeTable(dir, title, filter) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && filter(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(dir, path), raw: readFileSync(path) }))
    .map(({ path, raw }) => ({ path, raw: raw.length, compressed: brotli(raw) }))
    .sort((a, b) => b.compressed - a.compressed);
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  const rows = files.map((file) => [file.path, formatInteger(file.compressed), formatInteger(file.raw)]);
  return table([title, 'brotli 11', 'raw'], [...rows, ['sum', formatInteger(sum('compressed')), formatInteger(sum('raw'))]]);
}

function brotli(raw) {
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  }).length;
}

/** Returns a Markdown table: first column left-aligned, others right-aligned. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
