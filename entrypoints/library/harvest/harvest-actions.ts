import type { Outcome } from '../../../lib/essay/outcome.ts';
import type { Archive } from '../../../lib/harvest/archives.ts';
import { type StartProblem, sendMessage } from '../../../lib/messages/protocol.ts';
import { startJob } from '../../../lib/messages/start-job.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { askForOrigins } from '../../../lib/settings/host-access.ts';
import { readPaces } from '../../../lib/settings/paces.ts';

/** What the page of the archives asks of the browser and the background. */
export interface HarvestActions {
  /** Asks the reader for the archive's hosts; only within a press. */
  grant(origins: readonly string[]): Promise<boolean>;
  /** Lets the background go on with what is in the store. */
  look(id: string): Promise<void>;
  /** When the archive may be asked again that wants a rest, in milliseconds of 1970; 0 where it wants none. */
  restsUntil(archive: Archive): Promise<number>;
  start(job: NewJob): Promise<Outcome<{ readonly id: string }, StartProblem>>;
}

export const harvestActions: HarvestActions = {
  grant: askForOrigins,
  look: (id) => sendMessage('lookInArchives', { id }),
  restsUntil: async ({ index }) => {
    const state = (await readPaces())[new URL(index).host];
    return state !== undefined && state.failures > 0 && state.notBefore > Date.now() ? state.notBefore : 0;
  },
  start: startJob,
};
