import type { Wanted } from '../../../lib/queue-plan/job.ts';
import { patternOf, wantedAddress } from '../../../lib/queue-plan/wanted.ts';

/** A tab of the window. */
export interface OpenTab {
  readonly id: number;
  /** Null where the browser does not tell it. */
  readonly address: string | null;
  readonly title: string;
  /** The recogniser took it for an essay. */
  readonly essay: boolean;
}

/**
 * What a tab is to a queue. `plain`: its site is granted, and no essay was recognised. `unknown`: its site is not granted, so
 * nobody has looked. The others cannot be chosen: kept already, the same page as one before, no page of the web.
 */
export type TabState = 'essay' | 'plain' | 'unknown' | 'kept' | 'same' | 'not-web';

/** A tab whose address is known. */
export interface TabChoice {
  readonly id: number;
  readonly title: string;
  readonly state: TabState;
  /** Null where it cannot be fetched. */
  readonly wanted: Wanted | null;
}

/** True for what the reader may choose. */
export const canChoose = ({ state }: TabChoice): boolean =>
  state === 'essay' || state === 'plain' || state === 'unknown';

/** What each tab with a known address is, in the order of the window. */
export function chooseTabs(
  tabs: readonly OpenTab[],
  kept: ReadonlySet<number>,
  granted: readonly string[],
): readonly TabChoice[] {
  const seen = new Set<string>();
  return tabs.flatMap(({ id, address, title, essay }): TabChoice[] => {
    if (address === null) return [];
    const wanted = wantedAddress(address, title);
    if (wanted === null) return [{ id, title: title || address, state: 'not-web', wanted }];
    const again = seen.has(wanted.key);
    seen.add(wanted.key);
    const looked = granted.includes(patternOf(wanted.address));
    const state = again ? 'same' : kept.has(id) ? 'kept' : essay ? 'essay' : looked ? 'plain' : 'unknown';
    return [{ id, title: title || wanted.address, state, wanted }];
  });
}
