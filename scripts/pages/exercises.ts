import type { Family } from './article.ts';
import type { Form } from './forms.ts';
import type { Wrapper } from './wrappers.ts';

/** Files of lib/archive and lib/import that a wrapper exercises. */
const byWrapper: Readonly<Record<string, readonly string[]>> = {};

/** The files of lib that a page of this family, wrapper and form keeps honest. */
export function exercises(family: Family, wrapper: Wrapper, form: Form): readonly string[] {
  const cms = family.cms === null ? [] : [`lib/portals/cms/${family.cms}.ts`];
  return [...cms, ...(byWrapper[wrapper.id] ?? []), `form:${form.id}`];
}
