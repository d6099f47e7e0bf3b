import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, readBack } from '../../scripts/pages/read-back.ts';
import type { Expected, Origin } from '../corpus/pages/test-page.ts';
import { openTestPage } from '../support/parse-page.ts';

const folder = join(import.meta.dirname, '../pages');

describe('the pipeline over tests/pages', () => {
  it.each(readdirSync(folder))('%s', (slug) => {
    const read = (name: string): Buffer => readFileSync(join(folder, slug, name));
    const expected = JSON.parse(read('expected.json').toString()) as Expected;
    const { url } = JSON.parse(read('origin.json').toString()) as Origin;
    const isMhtml = readdirSync(join(folder, slug)).includes('source.mht');
    const bytes = read(isMhtml ? 'source.mht' : 'source.html');
    const html = read('expected.html').toString().trimEnd();
    expect(differences({ expected, html }, readBack(bytes, url, openTestPage))).toEqual([]);
  });
});
