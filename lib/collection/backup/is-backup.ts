import { manifestDigestName, manifestName } from './manifest.ts';
import { readBackupDirectory } from './zip-directory.ts';

/** True for a backup, or a file that somebody handed over, by the names of its parts: whether it is whole is seen when it is opened. */
export async function isBackup(blob: Blob): Promise<boolean> {
  try {
    const files = await readBackupDirectory(blob);
    return [manifestName, manifestDigestName].every((name) => files?.has(name) === true);
  } catch {
    return false;
  }
}
