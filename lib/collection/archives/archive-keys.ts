import * as v from 'valibot';
import type { ArchiveStore } from './archive-store.ts';

const KEY = 'archive.org';
const shape = v.object({ access: v.pipe(v.string(), v.minLength(1)), secret: v.pipe(v.string(), v.minLength(1)) });

/** The reader's own keys of archive.org. */
export type ArchiveKeys = Readonly<v.InferOutput<typeof shape>>;

/**
 * The keys as they are stored; null where there are none, or they cannot be read. They lie here and not among the settings, which
 * go into backups, and which content scripts can read in Firefox.
 */
export async function readArchiveKeys({ facts }: ArchiveStore): Promise<ArchiveKeys | null> {
  const row = await facts.get(KEY).catch(() => undefined);
  return v.is(shape, row?.value) ? row.value : null;
}

/** Stores keys, or forgets them where either is blank. Rejects when that cannot be stored. */
export async function writeArchiveKeys({ facts }: ArchiveStore, access: string, secret: string): Promise<void> {
  const keys = { access: access.trim(), secret: secret.trim() };
  if (v.is(shape, keys)) await facts.put({ key: KEY, value: keys });
  else await facts.delete(KEY);
}
