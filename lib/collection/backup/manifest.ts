import * as v from 'valibot';
import { handedTables, tableNames } from './tables.ts';

/** The form of backups that is written: 2 has images, 3 what was damaged and the collection's id. To be raised when rows of older backups must be changed before they are restored. */
export const backupVersion = 3;

/** What a backup is: all of a collection, or a part of one that somebody hands over. */
const formats = ['wencun-backup', 'wencun-collection'] as const;

/** The form of files handed over that is written. */
export const handedVersion = 1;

/** The newest form of each that can be read. */
const versions: Readonly<Record<(typeof formats)[number], number>> = {
  'wencun-backup': backupVersion,
  'wencun-collection': handedVersion,
};

/** Characters of a name in a manifest at most. */
export const LONGEST_NAME = 200;

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
  format: v.picklist(formats),
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
  /** Of a part that is handed over: its title and from whom, as the sender says, and whether notes and highlights go along. */
  handed: v.optional(
    v.strictObject({
      title: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
      from: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
      own: v.boolean(),
    }),
  ),
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
/** What a file that is handed over says of itself. */
export type Handed = NonNullable<Manifest['handed']>;
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
  const stamp = v.safeParse(v.looseObject({ format: v.picklist(formats), version: count }), json);
  if (!stamp.success) return null;
  if (stamp.output.version > versions[stamp.output.format]) return 'newer';
  const result = v.safeParse(manifest, json);
  return result.success && stamp.output.version > 0 && addsUp(result.output) && isOfItsKind(result.output)
    ? result.output
    : null;
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

/** True for a backup, and for a file handed over that holds nothing else than such files do. */
function isOfItsKind({ format, handed, entries, quarantine, settings }: Manifest): boolean {
  if (format === 'wencun-backup') return handed === undefined;
  if (handed === undefined || quarantine.length > 0 || Object.keys(settings).length > 0) return false;
  return entries.every((entry) => handedTables.includes(entry.table) && (handed.own || entry.table !== 'highlights'));
}
