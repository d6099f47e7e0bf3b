import { fail, type Outcome, succeed } from '../../../essay/outcome.ts';
import { type Sink, writeZip } from '../../../zip/zip-writer.ts';
import type { Collection } from '../../collection.ts';
import { attempt } from '../../storage.ts';
import { addManifest } from '../add-manifest.ts';
import { keepableRows } from '../keepable-rows.ts';
import { type Handed, handedVersion, LONGEST_NAME, type Manifest } from '../manifest.ts';
import { createPack } from '../pack.ts';
import type { Row } from '../row-text.ts';
import { AT_A_TIME, type Rows, rowsOfIds, rowsShared } from '../rows-to-keep.ts';
import { handedTables } from '../tables.ts';
import type { BackupProblem, RunOptions } from '../write-backup.ts';
import { rowGiven } from './handed-row.ts';

/** A file that was written for somebody else. */
export interface WrittenHanded {
  readonly manifest: Manifest;
  /** Ids of essays that are not in it: gone, in the trash, or too damaged. */
  readonly lost: readonly string[];
}

/**
 * Writes some essays as a file that another reader merges: with their versions, original bytes, images, tags, and collections with
 * those that these stand in; notes and highlights where `own` says so. What is the reader's or the device's alone stays here. As
 * with a backup, what was written before a failure is no such file.
 */
export async function writeHanded(
  collection: Collection,
  ids: readonly string[],
  about: Handed,
  sink: Sink,
  { signal, onProgress }: RunOptions = {},
): Promise<Outcome<WrittenHanded, BackupProblem>> {
  const handed = { own: about.own, title: about.title.slice(0, LONGEST_NAME), from: about.from.slice(0, LONGEST_NAME) };
  const time = new Date();
  const zip = writeZip(sink, time);
  const pack = createPack(zip);
  const worn = { tags: new Set<string>(), shelves: new Set<string>() };
  const lost: string[] = [];
  try {
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      if (signal?.aborted) return fail('stopped');
      const some = ids.slice(from, from + AT_A_TIME);
      const found = await attempt(() => rowsOfIds(collection, some));
      if (!found.ok) return found;
      const rows = wholeEssays(keepableRows(found.value).rows);
      const essays = rows.get('essays') ?? [];
      const there = new Set(essays.map(({ id }) => id));
      lost.push(...some.filter((id) => !there.has(id)));
      for (const name of ['tags', 'shelves'] as const)
        for (const row of essays) for (const id of textsOf(row[name])) worn[name].add(id);
      await pack.add(given(rows, handed));
      onProgress?.(Math.min(from + AT_A_TIME, ids.length), ids.length);
    }
    const shared = await attempt(() => rowsShared(collection));
    if (!shared.ok) return shared;
    await pack.add(given(wornRows(keepableRows(shared.value).rows, worn), handed));
    const manifest: Manifest = {
      format: 'wencun-collection',
      version: handedVersion,
      madeAt: time.toISOString(),
      collection: '',
      handed,
      settings: {},
      ...(await pack.end()),
    };
    await addManifest(zip, manifest);
    if (signal?.aborted) return fail('stopped');
    await zip.end();
    return succeed({ manifest, lost });
  } catch (error) {
    return fail('not-written', String(error));
  }
}

/** The rows that go along, as they do. */
function given(rows: Rows, handed: Handed): Rows {
  const tables = handedTables.filter((table) => handed.own || table !== 'highlights');
  return new Map(
    tables.map((table) => [table, (rows.get(table) ?? []).map((row) => rowGiven(table, row, handed))] as const),
  );
}

/** Essays that are kept and whose text is there, with what belongs to them. */
function wholeEssays(rows: Rows): Rows {
  const bodies = new Set((rows.get('bodies') ?? []).map(({ captureId }) => captureId));
  const captures = new Set((rows.get('captures') ?? []).map(({ id }) => id));
  const essays = (rows.get('essays') ?? []).filter(
    ({ trashedAt, captureId }) => trashedAt === '' && bodies.has(captureId) && captures.has(captureId),
  );
  const whole = new Set(essays.map(({ id }) => id));
  return new Map(
    [...rows].map(([table, list]) => [
      table,
      table === 'essays' ? essays : list.filter(({ essayId }) => whole.has(essayId)),
    ]),
  );
}

/** Tags and collections that essays have, and the collections that these stand in. */
function wornRows(shared: Rows, worn: { readonly tags: Set<string>; readonly shelves: Set<string> }): Rows {
  const shelves = shared.get('shelves') ?? [];
  const parents = new Map(shelves.map(({ id, parent }) => [String(id), String(parent)]));
  const above = new Set<string>();
  for (const shelf of worn.shelves)
    for (let id = shelf; id !== '' && !above.has(id); id = parents.get(id) ?? '') above.add(id);
  const of = (rows: readonly Row[] = [], ids: ReadonlySet<string>) => rows.filter(({ id }) => ids.has(String(id)));
  return new Map([
    ['tags', of(shared.get('tags'), worn.tags)],
    ['shelves', of(shelves, above)],
  ]);
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
