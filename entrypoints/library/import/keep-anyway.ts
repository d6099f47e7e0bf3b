import type { Collection } from '../../../lib/collection/collection.ts';
import { beginAct } from '../../../lib/collection/running/running-acts.ts';
import { type ImportItem, lost } from '../../../lib/import/import-item.ts';
import { importPages } from '../../../lib/import/import-pages.ts';
import { type ImportReport, withOutcomes } from '../../../lib/import/report/import-report.ts';
import { saveReport } from '../../../lib/import/report/stored-reports.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';
import { openReaders } from '../../../lib/reading-frame/open-readers.ts';
import { readSettings } from '../../../lib/settings/settings.ts';

/**
 * Reads the files of an import again and keeps these items of it, recognised or not. Gives the report with what became of them, and how
 * many were kept.
 */
export async function keepAnyway(
  collection: Collection,
  report: ImportReport,
  files: readonly SourceFile[],
  items: readonly ImportItem[],
): Promise<{ readonly report: ImportReport; readonly kept: number }> {
  const { keepImages } = await readSettings();
  const only = new Set(items.map(({ name }) => name));
  const outcomes: ImportItem[] = [];
  const into = report.into;
  const readers = await openReaders();
  const gone = new Set<string>();
  const running = await beginAct(collection, { id: report.id, kind: 'import', name: report.sources[0] ?? '' });
  try {
    for await (const item of importPages(collection, files, {
      reader: readers.files,
      only,
      anyway: true,
      images: keepImages,
      ...(into && { into }),
      onAnew: (ids) => {
        for (const id of ids) gone.add(id);
      },
    }))
      outcomes.push(item);
  } finally {
    readers.close();
  }
  const after = withOutcomes(
    report,
    outcomes.map((item) =>
      item.id !== null && gone.has(item.id) ? lost(item.name, 'not-stored', 'library-anew', item.title) : item,
    ),
  );
  await saveReport(collection, after);
  await running.end();
  return { report: after, kept: outcomes.filter(({ result, id }) => result === 'kept' && !gone.has(id ?? '')).length };
}
