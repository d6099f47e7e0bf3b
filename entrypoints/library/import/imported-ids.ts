import type { Collection } from '../../../lib/collection/collection.ts';
import { readReport } from '../../../lib/import/report/stored-reports.ts';

/** Behind the id of a report: not what came in, but what was there already. */
const THERE = '.there';

/** What an address calls the essays of an import that were there already. */
export const alreadyThere = (report: string): string => `${report}${THERE}`;

/** The ids of the essays that an address speaks of by an import: those that came in, or those that were there already. */
export async function importedIds(collection: Collection, imported: string): Promise<readonly string[]> {
  const there = imported.endsWith(THERE);
  const report = await readReport(collection, there ? imported.slice(0, -THERE.length) : imported).catch(() => null);
  return (there ? report?.there : report?.kept) ?? [];
}
