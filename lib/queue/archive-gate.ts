import { isArchiveHost } from '../essay/archive-hosts.ts';
import { isPassing } from '../queue-plan/answer-of-response.ts';
import { hostOf } from '../queue-plan/host.ts';
import type { HostState } from '../queue-plan/job.ts';
import { restsUntil } from '../queue-plan/next-item.ts';
import { afterAsking, afterHearing, archiveLimits, type Heard, type PaceLimits } from '../queue-plan/pace.ts';

/** What a gate needs of the browser. */
export interface GateSurroundings {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly online: () => boolean;
  readonly rest: (milliseconds: number) => Promise<void>;
  /** How archives stood when the last worker ended, by host. */
  readonly read: () => Promise<Readonly<Record<string, HostState>>>;
  readonly write: (hosts: Readonly<Record<string, HostState>>) => Promise<void>;
  /** The limits of a host; null where it is no archive. Those of public archives, where it is left out. */
  readonly limitsOf?: (host: string) => PaceLimits | null | Promise<PaceLimits | null>;
}

/**
 * The one way to the web archives: whatever is asked of one, its index, captures or images, goes through here one request after
 * another, at the pace that it bears, and not before the end of a rest that it asked for.
 */
export interface ArchiveGate {
  /** As the browser's `fetch`. Of an archive that rests for longer than a short wait it asks nothing, and throws a `Resting`. */
  readonly fetch: typeof fetch;
  /** The same for an archive that nobody has named yet: its host is asked by these limits. */
  readonly fetchWithin: (limits: PaceLimits) => typeof fetch;
  /** How an archive stands; null where it was never asked, and for a host that is none. */
  readonly standing: (address: string) => Promise<HostState | null>;
}

/** What is thrown where an archive rests. */
export interface Resting extends Error {
  /** When it may be asked again, in milliseconds of 1970. */
  readonly restsUntil: number;
}

/** Longest wait for a turn, in milliseconds: whoever asks has 25 seconds in all. Several may wait for the gap. */
const SHORT_WAIT = 12_000;

/** The limits of a public archive; null for any other host. */
export const publicArchives = (host: string): PaceLimits | null =>
  isArchiveHost(host.replace(/:\d+$/, '')) ? archiveLimits : null;

/** Makes the gate of a background. There may be but one. */
export function createArchiveGate(around: GateSurroundings): ArchiveGate {
  const { now, online, rest, limitsOf = publicArchives } = around;
  const hosts = new Map<string, HostState>();
  const lines = new Map<string, Promise<unknown>>();
  const loading: { done?: Promise<void> } = {};

  /** What was stored; where that cannot be read, nothing is known. */
  const load = (): Promise<void> => {
    loading.done ??= around.read().then(
      (stored) => {
        for (const [host, state] of Object.entries(stored)) hosts.set(host, state);
      },
      () => undefined,
    );
    return loading.done;
  };

  const put = async (host: string, state: HostState): Promise<void> => {
    hosts.set(host, state);
    // What cannot be stored holds for as long as this worker lives.
    await around.write(Object.fromEntries(hosts)).catch(() => undefined);
  };

  /** Waits for the turn of a request, and counts it before it is sent. What was given up meanwhile is not sent, and counts for nothing. */
  async function takeTurn(host: string, limits: PaceLimits, signal: AbortSignal | null | undefined): Promise<void> {
    signal?.throwIfAborted();
    const until = restsUntil(hosts.get(host), now());
    const wait = until - now();
    if (wait > SHORT_WAIT) throw resting(until);
    if (wait > 0) await rest(wait);
    signal?.throwIfAborted();
    await put(host, afterAsking(hosts.get(host), limits, now()));
  }

  async function ask(host: string, limits: PaceLimits, request: Parameters<typeof fetch>): Promise<Response> {
    await takeTurn(host, limits, request[1]?.signal);
    try {
      const response = await around.fetch(...request);
      const state = afterHearing(hosts.get(host), limits, heard(response), now());
      // A redirect was a request of its own.
      await put(host, response.redirected ? afterAsking(state, { ...limits, gap: 2 * limits.gap }, now()) : state);
      return response;
    } catch (error) {
      // Silence of our own network says nothing of the archive; nor does a page that was not waited for.
      const own = !online() || (error instanceof DOMException && error.name === 'AbortError');
      if (!own) await put(host, afterHearing(hosts.get(host), limits, { kind: 'silent' }, now()));
      throw error;
    }
  }

  /** One request after another for each archive. */
  const inLine = <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const done = (lines.get(host) ?? Promise.resolve()).then(work, work);
    lines.set(host, done);
    return done;
  };

  async function paced(limits: PaceLimits, request: Parameters<typeof fetch>): Promise<Response> {
    await load();
    const host = hostOf(addressOf(request[0]));
    return inLine(host, () => ask(host, limits, request));
  }

  return {
    fetch: async (...request) => {
      const limits = await limitsOf(hostOf(addressOf(request[0])));
      return limits === null ? around.fetch(...request) : paced(limits, request);
    },
    fetchWithin:
      (limits) =>
      (...request) =>
        paced(limits, request),
    standing: async (address) => {
      await load();
      const state = hosts.get(hostOf(address));
      return state === undefined || restsUntil(state, now()) === 0 ? null : state;
    },
  };
}

const addressOf = (input: RequestInfo | URL): string => (input instanceof Request ? input.url : String(input));

const heard = ({ status, headers }: Response): Heard =>
  isPassing(status)
    ? { kind: 'refused', retryAfter: headers.get('retry-after'), sent: headers.get('date') }
    : { kind: 'answered' };

const resting = (restsUntil: number): Resting =>
  Object.assign(new Error('The archive rests.'), { name: 'Resting', restsUntil });

/** What a fetch threw, where it was that the archive rests; null for another error. */
export const asResting = (error: unknown): Resting | null =>
  error instanceof Error && error.name === 'Resting' && 'restsUntil' in error ? (error as Resting) : null;
