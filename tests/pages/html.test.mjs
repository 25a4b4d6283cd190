// The written files are valid HTML, and say the same of themselves everywhere.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { ADDRESSES, SAMPLE, written } from './support.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }], // compresses better, means the same
    'long-title': 'off', // a title tells the answer, for a link that is pasted into a chat
    'no-redundant-role': 'off', // browsers take the roles from a table that is laid out as a grid, as on narrow screens
    'aria-label-misuse': ['error', { allowAnyNamable: true }], // a list may have a name
  },
});

describe('the written pages', () => {
  for (const [name, address] of Object.entries({ ...SAMPLE, 'the error page': '404.html' })) {
    it(`are valid HTML: ${name}`, async () => {
      const { results } = await validator.validateString(written(address), `/${address}`);
      const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`));
      assert.deepEqual(found, []);
    });
  }

  it('tell apart: each has a title and a description of its own', () => {
    const of = (pattern) => ADDRESSES.map((address) => pattern.exec(written(address))?.[1] ?? `none on /${address}`);
    const titles = of(/<title>([^<]+)<\/title>/);
    assert.equal(new Set(titles).size, ADDRESSES.length, 'titles');
    for (const [index, description] of of(/<meta name="description" content="([^"]+)">/).entries()) {
      assert.ok(description.length > 40, `/${ADDRESSES[index]}: "${description}"`);
    }
  });

  it('tell a chat the same as a browser: Open Graph, title and headline agree', () => {
    for (const address of ADDRESSES) {
      const html = written(address);
      const [, title] = /<title>([^<]+)<\/title>/.exec(html);
      const [, description] = /<meta name="description" content="([^"]+)">/.exec(html);
      const [, headline] = /<h1[^>]*>([^<]+)<\/h1>/.exec(html);
      assert.ok(html.includes(`<meta property="og:title" content="${title}">`), `/${address}`);
      assert.ok(html.includes(`<meta property="og:description" content="${description}">`), `/${address}`);
      if (address) assert.ok(title.includes(headline), `/${address}: the title "${title}" tells the headline "${headline}"`);
      assert.equal(html.match(/<h1[\s>]/g).length, 1, `/${address} has one headline`);
      assert.match(html, /<link rel="canonical" href="[^"]+">/, `/${address}`);
    }
  });
});
