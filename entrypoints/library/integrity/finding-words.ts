import { i18n } from '#i18n';
import type { FindingKind } from '../../../lib/collection/rows.ts';

const tables = {
  essays: 'integrity.table.essays',
  captures: 'integrity.table.captures',
  bodies: 'integrity.table.bodies',
  originals: 'integrity.table.originals',
  images: 'integrity.table.images',
  highlights: 'integrity.table.highlights',
  fingerprints: 'integrity.table.fingerprints',
  tags: 'integrity.table.tags',
  shelves: 'integrity.table.shelves',
  searches: 'integrity.table.searches',
  clusters: 'integrity.table.clusters',
  apart: 'integrity.table.clusters',
  jobs: 'integrity.table.jobs',
  jobItems: 'integrity.table.jobs',
  ledger: 'integrity.table.ledger',
  index: 'integrity.table.index',
} as const;

const kinds = {
  mended: 'integrity.kind.mended',
  unreadable: 'integrity.kind.unreadable',
  missing: 'integrity.kind.missing',
  changed: 'integrity.kind.changed',
  rebuilt: 'integrity.kind.rebuilt',
} as const satisfies Record<FindingKind, string>;

/** What a finding is about and what is wrong with it, e.g. `《论县域》 · 正文：与存入时不同`. */
export function findingName(found: {
  readonly table: string;
  readonly key: string;
  readonly reason: string;
  readonly title: string;
}): string {
  const kind = Object.hasOwn(kinds, found.reason) ? kinds[found.reason as FindingKind] : kinds.unreadable;
  const table = Object.hasOwn(tables, found.table) ? i18n.t(tables[found.table as keyof typeof tables]) : found.table;
  const what = i18n.t('integrity.finding', [table, i18n.t(kind)]);
  if (found.title !== '') return i18n.t('integrity.findingOf', [found.title, what]);
  return found.key === '' ? what : i18n.t('integrity.findingOf', [found.key, what]);
}
