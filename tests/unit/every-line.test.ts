import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEssay } from '../../lib/pipeline/read-page.ts';
import { unaccountedIn } from '../../scripts/bench/extract/unaccounted.ts';
import { openTestFile } from '../support/parse-page.ts';

// Whatever a page shows is in its essay or in a removal that names a rule: hidden text, captions, cells and images included.
const tests = join(import.meta.dirname, '..');
const composed = readdirSync(join(tests, 'pages')).map((slug): [string, string, string] => {
  const folder = join(tests, 'pages', slug);
  const { url } = JSON.parse(readFileSync(join(folder, 'origin.json'), 'utf8')) as { readonly url: string };
  const [source = ''] = readdirSync(folder).filter((name) => name.startsWith('source.'));
  return [slug, join(folder, source), url];
});
const hands = join(tests, 'pages-by-another-hand');
const byAnotherHand = readFileSync(join(hands, 'manifest.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { readonly id: string; readonly file: string; readonly url: string })
  .map(({ id, file, url }): [string, string, string] => [id, join(hands, file), url]);

describe('every line that a page shows', () => {
  it.each([...composed, ...byAnotherHand])('%s', (_, file, url) => {
    const { document, url: address, close } = openTestFile(readFileSync(file), url);
    const read = readEssay({ document, url: address }, { any: true });
    const left = read.ok ? unaccountedIn(document, read.value) : [];
    close();
    expect(left).toEqual([]);
  });
});
