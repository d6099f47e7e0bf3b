import { deviceOf } from '../../sync/model/clock.ts';
import { stampedId } from '../../sync/model/stamped-row.ts';
import type { SyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { STATE } from '../sync/sync-rows.ts';

/** Gives which captures of an essay, as they are stored, have their original bytes in another place than this collection. */
export type FindElsewhere = (essayId: string, captures: readonly unknown[]) => PromiseLike<ReadonlySet<string>>;

/**
 * Originals that are not missing though they are not here: of essays that were taken from a colleague who publishes texts alone, and of
 * those that another computer kept last while this one takes no originals. Inside a transaction over `sync` and `stamps`.
 */
export async function originalsElsewhere({ sync, stamps }: Collection): Promise<FindElsewhere> {
  const { wanted, device } = ((await sync.get(STATE))?.value ?? {}) as Partial<SyncState>;
  const syncsTexts = Array.isArray(wanted) && !wanted.includes('originals');
  /** Parts have no stamps of their own: which capture is the essay's is told by who kept it. */
  const isKeptElsewhere = async (essayId: string): Promise<boolean> => {
    const kept = (await stamps.get(stampedId('essays', essayId)))?.fields['captureId'];
    return kept !== undefined && 'h' in kept && deviceOf(kept.h) !== device;
  };
  return async (essayId, captures) => {
    const isElsewhere = syncsTexts && (await isKeptElsewhere(essayId));
    // A damaged capture may be anything.
    const known = captures as readonly ({ readonly id?: unknown; readonly takenFrom?: unknown } | undefined)[];
    return new Set(
      known.flatMap((capture) =>
        typeof capture?.id === 'string' && (isElsewhere || capture.takenFrom !== undefined) ? [capture.id] : [],
      ),
    );
  };
}
