import * as v from 'valibot';
import { tableNames } from './tables.ts';

/** The form of backups that is written: 2 has images. To be raised when rows of older backups must be changed before they are restored. */
export const backupVersion = 2;

/** Name of the manifest within the zip, and of the file that holds its digest. */
export const manifestName = 'manifest.json';
export const manifestDigestName = 'manifest.json.sha256';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const table = v.picklist(tableNames);
const counts = v.record(table, count);

const manifest = v.strictObject({
  format: v.literal('wencun-backup'),
  version: count,
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Rows of each table. */
  counts,
  /** Rows that could not be read any more when the backup was made, and are not in it. */
  leftOut: counts,
  /** Whatever the reader had set. */
  settings: v.record(v.string(), v.unknown()),
  entries: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[a-z]+\/\d{5}\.jsonl$/)),
      table,
      rows: count,
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

/** What a backup says of itself. */
export type Manifest = v.InferOutput<typeof manifest>;
/** One file of a backup: some rows of one table, one a line. */
export type ManifestEntry = Manifest['entries'][number];

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
function addsUp({ counts, entries }: Manifest): boolean {
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return false;
  return tableNames.every((table) => {
    const rows = entries.filter((entry) => entry.table === table).reduce((sum, entry) => sum + entry.rows, 0);
    return rows === (counts[table] ?? 0);
  });
}
