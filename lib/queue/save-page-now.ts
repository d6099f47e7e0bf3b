import { readAddress } from '../archive/address.ts';
import type { ArchiveKeys } from '../collection/archives/archive-keys.ts';
import { normaliseUrl } from '../essay/identity.ts';
import type { Ask } from '../queue-plan/ask.ts';
import { answerOfSaveJson, type SaveAnswer } from '../queue-plan/save-answer.ts';
import { asResting } from './archive-gate.ts';

/** What asking needs of the browser. */
interface Asking {
  readonly fetch: typeof fetch;
}

const HOST = 'https://web.archive.org';
/** Milliseconds that are waited for an answer. Chrome ends a worker that waits 30 seconds; the archive goes on all the same. */
const PATIENCE = 25_000;
/** A page that the archive has from the last month needs no new capture; the one that there is stands for it. */
const RECENT = '30d';

/** The address that shows the capture of a page. */
export const copyAddress = ({ address }: Pick<Ask, 'address'>, timestamp: string): string =>
  `${HOST}/web/${timestamp}/${address}`;

/** Asks the archive to save a page. Never throws. */
export async function askToSave(address: string, { fetch }: Asking, keys: ArchiveKeys | null): Promise<SaveAnswer> {
  try {
    if (keys === null) return await saveInTheOpen(address, fetch);
    const response = await fetch(`${HOST}/save`, {
      ...stranger(),
      method: 'POST',
      headers: { ...headersOf(keys), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ url: address, skip_first_archive: '1', if_not_archived_within: RECENT }),
    });
    return refusalOf(response) ?? answerOfSaveJson(await json(response));
  } catch (error) {
    return answerOfError(error);
  }
}

/** Without keys the answer comes when the page is saved, from the address of its capture. */
async function saveInTheOpen(address: string, fetch: Asking['fetch']): Promise<SaveAnswer> {
  const response = await fetch(`${HOST}/save/${address}`, stranger());
  await response.body?.cancel();
  const told = response.headers.get('content-location');
  const at = captureOf(response.url, address) ?? captureOf(told === null ? '' : new URL(told, HOST).href, address);
  if (at !== null) return { kind: 'saved', timestamp: at, address };
  return refusalOf(response) ?? { kind: 'pending', job: '' };
}

/** Looks whether a page that the archive was asked to save is saved: by its task, else in its index. Never throws. */
export async function lookForSave(ask: Ask, { fetch }: Asking, keys: ArchiveKeys | null): Promise<SaveAnswer> {
  try {
    if (ask.job !== '' && keys !== null) {
      const response = await fetch(`${HOST}/save/status/${encodeURIComponent(ask.job)}`, {
        ...stranger(),
        headers: headersOf(keys),
      });
      return refusalOf(response) ?? answerOfSaveJson(await json(response), ask.job);
    }
    const from = new Date(ask.askedAt - CLOCKS_APART).toISOString().replace(/\D/g, '').slice(0, 14);
    const query = `url=${encodeURIComponent(ask.address)}&matchType=exact&from=${from}&filter=statuscode:200&limit=-1&fl=timestamp`;
    const response = await fetch(`${HOST}/cdx/search/cdx?${query}`, stranger());
    const refusal = refusalOf(response);
    if (refusal !== null) return refusal;
    const timestamp = /^\d{14}$/m.exec(await response.text())?.[0];
    return timestamp === undefined
      ? { kind: 'pending', job: ask.job }
      : { kind: 'saved', timestamp, address: ask.address };
  } catch (error) {
    const answer = answerOfError(error);
    // That we could not look says nothing of the page.
    return answer.kind === 'again' ? { kind: 'pending', job: ask.job } : answer;
  }
}

/** Milliseconds that our clock and the archive's may go apart. */
const CLOCKS_APART = 10 * 60_000;

const stranger = () =>
  ({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  }) as const;

const headersOf = ({ access, secret }: ArchiveKeys) => ({
  accept: 'application/json',
  authorization: `LOW ${access}:${secret}`,
});

const json = (response: Response): Promise<unknown> => response.json().catch(() => null);

/** What a status says; null for one that has an answer. */
function refusalOf({ status }: Response): SaveAnswer | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return { kind: 'failed', reason: `save-http-${status}` };
  return {
    kind: status === 429 ? 'quota' : 'again',
    reason: status === 429 ? 'save-too-many-requests' : `save-http-${status}`,
  };
}

function answerOfError(error: unknown): SaveAnswer {
  const rests = asResting(error);
  if (rests !== null) return { kind: 'resting', until: rests.restsUntil };
  const slow = error instanceof DOMException && error.name === 'TimeoutError';
  // It saves on, though nobody waits.
  return slow ? { kind: 'pending', job: '' } : { kind: 'again', reason: 'unreachable' };
}

/** The moment of a capture of the page at this address of the archive; null where it is none. */
function captureOf(url: string, address: string): string | null {
  const at = readAddress(url);
  if (at === null || at.timestamp.length !== 14) return null;
  return normaliseUrl(at.originalUrl) === normaliseUrl(address) ? at.timestamp : null;
}
