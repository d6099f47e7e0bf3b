import { describe, expect, it } from 'vitest';
import { createPageOpener } from '../../scripts/open/page-opener.ts';
import { check } from '../../scripts/pages/read-back.ts';
import { composePage } from '../corpus/pages/compose.ts';
import { pairwiseRecipes } from '../corpus/pages/design.ts';
import { families } from '../corpus/pages/families.ts';

// As the command line opens pages, in half of the time that a window for each takes; tests/unit/pages-read.test.ts opens them so.
describe('the pipeline over the pairwise design', () => {
  const open = createPageOpener();
  it.each(families.map(({ id }) => id))(
    '%s in every wrapper and every form, twice',
    (id) => {
      const recipes = pairwiseRecipes.filter(({ family }) => family.id === id);
      const wrong = recipes
        .map((recipe) => ({ slug: recipe.slug, differs: check(composePage(recipe), open) }))
        .filter(({ differs }) => differs.length > 0);
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
