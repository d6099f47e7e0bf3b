import { describe, expect, it } from 'vitest';
import { check } from '../../scripts/pages/read-back.ts';
import { composePage } from '../corpus/pages/compose.ts';
import { pairwiseRecipes } from '../corpus/pages/design.ts';
import { families } from '../corpus/pages/families.ts';

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
