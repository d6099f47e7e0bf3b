import { describe, expect, it } from 'vitest';
import { composePage } from '../../scripts/pages/compose.ts';
import { pairwiseRecipes } from '../../scripts/pages/design.ts';
import { families } from '../../scripts/pages/families.ts';
import { check } from '../../scripts/pages/read-back.ts';

describe('the pipeline over the pairwise design', () => {
  it.each(families.map(({ id }) => id))(
    '%s in every wrapper and every form, twice',
    (id) => {
      const recipes = pairwiseRecipes.filter(({ family }) => family.id === id);
      const wrong = recipes
        .map((recipe) => ({ slug: recipe.slug, differs: check(composePage(recipe)) }))
        .filter(({ differs }) => differs.length > 0);
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
