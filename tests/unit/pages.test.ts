import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages, filesOfPage } from '../corpus/pages/all-pages.ts';
import { keptRecipes, pairwiseRecipes } from '../corpus/pages/design.ts';
import { families } from '../corpus/pages/families.ts';
import { forms } from '../corpus/pages/forms.ts';
import { wrappers } from '../corpus/pages/wrappers.ts';

const folder = join(import.meta.dirname, '../pages');

/** How often each value occurs, fewest first. */
function fewest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.min(...counts.values());
}

describe('tests/pages', () => {
  it('holds the composed pages and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(allPages.map(({ slug }) => slug).sort());
  });

  it.each(allPages.map((page) => [page.slug, page] as const))('%s is as it was composed', (slug, page) => {
    const files = filesOfPage(page);
    expect(readdirSync(join(folder, slug)).sort()).toEqual([...files.keys()].sort());
    for (const [name, content] of files) {
      const bytes = readFileSync(join(folder, slug, name));
      expect(bytes.equals(Buffer.from(content)), `${name}: run npm run pages`).toBe(true);
    }
  });

  it('shows every family, wrapper and form at least four times', () => {
    expect(new Set(keptRecipes.map(({ family }) => family.id)).size).toBe(families.length);
    expect(new Set(keptRecipes.map(({ wrapper }) => wrapper.id)).size).toBe(wrappers.length);
    expect(new Set(keptRecipes.map(({ form }) => form.id)).size).toBe(forms.length);
    expect(fewest(keptRecipes.map(({ family }) => family.id))).toBeGreaterThanOrEqual(4);
    expect(fewest(keptRecipes.map(({ wrapper }) => wrapper.id))).toBeGreaterThanOrEqual(4);
    expect(fewest(keptRecipes.map(({ form }) => form.id))).toBeGreaterThanOrEqual(4);
  });
});

describe('the pairwise design', () => {
  it.each([
    ['family and form', families.length * forms.length, (at: number) => pair(at, 'family', 'form')],
    ['family and wrapper', families.length * wrappers.length, (at: number) => pair(at, 'family', 'wrapper')],
    ['wrapper and form', wrappers.length * forms.length, (at: number) => pair(at, 'wrapper', 'form')],
  ] as const)('pairs %s at least twice', (_, count, pairAt) => {
    const pairs = pairwiseRecipes.map((_recipe, at) => pairAt(at));
    expect(new Set(pairs).size).toBe(count);
    expect(fewest(pairs)).toBeGreaterThanOrEqual(2);
  });
});

function pair(at: number, one: 'family' | 'wrapper', other: 'wrapper' | 'form'): string {
  const recipe = pairwiseRecipes[at];
  return `${recipe?.[one].id} ${recipe?.[other].id}`;
}
