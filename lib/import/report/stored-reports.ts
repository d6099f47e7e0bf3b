import * as v from 'valibot';
import { mergeKey } from '../../collection/backup/merging/stored-merges.ts';
import type { Collection } from '../../collection/collection.ts';
import { attempt } from '../../collection/storage.ts';
import type { ImportItem } from '../import-item.ts';
import type { ImportReport } from './import-report.ts';

/** What a list of reports shows of each. */
export type ReportHead = Pick<ImportReport, 'id' | 'startedAt' | 'endedAt' | 'sources' | 'files'> & {
  readonly kept: number;
  readonly notKept: number;
};

/** The row of `meta` that lists the reports, the newest first; each has a row of its own besides. */
const LIST = 'import-reports';
const keyOf = (id: string): string => `import-report ${id}`;

/** Reports that are remembered: those of some weeks of work. */
const REMEMBERED = 20;

const head = v.object({
  id: v.string(),
  startedAt: v.string(),
  endedAt: v.nullable(v.string()),
  sources: v.array(v.string()),
  files: v.number(),
  kept: v.number(),
  notKept: v.number(),
});
const itemShape = v.object({
  name: v.string(),
  result: v.string(),
  reason: v.nullable(v.string()),
  id: v.nullable(v.string()),
  title: v.string(),
  missing: v.number(),
});
const { notKept: _notKept, ...heads } = head.entries;
const report = v.object({
  ...heads,
  stopped: v.boolean(),
  anew: v.optional(v.literal(true)),
  into: v.optional(v.object({ shelf: v.string(), tags: v.array(v.string()) })),
  unmade: v.optional(v.string()),
  kept: v.array(v.string()),
  there: v.array(v.string()),
  incomplete: v.number(),
  items: v.array(v.custom<ImportItem>((item) => v.is(itemShape, item))),
  more: v.number(),
  merged: v.optional(v.literal(true)),
  takenBackAt: v.optional(v.string()),
});

type Meta = Pick<Collection, 'meta'>;

/** The reports that are remembered, the newest first; none where they cannot be read. */
export async function listReports({ meta }: Meta): Promise<readonly ReportHead[]> {
  const value = (await meta.get(LIST))?.value;
  return Array.isArray(value) ? value.filter((one) => v.is(head, one)) : [];
}

/** A report by its id; null where there is none that can be read. */
export async function readReport({ meta }: Meta, id: string): Promise<ImportReport | null> {
  const value = (await meta.get(keyOf(id)))?.value;
  return v.is(report, value) ? (value as ImportReport) : null;
}

/** Remembers a report, in the place of the one of its id; the oldest beyond some are forgotten. False when it cannot be stored. */
export async function saveReport(collection: Collection, stored: ImportReport): Promise<boolean> {
  const { meta } = collection;
  const done = await attempt(() =>
    collection.transaction('rw', meta, async () => {
      const others = (await listReports(collection)).filter(({ id }) => id !== stored.id);
      const heads = [headOf(stored), ...others].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
      await meta.bulkDelete(heads.slice(REMEMBERED).flatMap(({ id }) => [keyOf(id), mergeKey(id)]));
      await meta.bulkPut([
        { key: LIST, value: heads.slice(0, REMEMBERED) },
        { key: keyOf(stored.id), value: stored },
      ]);
    }),
  );
  return done.ok;
}

/** Forgets a report; the essays stay. */
export async function forgetReport(collection: Collection, id: string): Promise<void> {
  const { meta } = collection;
  await attempt(() =>
    collection.transaction('rw', meta, async () => {
      const others = (await listReports(collection)).filter((one) => one.id !== id);
      await meta.put({ key: LIST, value: others });
      await meta.bulkDelete([keyOf(id), mergeKey(id)]);
    }),
  );
}

const headOf = ({ id, startedAt, endedAt, sources, files, kept, items }: ImportReport): ReportHead => ({
  id,
  startedAt,
  endedAt,
  sources,
  files,
  kept: kept.length,
  notKept: items.filter(isLost).length,
});

/** True for an item of which the reader should know that it is not in the collection. */
export const isLost = ({ result, reason }: ImportItem): boolean =>
  result !== 'kept' && result !== 'already-there' && reason !== 'companion';
