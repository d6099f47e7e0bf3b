import { parseArgs } from 'node:util';
import { allPages } from '../../tests/corpus/pages/all-pages.ts';
import { composePage, type Recipe } from '../../tests/corpus/pages/compose.ts';
import { pairwiseRecipes } from '../../tests/corpus/pages/design.ts';
import { check, type Difference } from './read-back.ts';

/*
 * npm run pages:check [-- --all] [--salt WORD] [--field NAME] [--slug PART] [--long]
 * Reads the composed pages back and lists what differs, grouped by field; --all takes the whole pairwise design, and with
 * a salt every choice in it (essay, school, labels, order) falls out anew: pages that no rule has seen.
 */
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    salt: { type: 'string' },
    field: { type: 'string' },
    slug: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});

const part = values.slug ?? '';
const salted = (recipe: Recipe): Recipe =>
  values.salt === undefined ? recipe : { ...recipe, slug: `${recipe.slug}-${values.salt}` };
const pages = values.all
  ? pairwiseRecipes.filter(({ slug }) => slug.includes(part)).map((recipe) => composePage(salted(recipe)))
  : allPages.filter(({ slug }) => slug.includes(part));

/** The first place where two texts part, with what is around it. */
function parting(expected: unknown, found: unknown): string {
  const [one, other] = [expected, found].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  if (one === undefined || other === undefined || one.length < 60) return `expected ${one} found ${other}`;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const from = Math.max(0, (at < 0 ? one.length : at) - 12);
  return `at ${at} of ${one.length}: expected …${JSON.stringify(one.slice(from, from + 48))} found …${JSON.stringify(other.slice(from, from + 48))}`;
}

const results = pages.map((page) => ({ page, found: check(page) as readonly Difference[] }));
const groups = new Map<string, string[]>();
for (const { page, found } of results) {
  for (const { field, expected, found: value } of found) {
    const words = values.long
      ? `\n  expected ${String(expected)}\n  found    ${String(value)}`
      : parting(expected, value);
    groups.set(field, [...(groups.get(field) ?? []), `${page.slug}: ${words}`]);
  }
}
for (const [field, lines] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
  if (values.field !== undefined && values.field !== field) continue;
  console.log(`\n## ${field}: ${lines.length}\n${lines.map((line) => `- ${line}`).join('\n')}`);
}
console.log(`\n${results.filter(({ found }) => found.length === 0).length} of ${pages.length} pages exact`);
