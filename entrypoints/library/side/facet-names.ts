import { i18n } from '#i18n';
import type { FacetName } from '../../../lib/search/contract.ts';
import { gapName } from '../../../lib/ui/gap-names.ts';
import { archiveName, isReadState, kindName, readStateName } from '../../../lib/ui/words.ts';

/** Names of the reader's tags and collections by their ids. */
export interface Names {
  readonly tag: ReadonlyMap<string, string>;
  readonly shelf: ReadonlyMap<string, string>;
}

const facetNames = {
  check: 'library.toCheck',
  reading: 'library.reading',
  institution: 'field.institution',
  column: 'field.column',
  author: 'field.authors',
  source: 'field.source',
  tag: 'library.tags',
  shelf: 'library.shelves',
  kind: 'library.kind',
  archive: 'field.archive',
} as const satisfies Record<FacetName, string>;

/** What a facet is called, e.g. `机构`. */
export const facetName = (facet: FacetName): string => i18n.t(facetNames[facet]);

/** What a value of a facet is called; `''` is an essay without one. */
export function valueName(facet: FacetName, value: string, names: Names): string {
  if (value === '') return i18n.t('library.without');
  if (facet === 'tag' || facet === 'shelf') return names[facet].get(value) ?? i18n.t('library.gone');
  if (facet === 'reading' && isReadState(value)) return readStateName(value);
  if (facet === 'check') return gapName(value);
  if (facet === 'archive') return archiveName(value);
  return facet === 'kind' && (value === 'essay' || value === 'news' || value === 'notice') ? kindName(value) : value;
}
