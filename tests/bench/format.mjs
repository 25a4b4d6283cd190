// From raw figures to what is printed.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Milliseconds of a frame at 60 a second. */
export const frame = 1000 / 60;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const whole = (value) => Math.round(value).toLocaleString('en-GB');
const tenths = (value) => value.toFixed(1);
const ROWS = [
  ['bytes until live', (v) => [v.bytes], whole],
  ['requests until live', (v) => [v.requests], whole],
  ['first contentful paint, ms', (v) => [v.firstPaint], whole],
  ['answer visible, ms', (v, clock) => [v[clock]], whole],
  ['live (app mounted), ms', (v) => [v.live], whole],
  ['selection to new answer laid out, ms', (v) => v.laidOut, tenths],
  ['selection to new answer painted, ms', (v) => v.painted, tenths],
  ['cumulative layout shift', (v) => [v.layoutShift], (value) => value.toFixed(4)],
];

/** The table: each figure's median, ours and plain, their ratio, and the range in which ours and plain lay. */
export function figures(ours, plain) {
  const shown = [...ours, ...plain].every((v) => v.answerShown > 0);
  const clock = shown ? 'answerShown' : 'answerFrame';
  const rows = ROWS.map(([name, pick, format]) => {
    const [a, b] = [ours, plain].map((visits) => visits.flatMap((v) => pick(v, clock)));
    const ratio = median(b) > 0 ? (median(a) / median(b)).toFixed(2) : median(a) > 0 ? 'plain is 0' : 'both 0';
    const range = (values) => `${format(Math.min(...values))} .. ${format(Math.max(...values))}`;
    return [name, format(median(a)), format(median(b)), ratio, range(a), range(b)];
  });
  const clockNote = shown
    ? 'Answer visible: when the browser showed the first frame with the answer in it (Element Timing).'
    : 'Answer visible: first frame with the answer laid out (Element Timing did not report it in every load).';
  return `${table(['median of', 'ours', 'plain', 'ours / plain', 'ours, range', 'plain, range'], rows)}\n\n${clockNote}`;
}

/** Sizes of every file under `dir` that `wanted` accepts, brotli 11, largest first, and their sum. */
export function sizes(dir, title, wanted) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(dir, path), raw: readFileSync(path) }))
    .map(({ path, raw }) => ({ path, raw: raw.length, small: brotli(raw) }))
    .sort((a, b) => b.small - a.small);
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  const rows = files.map((file) => [file.path, whole(file.small), whole(file.raw)]);
  return table([title, 'brotli 11', 'raw'], [...rows, ['sum', whole(sum('small')), whole(sum('raw'))]]);
}

function brotli(raw) {
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  }).length;
}

/** Markdown, so that it can be pasted into a note as it is: names to the left, figures to the right. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
