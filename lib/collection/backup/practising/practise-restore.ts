import { fail, type Outcome, succeed } from '../../../essay/outcome.ts';
import { anyJson } from '../../../zip/any-json.ts';
import { readableRow } from '../../checked/check-row.ts';
import { type Collection, openCollection } from '../../collection.ts';
import { countOpenFindings } from '../../integrity/findings.ts';
import { checkCollection } from '../../integrity/run-check.ts';
import type { EssayRow } from '../../rows.ts';
import { attempt } from '../../storage.ts';
import type { Backup } from '../open-backup.ts';
import { type RestoreProblem, restoreBackup } from '../restore-backup.ts';
import type { RunOptions } from '../write-backup.ts';
import { practising, SCRATCH } from './scratch.ts';

/** What restoring a backup would bring back, compared with what is in the collection now. */
export interface Practice {
  /** Essays and versions that came back. */
  readonly essays: number;
  readonly versions: number;
  /** Parts of them that are damaged or missing in the backup. */
  readonly damaged: number;
  /** Essays that are the same here; that were changed here since; that are here alone, and would be lost without a newer backup; that are in the backup alone. */
  readonly same: number;
  readonly changed: number;
  readonly onlyHere: number;
  readonly onlyThere: number;
}

/** Essays compared at a time. */
const AT_A_TIME = 200;

/** The share of a practice that restoring is; checking is the rest. */
const RESTORING = 0.6;

/**
 * Restores a backup that was opened into a database of its own, looks through all that came back, digests and all, compares it with
 * the collection, and deletes the database again. The collection stays as it is.
 */
export const practiseRestore = (
  collection: Collection,
  backup: Backup,
  options: RunOptions = {},
): Promise<Outcome<Practice, RestoreProblem>> => practising(() => practise(collection, backup, options));

async function practise(
  collection: Collection,
  backup: Backup,
  { signal, onProgress }: RunOptions,
): Promise<Outcome<Practice, RestoreProblem>> {
  const scratch = openCollection(SCRATCH, 'relaxed');
  const tell = (share: number): void => onProgress?.(share, 1);
  try {
    await scratch.delete({ disableAutoOpen: false });
    const restored = await restoreBackup(scratch, backup, 'replace', {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done, of) => tell((done / Math.max(1, of)) * RESTORING),
    });
    if (!restored.ok) return restored;
    await checkCollection(scratch, {
      goOn: async () => signal?.aborted !== true,
      onProgress: (done, of) => tell(RESTORING + (done / Math.max(1, of)) * (1 - RESTORING)),
    });
    if (signal?.aborted) return fail('stopped');
    const damaged = await countOpenFindings(scratch);
    const counts = { essays: await scratch.essays.count(), versions: await scratch.captures.count(), damaged };
    return succeed({ ...counts, ...(await compare(collection, scratch)) });
  } catch (error) {
    return attempt(() => Promise.reject(error));
  } finally {
    await scratch.delete().catch(() => undefined);
  }
}

/** Essay by essay, the number in the index apart. */
async function compare(
  here: Collection,
  there: Collection,
): Promise<Pick<Practice, 'same' | 'changed' | 'onlyHere' | 'onlyThere'>> {
  const [own, other] = [
    await here.essays.toCollection().primaryKeys(),
    await there.essays.toCollection().primaryKeys(),
  ];
  const known = new Set(other);
  const both = own.filter((id) => known.has(id));
  let same = 0;
  for (let from = 0; from < both.length; from += AT_A_TIME) {
    const ids = both.slice(from, from + AT_A_TIME);
    const [one, two] = [await here.essays.bulkGet(ids), await there.essays.bulkGet(ids)];
    same += ids.filter((_, at) => textOf(one[at]) === textOf(two[at])).length;
  }
  return {
    same,
    changed: both.length - same,
    onlyHere: own.length - both.length,
    onlyThere: other.length - both.length,
  };
}

function textOf(raw: EssayRow | undefined): string {
  const { doc: _doc, ...row } = readableRow('essays', raw) ?? { doc: 0 };
  return anyJson(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
