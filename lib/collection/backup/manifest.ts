import * as v from 'valibot';
import { tableNames } from './tables.ts';

/** The form of backups that is written: 2 has images, 3 what was damaged and the collection's id. To be raised when rows of older backups must be changed before they are restored. */
export const backupVersion = 3;

/** Name of the manifest within the zip, and of the file that holds its digest. */
export const manifestName = 'manifest.json';
export const manifestDigestName = 'manifest.json.sha256';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const table = v.picklist(tableNames);
const counts = v.record(table, count);

const file = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z]+\/\d{5}\.jsonl$/)),
  rows: count,
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const manifest = v.strictObject({
  format: v.literal('wencun-backup'),
  version: count,
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Rows of each table. */
  counts,
  /** Rows of which too little could be read when the backup was made: they are not among the others, but as they were in `quarantine`. */
  leftOut: counts,
  /** Damaged rows, as they were: files of `QuarantineRow`, one a line. None in a backup of an older form. */
  quarantine: v.optional(v.array(file), []),
  /** What these rows are: the first of them, to be named. */
  damaged: v.optional(
    v.array(v.strictObject({ table: v.string(), key: v.string(), reason: v.string(), title: v.string() })),
    [],
  ),
  /** Which collection it is of; '' where that was not told. */
  collection: v.optional(v.string(), ''),
  /** Whatever the reader had set. */
  settings: v.record(v.string(), v.unknown()),
  entries: v.array(
    v.strictObject({
      ...file.entries,
      table,
    }),
  ),
});

/** What a backup says of itself. */
export type Manifest = v.InferOutput<typeof manifest>;
/** One file of a backup: some rows of one table, one a line. */
export type ManifestEntry = Manifest['entries'][number];
/** One file of a backup, whatever its rows are. */
export type ManifestFile = Manifest['quarantine'][number];

/** The manifest in a text; `newer` when a later release wrote it, null when it is none. */
export function readManifest(text: string): Manifest | 'newer' | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const stamp = v.safeParse(v.looseObject({ format: v.literal('wencun-backup'), version: count }), json);
  if (!stamp.success) return null;
  if (stamp.output.version > backupVersion) return 'newer';
  const result = v.safeParse(manifest, json);
  return result.success && stamp.output.version > 0 && addsUp(result.output) ? result.output : null;
}

/** True when the entries hold as many rows as the counts say, each under a name of its own. */
function addsUp({ counts, entries, quarantine }: Manifest): boolean {
  const files = [...entries, ...quarantine];
  if (new Set(files.map(({ name }) => name)).size < files.length) return false;
  return tableNames.every((table) => {
    const rows = entries.filter((entry) => entry.table === table).reduce((sum, entry) => sum + entry.rows, 0);
    return rows === (counts[table] ?? 0);
  });
}
