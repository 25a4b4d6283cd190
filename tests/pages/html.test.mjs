// Prerendered pages are valid HTML with consistent metadata.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { PATHS, SAMPLE_PATHS, prerendered } from './helpers.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }], // compresses better
    'long-title': 'off', // titles contain the answer, for link previews
    'attribute-boolean-style': 'off', // Yew writes open="open"
    'no-redundant-role': 'off', // browsers drop table roles if the table is laid out as a grid
    'aria-label-misuse': ['error', { allowAnyNamable: true }], // lists may have a name
  },
});

describe('the prerendered pages', () => {
  for (const [name, path] of Object.entries({ ...SAMPLE_PATHS, 'error page': '404.html', 'API page': 'api/', 'embed page': 'embed/', 'page on changes': 'changes/' })) {
    it(`are valid HTML: ${name}`, async () => {
      const { results } = await validator.validateString(prerendered(path), `/${path}`);
      const errors = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`));
      assert.deepEqual(errors, []);
    });
  }

  it('have distinct titles and a description each', () => {
    const extract = (pattern) => PATHS.map((path) => pattern.exec(prerendered(path))?.[1] ?? `none on /${path}`);
    const titles = extract(/<title>([^<]+)<\/title>/);
    assert.equal(new Set(titles).size, PATHS.length, 'titles');
    for (const [index, description] of extract(/<meta name="description" content="([^"]+)">/).entries()) {
      assert.ok(description.length > 40, `/${PATHS[index]}: "${description}"`);
    }
  });

  it('have matching Open Graph data, title and headline', () => {
    for (const path of PATHS) {
      const html = prerendered(path);
      const [, title] = /<title>([^<]+)<\/title>/.exec(html);
      const [, description] = /<meta name="description" content="([^"]+)">/.exec(html);
      const [, headline] = /<h1[^>]*>([^<]+)<\/h1>/.exec(html);
      assert.ok(html.includes(`<meta property="og:title" content="${title}">`), `/${path}`);
      assert.ok(html.includes(`<meta property="og:description" content="${description}">`), `/${path}`);
      const [, plan] = path.split('/');
      // The title of an answer has its plan, that of another page its headline.
      if (path) assert.ok(title.toLowerCase().includes(plan || headline.toLowerCase()), `/${path}: ${title}`);
      assert.equal(html.match(/<h1[\s>]/g).length, 1, `/${path} has one headline`);
      assert.doesNotMatch(html, /<link rel="canonical" href="(?!https?:)/, `/${path}: a canonical link is absolute`);
    }
  });
});
