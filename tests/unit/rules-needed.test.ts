import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../lib/clean/rules.ts';
import { readEssay } from '../../lib/pipeline/read-page.ts';
import { allPages } from '../corpus/pages/all-pages.ts';
import type { TestPage } from '../corpus/pages/test-page.ts';
import { openTestFile } from '../support/parse-page.ts';

const root = join(import.meta.dirname, '../..');
const exercised = new Set(allPages.flatMap(({ origin }) => origin.exercises));
const namesOf = (folder: string): string[] => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

/** What tells readings apart: the text, and which rule took which words away. */
function reading({ bytes, origin }: TestPage, without: readonly string[]): string {
  const { document, url, close } = openTestFile(bytes, origin.url);
  const read = readEssay({ document, url }, { any: true, without });
  close();
  return read.ok ? JSON.stringify([read.value.text, read.value.provenance.removals]) : '';
}

describe('what pages say they exercise', () => {
  it('exists', () => {
    expect([...exercised].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every cleaning rule and every CMS family', () => {
    const machinery = /\/(?:families|family|identify)\.ts$/u;
    const files = [...namesOf('lib/clean/rules'), ...namesOf('lib/portals/cms')].filter(
      (path) => !machinery.test(path),
    );
    expect(files.filter((path) => !exercised.has(path))).toEqual([]);
  });
});

describe('each cleaning rule', () => {
  it.each(rules.map(({ id }) => id))('%s is missed on a page that names it', (id) => {
    // Those that were composed for one rule stand first: mostly one page is read, and twice.
    const pages = allPages
      .filter(({ origin }) => origin.exercises.includes(`lib/clean/rules/${id}.ts`))
      .toSorted((one, other) => Number(other.slug.startsWith('within-')) - Number(one.slug.startsWith('within-')));
    expect(pages.some((page) => reading(page, []) !== reading(page, [id]))).toBe(true);
  });
});
