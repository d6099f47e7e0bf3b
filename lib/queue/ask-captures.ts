import { readBody } from '../dom/read-body.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { timeMapAddress } from '../harvest/addresses-in-archive.ts';
import type { Archive } from '../harvest/archives.ts';
import { indexAddress } from '../harvest/index/query.ts';
import { createIndexReader } from '../harvest/index/read-index.ts';
import { capturesOfMementos, capturesOfRows, type PageCaptures } from '../harvest/page-captures.ts';
import { type Memento, readTimeMap } from '../harvest/read-timemap.ts';
import { asResting } from './archive-gate.ts';

/** What asking needs of the browser. */
export interface CapturesAsking {
  /** Asks an archive at its pace: see `ArchiveGate`. */
  readonly fetch: typeof fetch;
  readonly online: () => boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Milliseconds that an answer may take. Chrome ends a worker that waits 30 seconds for a response. */
const PATIENCE = 25_000;
/** Most captures of a page that are told of: no page has been captured as often, but a home page may. */
const MOST = 5000;
/** Largest answer, in bytes. */
const LARGEST = 20_000_000;
/** Most pages of a TimeMap that are read. */
const MOST_PAGES = 5;

/**
 * Asks an archive for all captures of a page: its index, which tells their bytes and statuses, and where it has none its TimeMap.
 * The problem is a machine word, as items of a queue have; `archive-rests` has the moment until which it does. Never throws.
 */
export async function askForCaptures(
  archive: Archive,
  address: string,
  asking: CapturesAsking,
): Promise<Outcome<PageCaptures>> {
  try {
    const byIndex = await askIndex(archive, address, asking);
    if (byIndex.ok || byIndex.problem.code !== 'not-an-index') return byIndex;
    return await askTimeMap(archive, address, asking);
  } catch (error) {
    return problemOf(error, asking);
  }
}

async function askIndex(archive: Archive, address: string, asking: CapturesAsking): Promise<Outcome<PageCaptures>> {
  const query = { scope: { match: 'exact', url: address }, limit: MOST, every: true } as const;
  const answer = await ask(indexAddress(archive, query), asking);
  if (!answer.ok) return answer;
  const { status, bytes } = answer.value;
  if (status === 401 || status === 429 || status >= 500) return fail(`http-${status}`);
  const reader = createIndexReader();
  const rows = [...reader.push(bytes)];
  const end = reader.end();
  rows.push(...end.rows);
  if (end.problem === 'excluded') return fail('excluded');
  // pywb says in this way that it has none of an address.
  const isNone = rows.length === 0 && status < 500 && end.problem === null;
  if (end.problem !== null || (status >= 400 && !isNone)) return fail('not-an-index');
  return succeed({ captures: capturesOfRows(archive, rows), isAll: end.resumeKey === null && end.complete });
}

async function askTimeMap(archive: Archive, address: string, asking: CapturesAsking): Promise<Outcome<PageCaptures>> {
  const mementos: Memento[] = [];
  const waiting = [timeMapAddress(archive, address)];
  const asked = new Set<string>();
  for (let next = waiting.shift(); next !== undefined && asked.size < MOST_PAGES; next = waiting.shift()) {
    asked.add(next);
    const answer = await ask(next, asking);
    if (!answer.ok) return answer;
    const { status, bytes } = answer.value;
    if (status === 404) break;
    if (status >= 400) return fail(`http-${status}`);
    const page = readTimeMap(new TextDecoder().decode(bytes), next);
    mementos.push(...page.mementos);
    // Nobody but the archive itself is asked, whatever its TimeMap names.
    for (const other of page.others)
      if (!asked.has(other) && !waiting.includes(other) && new URL(other).origin === new URL(next).origin)
        waiting.push(other);
  }
  return succeed({ captures: capturesOfMementos(mementos, address), isAll: waiting.length === 0 });
}

interface Answered {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function ask(address: string, { fetch, signal }: CapturesAsking): Promise<Outcome<Answered>> {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  // Whoever it leads to was not granted.
  if (response.url !== '' && new URL(response.url).host !== new URL(address).host) {
    await response.body?.cancel();
    return fail('redirected');
  }
  const bytes = response.body === null ? new Uint8Array() : await readBody(response.body, LARGEST);
  return bytes === null ? fail('too-large') : succeed({ status: response.status, bytes });
}

/** What a request threw, as a problem. */
function problemOf(error: unknown, { online, signal }: CapturesAsking): Outcome<never> {
  const rests = asResting(error);
  if (rests !== null) return fail('archive-rests', new Date(rests.restsUntil).toISOString());
  if (signal.aborted) return fail('stopped');
  if (!online()) return fail('offline');
  return fail(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable');
}
