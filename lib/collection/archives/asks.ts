import type { Outcome } from '../../essay/outcome.ts';
import type { Ask } from '../../queue-plan/ask.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { ArchiveStore } from './archive-store.ts';

/** All pages that an archive was, or is to be, asked to save. */
export const listAsks = ({ asks }: ArchiveStore): Promise<Outcome<readonly Ask[], StorageProblem>> =>
  attempt(() => asks.toArray());

/** What became of the asking for an essay's page; null where nobody asked. */
export const getAsk = ({ asks }: ArchiveStore, essayId: string): Promise<Outcome<Ask | null, StorageProblem>> =>
  attempt(async () => (await asks.get(essayId)) ?? null);

/** Stores how far it is. */
export const putAsk = ({ asks }: ArchiveStore, ask: Ask): Promise<Outcome<string, StorageProblem>> =>
  attempt(() => asks.put(ask));
