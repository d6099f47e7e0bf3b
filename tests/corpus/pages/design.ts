import type { Recipe } from './compose.ts';
import { families } from './families.ts';
import { forms } from './forms.ts';
import { wrappers } from './wrappers.ts';

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list has no members');
  return found;
};

const recipe = (family: number, form: number, turn: number): Recipe => {
  const parts = {
    family: at(families, family),
    form: at(forms, form),
    // Over any nineteen forms (or eighteen families) this takes each of the fifteen wrappers; the turn's shift
    // gives those that came once their second time.
    wrapper: at(wrappers, family + form + 7 * turn),
  };
  return {
    ...parts,
    slug: `${parts.family.id}-${parts.wrapper.id}-${parts.form.id}${turn === 0 ? '' : `-${turn + 1}`}`,
  };
};

/**
 * Every pair of family and form, of family and wrapper, and of wrapper and form, each at least twice: 684 pages.
 * They are composed where they are tested; only a part of them lies on disk.
 */
export const pairwiseRecipes: readonly Recipe[] = [0, 1].flatMap((turn) =>
  families.flatMap((_, family) => forms.map((_form, form) => recipe(family, form, turn))),
);

/** Pages for each family on disk: five forms and five wrappers each, all of both at least four times. */
const perFamily = 5;

/** The part of the design that lies on disk; 16 is the stride that spreads wrappers most evenly. */
export const keptRecipes: readonly Recipe[] = families.flatMap((_, family) =>
  Array.from({ length: perFamily }, (_unused, step) => recipe(family, (family + 16 * step) % forms.length, 0)),
);
