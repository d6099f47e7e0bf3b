import { isWhole } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { FindCopies } from '../copy/find-copies.ts';
import { getJob, listJobs } from '../jobs.ts';
import { applyChanges, type Change } from './change.ts';
import type { NewFinding } from './findings.ts';
import { changesOf, fromCopies } from './from-copies.ts';
import { judgeRows } from './judge-rows.ts';
import { takeOutStrange } from './put-aside.ts';

/** Looks at the tables that belong to no one essay: tags, shelves, saved searches, clusters, queues. See `checkEssays`. */
export async function checkShared(collection: Collection, copies?: FindCopies): Promise<void> {
  const changes: Change[] = [];
  for (const table of ['tags', 'shelves', 'searches', 'clusters', 'apart', 'jobs'] as const)
    changes.push(...judgeRows(table, await collection.table(table).toArray()));
  changes.push(
    ...changesOf(await lostNames(collection, 'tags'), () => undefined),
    ...changesOf(await lostNames(collection, 'shelves'), () => undefined),
  );
  await applyChanges(collection, await fromCopies(changes, copies));
  await checkJobItems(collection);
  await takeOutStrangeKeys(collection);
}

/** A queue's items stand in the order of their numbers: one that is damaged or lost is written as failed. */
async function checkJobItems(collection: Collection): Promise<void> {
  const jobs = await listJobs(collection);
  for (const { row } of jobs.ok ? jobs.value : []) {
    const job = await getJob(collection, row.id);
    if (!job.ok || job.value === null) continue;
    const stored = await collection.jobItems.bulkGet(job.value.job.items.map(({ number }) => [row.id, number]));
    await applyChanges(
      collection,
      job.value.job.items.flatMap((item, at): Change[] => {
        const before = stored[at];
        if (isWhole('jobItems', before)) return [];
        const told = { table: 'jobItems', key: `${row.id} ${item.number}`, row: before ?? null, title: row.title };
        const reason = before === undefined ? 'missing' : 'mended';
        const finding = { ...told, reason, settled: true } as const;
        return [{ table: 'jobItems', key: [row.id, item.number], before, after: { ...item, job: row.id }, finding }];
      }),
    );
  }
}

/** Rows of essays whose keys are not even texts, or blank ones: a check that goes by ids does not come to them. */
async function takeOutStrangeKeys(collection: Collection): Promise<void> {
  const rows: readonly unknown[] = await collection.essays
    .where(':id')
    .belowOrEqual('')
    .or(':id')
    .aboveOrEqual([])
    .toArray();
  for (const row of rows) await takeOutStrange(collection, (row as { readonly id: unknown }).id, row);
}

/** Tags and shelves that essays have and whose rows are lost. */
async function lostNames(collection: Collection, table: 'tags' | 'shelves'): Promise<readonly NewFinding[]> {
  const used = await collection.essays.orderBy(table).uniqueKeys();
  const there = new Set(await collection.table<unknown, string>(table).toCollection().primaryKeys());
  return used.flatMap((key) =>
    typeof key === 'string' && !there.has(key) ? [{ table, key, reason: 'missing' as const }] : [],
  );
}
