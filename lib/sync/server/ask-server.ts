import { base64OfBytes } from '../../essay/base64.ts';
import { SyncRefusal } from '../storage.ts';
import { refusalOf } from './answers.ts';
import type { RequestBudget } from './budget.ts';
import type { SyncServer } from './sync-server.ts';

/** Milliseconds after which a request is given up: four megabytes at 20 kB/s take 200 seconds. */
const PATIENCE = 300_000;
/** Most bytes of one answer: a segment has four megabytes, one of a single large original more. */
const MOST_BYTES = 128_000_000;

/** What goes along with a request. */
interface Asked extends RequestInit {
  readonly query?: Readonly<Record<string, string>>;
}

/** One server, asked within its budget. */
export interface AskedServer {
  /** Sends a request to a path below the server's address; rejects with `unreachable`, or where the budget is spent. */
  readonly ask: (method: string, path: string, more?: Asked) => Promise<Response>;
  /** The answer, where it has one of these states; else rejects with what it means. */
  readonly expect: (answer: Response, ...good: readonly number[]) => Promise<Response>;
  /** The bytes of an answer; rejects where it breaks off, or has more than anybody writes there. */
  readonly bytesOf: (answer: Response, most?: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Bytes as a request can take them without copying them while this thread waits: of eight megabytes that took Chromium 25 ms, as a blob 8
 * (docs/benchmarks/sync.md).
 */
const sentApart = (bytes: ArrayBufferView<ArrayBuffer>): Blob => new Blob([bytes]);

/** Asks a server by `request`, which is `fetch` or a test's. Nobody is named where there is neither user nor password. */
export function askServer(
  { address, user, password }: SyncServer,
  budget: RequestBudget,
  request: typeof fetch,
): AskedServer {
  const base = address.endsWith('/') ? address : `${address}/`;
  const isOpen = user === '' && password === '';
  const named = { authorization: `Basic ${base64OfBytes(new TextEncoder().encode(`${user}:${password}`))}` };
  return {
    ask: async (method, path, { query = {}, ...more } = {}) => {
      await budget.spend();
      const asked = new URLSearchParams(query).toString();
      const place = base + path.split('/').map(encodeURIComponent).join('/');
      return request(asked === '' ? place : `${place}?${asked}`, {
        method,
        ...more,
        ...(ArrayBuffer.isView(more.body) && { body: sentApart(more.body) }),
        headers: { ...(!isOpen && named), ...more.headers },
        // The browser's own dialog and cookies stay out of it, and nobody learns of it by a redirect.
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      }).catch((error: unknown) => {
        throw new SyncRefusal('unreachable', String(error));
      });
    },
    expect: async (answer, ...good) => {
      if (good.includes(answer.status)) return answer;
      const refusal = await refusalOf(answer);
      if (refusal.code === 'later') await budget.rest(Number(refusal.detail));
      throw refusal;
    },
    bytesOf: async (answer, most = MOST_BYTES) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      const reader = answer.body?.getReader();
      while (reader !== undefined) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          throw new SyncRefusal('unreachable', String(error));
        });
        if (done) break;
        parts.push(value);
        size += value.byteLength;
        if (size <= most) continue;
        await reader.cancel().catch(() => undefined);
        throw new SyncRefusal('too-large', String(most));
      }
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.byteLength;
      }
      return bytes;
    },
  };
}
