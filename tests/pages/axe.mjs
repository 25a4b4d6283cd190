// Accessibility check with axe: WCAG 2.2 AA and best practices.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Returns the violations that axe finds in the current state of a page, or of a part of it. */
export async function violations(page, part) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE); // a script element would violate the Content-Security-Policy
  return page.evaluate(async (values, part) => {
    const { violations, passes } = await window.axe.run(part ?? document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`));
    return passes.length < (part ? 5 : 10) ? [`axe ran too few rules: ${passes.length} rules`] : lines;
  }, TAGS, part);
}
