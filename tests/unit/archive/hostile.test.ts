import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalLink } from '../../../lib/archive/original-link.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { readMhtml } from '../../../lib/import/mhtml.ts';
import { encodeAs } from '../../corpus/encode.ts';
import { mhtmlWraps, outerWraps, wraps } from '../../corpus/wrap/index.ts';
import { parsePage } from '../../support/parse-page.ts';
import { samplePage, sampleTimestamp, sampleUrl } from './sample-page.ts';

const options = { originalUrl: sampleUrl, timestamp: sampleTimestamp };
const pages = Object.values({ ...wraps, ...outerWraps }).map((wrap) => wrap(samplePage, options));
const files = Object.values(mhtmlWraps).map((wrap) => wrap(samplePage, options).page as Uint8Array);

/** Cuts, repeats and overwrites pieces. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat(200),
    by: fc.constantFrom('', '<', '"', '<!--', '-->', '\0', '\uFFFD', '</body>', 'javascript:', '9'.repeat(20)),
  }),
  {
    maxLength: 12,
  },
);
type Edit = { at: number; length: number; by: string };
const mutate = (text: string, list: readonly Edit[]): string =>
  list.reduce((html, { at, length, by }) => {
    const start = at % (html.length + 1);
    return html.slice(0, start) + by + html.slice(start + length);
  }, text);

describe('hostile pages', () => {
  it('never make unwrap throw nor change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), edits, fc.oneof(fc.webUrl(), fc.string()), (wrapped, list, other) => {
        const document = parsePage(mutate(String(wrapped.page), list), 'http://a.cn/');
        const before = document.documentElement.outerHTML;
        for (const url of [wrapped.url, other]) {
          const unwrapped = unwrap({ document, url });
          expect(unwrapped.originalUrl === url || /^https?:\/\//.test(unwrapped.originalUrl)).toBe(true);
          originalLink(other, unwrapped);
        }
        expect(document.documentElement.outerHTML).toBe(before);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('never make readMhtml or decodeHtml throw', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.record({ at: fc.nat(), bytes, cut: fc.nat(300) }), { maxLength: 8 }),
        (file, list) => {
          const broken = list.reduce((whole, edit) => {
            const at = edit.at % (whole.length + 1);
            return Uint8Array.from([...whole.subarray(0, at), ...edit.bytes, ...whole.subarray(at + edit.cut)]);
          }, file);
          const outcome = readMhtml(broken);
          if (outcome.ok) decodeHtml(outcome.value.html, { charset: outcome.value.charset ?? '' });
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('never make readMhtml throw on bytes of any kind', () => {
    const pieces = fc.constantFrom(
      '\r\n',
      '\n\n',
      '--b',
      '--b--',
      'Content-Type: text/html',
      'Content-Type: multipart/related; boundary=b',
      'Content-Transfer-Encoding: base64',
      '=?gb2312?B?x?=',
      '=',
      '<p>',
      '\t',
      'Date: x',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }),
        (parts) => void readMhtml(encodeAs(parts.join(''), 'gb18030')),
      ),
    );
  });

  it('that put an element in the place of a method come back as they are', () => {
    const document = parsePage(
      '<form name="getElementById"></form><img name="body"><form name="documentElement"></form>',
      'http://a.cn/',
    );
    expect(typeof document.getElementById).not.toBe('function');
    expect(unwrap({ document, url: 'http://a.cn/' })).toEqual({
      document,
      originalUrl: 'http://a.cn/',
      archivedCopy: null,
      archiveElements: [],
    });
  });

  it('cannot hold up the readers', () => {
    const opened = '<!--'.repeat(50_000);
    const metas = '<meta '.repeat(50_000);
    const headers = 'a: b\n'.repeat(60_000);
    const scripts = `<script>__wm.wombat("${'x","'.repeat(50_000)}</script>`;
    // Whatever goes back over what it read takes minutes here, and the test's time runs out.
    for (const text of [opened, metas, headers, scripts]) {
      decodeHtml(encodeAs(text, 'gb18030'));
      readMhtml(encodeAs(`x${text}`, 'gb18030'));
      readMhtml(encodeAs(`Content-Type: multipart/related\n\n${text}`, 'gb18030'));
      expect(unwrap({ document: parsePage(text, 'http://a.cn/'), url: 'http://a.cn/' }).archivedCopy).toBeNull();
    }
  }, 30_000);
});
