import type { BackupFile, BackupRecord } from './schedule.ts';

/**
 * What is remembered of backups once the files of some of them are `gone`, deleted or moved by whomever: they count no longer, so that none
 * that is there goes for them, and where the newest is among them the next one is due at once. `files` are given oldest first.
 */
export function afterRemoval(
  record: BackupRecord,
  files: readonly BackupFile[],
  gone: ReadonlySet<number>,
  at: string,
): { readonly files: readonly BackupFile[]; readonly change: Partial<BackupRecord> } {
  const left = files.filter(({ id }) => !gone.has(id));
  const newest = files.at(-1);
  if (newest === undefined || !gone.has(newest.id)) return { files: left, change: {} };
  const before = left.at(-1);
  const made = before?.madeAt ?? null;
  const told = { removed: { at, name: newest.name }, automaticAt: made };
  // One that was made by hand since is elsewhere, and nobody knows of its file.
  if (record.madeAt !== newest.madeAt) return { files: left, change: { automaticAt: made } };
  const last =
    before === undefined ? null : { name: before.name, essays: before.essays, collection: before.collection };
  return { files: left, change: { ...told, madeAt: made, next: 0, last } };
}
