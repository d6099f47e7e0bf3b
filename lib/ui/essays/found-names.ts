import type { FoundIn } from '../../search/contract.ts';

/** Names of the places where a hit may be besides title and text. */
export const foundNames = {
  author: 'field.authors',
  unit: 'field.unit',
  source: 'field.source',
  issue: 'field.issue',
  keyword: 'field.keywords',
  abstract: 'field.abstract',
  note: 'library.note',
  institution: 'field.institution',
  column: 'field.column',
  tag: 'library.tags',
  shelf: 'library.shelves',
  mark: 'reader.markNote',
} as const satisfies Record<FoundIn, string>;
