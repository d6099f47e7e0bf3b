import type { BackupRecord } from '../../lib/collection/backup/schedule.ts';

/** What is remembered of backups where none was ever made, but for what a test says. */
export const backupRecord = (facts: Partial<BackupRecord> = {}): BackupRecord => ({
  madeAt: null,
  next: 0,
  automaticAt: null,
  failure: null,
  last: null,
  begunAt: null,
  paused: null,
  removed: null,
  quietUntil: null,
  ...facts,
});
