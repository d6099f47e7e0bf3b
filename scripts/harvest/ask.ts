import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Archive } from '../../lib/harvest/archives.ts';
import { asResting, createArchiveGate } from '../../lib/queue/archive-gate.ts';
import { type Fetched, fetchPage } from '../../lib/queue/fetch-page.ts';
import type { HostState } from '../../lib/queue-plan/job.ts';
import { followAtHome } from './follow-at-home.ts';

/** What a harvest needs of the machine that it runs on; a test puts a clock of its own here. */
export interface HarvestSurroundings {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Told how it goes, a line at a time. */
  readonly say: (line: string) => void;
}

/** Asks one archive, at its pace, and waits where it asks to. */
export interface Asker {
  /** The bytes of a capture, by its address; or that it cannot be had. Never throws but when the archive stays silent for days. */
  readonly page: (address: string) => Promise<Fetched>;
  /** An answer of the index with a status of 200; throws what is wrong with it. */
  readonly index: (address: string) => Promise<Response>;
  /** Rests as after a refusal: of an archive that answers with something else than was asked for. */
  readonly pause: () => Promise<void>;
  /** Requests so far. */
  readonly requests: () => number;
}

/** How often a capture is asked for before its archive counts as not having it. */
const triesOfCapture = 4;
/** How often in a row an archive may refuse, at rests that grow to a day, before the harvest ends; it may be run again. */
const refusalsInARow = 12;
/** Milliseconds that an answer of the index may take to begin: it reads through millions of rows. */
const patience = 300_000;

/** Makes the asker of an archive. How it stands is kept in `file`, so that a harvest that is begun anew keeps the pace too. */
export function createAsker(archive: Archive, file: string, around: HarvestSurroundings): Asker {
  const { now, rest, say } = around;
  const host = new URL(archive.index).host;
  const state = { requests: 0 };
  const gate = createArchiveGate({
    fetch: followAtHome(around.fetch, host, () => {
      state.requests += 1;
    }),
    now,
    online: () => true,
    rest,
    read: async () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, HostState>) : {}),
    write: async (hosts) => {
      writeFileSync(`${file}.part`, JSON.stringify(hosts));
      renameSync(`${file}.part`, file);
    },
    limitsOf: (asked) => (asked === host ? archive.pace : null),
  });

  /** Rests until the archive may be asked again, and says till when where that is long. */
  async function wait(): Promise<void> {
    const until = (await gate.standing(archive.index))?.notBefore ?? 0;
    const left = until - now();
    if (left > 30_000) say(`${host} asks for a rest: until ${new Date(until).toISOString()}`);
    if (left > 0) await rest(left);
  }

  return {
    requests: () => state.requests,
    pause: () => rest(archive.pace.pause),
    async page(address) {
      let refusals = 0;
      for (let tries = 1; ; ) {
        const fetched = await fetchPage(address, {
          fetch: gate.fetch,
          now,
          online: () => true,
          mayAsk: async (to) => new URL(to).host === host,
        });
        if (fetched.kind === 'page' || fetched.kind === 'failed' || fetched.kind === 'lost') return fetched;
        const isRest = fetched.kind === 'resting' || ('reason' in fetched && fetched.reason === 'http-429');
        // A door that is shut for everything is not the capture's fault.
        if (!isRest && tries >= triesOfCapture && 'reason' in fetched && fetched.reason === 'unreachable')
          throw new Error(`${host} cannot be reached: give the same command again later.`);
        if (!isRest && tries >= triesOfCapture)
          return { kind: 'failed', reason: 'reason' in fetched ? fetched.reason : fetched.kind };
        if (isRest) refusals += 1;
        else tries += 1;
        if (refusals > refusalsInARow) throw new Error(`${host} refuses: try again later.`);
        await wait();
      }
    },
    async index(address) {
      for (let tries = 1; ; tries += 1) {
        const response = await gate
          .fetch(address, { signal: AbortSignal.timeout(patience) })
          .catch((problem: unknown) => problem);
        if (response instanceof Response && response.url !== '' && new URL(response.url).host !== host)
          throw new Error(
            `The index of ${host} leads to ${new URL(response.url).host}: name that server, if it is meant.`,
          );
        if (response instanceof Response && (response.ok || isAnswer(response.status))) return response;
        const why =
          response instanceof Response ? `status ${response.status}` : String((response as Error)?.message ?? response);
        if (response instanceof Response) await response.body?.cancel();
        if (asResting(response) !== null) tries -= 1;
        if (tries >= refusalsInARow) throw new Error(`The index of ${host} cannot be read: ${why}`);
        await wait();
      }
    },
  };
}

/** Statuses whose words tell: nothing captured, left out, not understood. */
const isAnswer = (status: number): boolean => status === 400 || status === 403 || status === 404 || status === 451;
