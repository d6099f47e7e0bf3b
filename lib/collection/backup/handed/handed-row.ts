import type { CaptureRow, EssayRow, ShelfRow, TagRow } from '../../rows.ts';
import type { Handed } from '../manifest.ts';
import type { Row } from '../row-text.ts';
import type { TableName } from '../tables.ts';
import { withoutFolders } from './without-folders.ts';

/** What becomes of a part of a row: it goes along, goes along with the sender's own words, or stays with the sender. */
type Fate = 'goes' | 'own' | 'stays';

/** Decided of every part, so that one which is added later does not go along by itself. */
const essayParts: Readonly<Record<keyof EssayRow, Fate>> = {
  id: 'goes',
  kind: 'goes',
  originalUrl: 'goes',
  archivedCopy: 'goes',
  length: 'goes',
  captureId: 'goes',
  title: 'goes',
  authors: 'goes',
  publishedOn: 'goes',
  unit: 'goes',
  source: 'goes',
  issue: 'goes',
  column: 'goes',
  institution: 'goes',
  hits: 'goes',
  editor: 'goes',
  keywords: 'goes',
  abstract: 'goes',
  tags: 'goes',
  shelves: 'goes',
  edited: 'goes',
  textEdits: 'goes',
  givenCopy: 'goes',
  doubts: 'goes',
  lacks: 'goes',
  note: 'own',
  doc: 'stays',
  keptAt: 'stays',
  trashedAt: 'stays',
  cluster: 'stays',
  checked: 'stays',
  readState: 'stays',
};
const tagParts: Readonly<Record<keyof TagRow, Fate>> = { id: 'goes', name: 'goes', folded: 'goes' };
const shelfParts: Readonly<Record<keyof ShelfRow, Fate>> = { id: 'goes', name: 'goes', parent: 'goes', order: 'goes' };
const captureParts: Readonly<Record<keyof CaptureRow, Fate>> = {
  id: 'goes',
  essayId: 'goes',
  pageUrl: 'goes',
  takenAt: 'goes',
  charset: 'goes',
  originalForm: 'goes',
  rulesVersion: 'goes',
  sha256: 'goes',
  byteLength: 'goes',
  cleanedFrom: 'goes',
  tried: 'goes',
  takenFrom: 'stays',
};
const decided: { readonly [Name in TableName]?: Readonly<Record<string, Fate>> } = {
  essays: essayParts,
  tags: tagParts,
  shelves: shelfParts,
  captures: captureParts,
};

/** What a row of an essay has in the place of what stayed with its sender. */
const blank = { note: '', keptAt: '', trashedAt: '', cluster: '' };

/** A row as it goes to somebody else. */
export function rowGiven(table: TableName, row: Row, { own }: Pick<Handed, 'own'>): Row {
  const fates = decided[table];
  const goes = (name: string): boolean =>
    fates === undefined || fates[name] === 'goes' || (own && fates[name] === 'own');
  const given = withoutFolders(Object.fromEntries(Object.entries(row).filter(([name]) => goes(name))));
  return table === 'essays' ? { ...blank, ...given } : given;
}

/**
 * A row as it comes from somebody else, who may have written anything: nothing but what such files hold, kept here when the file was opened,
 * and each version with the name of whoever handed it over.
 */
export function rowTaken(table: TableName, row: Row, handed: Handed, openedAt: string): Row {
  const taken = rowGiven(table, row, handed);
  if (table === 'essays') return { ...taken, keptAt: openedAt };
  if (table === 'captures') return { ...taken, takenFrom: { name: handed.from, host: '', at: openedAt } };
  return taken;
}
