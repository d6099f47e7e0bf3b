import type { Collection } from '../../../lib/collection/collection.ts';
import { type Findings, listFindings } from '../../../lib/collection/integrity/findings.ts';
import { type IntegrityState, readIntegrity } from '../../../lib/collection/integrity/integrity-state.ts';
import { checkCollection, withCheckLock } from '../../../lib/collection/integrity/run-check.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { browserCopies } from '../../../lib/settings/browser-copies.ts';

/** Findings shown at first of what is open and of what was, and more each time that the reader asks: each may hold a text. */
const SHOWN = 50;

const nothing: Findings = { open: [], past: [], openCount: 0, pastCount: 0 };

/** What was found wrong in a collection, how far it was looked through, and a look through all of it. */
export function createChecking(collection: Collection) {
  let findings = $state.raw<Findings>(nothing);
  let most = $state(SHOWN);
  let looked = $state.raw<IntegrityState | null>(null);
  let share = $state<number | null>(null);
  let failed = $state(false);
  let stopped = false;

  async function checkAll(): Promise<void> {
    [share, failed, stopped] = [0, false, false];
    try {
      const goOn = async (): Promise<boolean> => !stopped;
      const onProgress = (done: number, of: number): void => {
        share = of === 0 ? 1 : done / of;
      };
      await withCheckLock(() => checkCollection(collection, { goOn, onProgress, copies: browserCopies() }), true);
    } catch {
      failed = true;
    }
    share = null;
  }

  return {
    get findings(): Findings {
      return findings;
    },
    get looked(): IntegrityState | null {
      return looked;
    },
    /** How far a look through all is, 0 to 1; null while there is none. */
    get share(): number | null {
      return share;
    },
    get failed(): boolean {
      return failed;
    },
    checkAll,
    showMore: (): void => {
      most += SHOWN;
    },
    stop: (): void => {
      stopped = true;
    },
    /** Follows what is found, as much as is shown. Gives the function that stops it. */
    follow(): () => void {
      const shown = most;
      const stops = [
        observe(
          () => listFindings(collection, shown),
          (found) => {
            if (found.ok) findings = found.value;
          },
        ),
        observe(
          () => readIntegrity(collection),
          (state) => (looked = state),
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

export type Checking = ReturnType<typeof createChecking>;
