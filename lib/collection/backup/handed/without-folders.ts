import { givenAddress } from '../../../essay/identity.ts';

/** A row of any table, as files and logs for others carry it. */
type AnyRow = Readonly<Record<string, unknown>>;

/**
 * A row of any table as it leaves the computer: addresses on the disk without their folders. A body that is changed by that has no digest, which
 * would be of the one that stays here; whoever gets it makes one of what came.
 */
export function withoutFolders<Row extends object>(row: Row): Row {
  const given: Record<string, unknown> = Object.fromEntries(Object.entries(row));
  for (const name of ['originalUrl', 'pageUrl'] as const) replaceIn(given, name, told);
  replaceIn(given, 'otherPages', (pages) =>
    Array.isArray(pages) ? pages.map((page: AnyRow) => ({ ...page, address: told(page['address']) })) : pages,
  );
  replaceIn(given, 'provenance', withoutFoldersOfPages);
  if (given['originalUrl'] !== (row as AnyRow)['originalUrl']) delete given['digest'];
  return given as Row;
}

const told = (address: unknown): unknown => (typeof address === 'string' ? givenAddress(address) : address);

/** The pages of an essay that could not be had are on the same disk as those that could. */
const withoutFoldersOfPages = (provenance: unknown): unknown => {
  const pages = (provenance as AnyRow | null)?.['missingPages'];
  return Array.isArray(pages) ? { ...(provenance as AnyRow), missingPages: pages.map(told) } : provenance;
};

function replaceIn(row: Record<string, unknown>, name: string, by: (value: unknown) => unknown): void {
  if (Object.hasOwn(row, name)) row[name] = by(row[name]);
}
