import { browser } from 'wxt/browser';
import { readAddress } from '../../../lib/archive/address.ts';
import { base64OfBytes } from '../../../lib/essay/base64.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import { type Archive, archiveOf } from '../../../lib/harvest/archives.ts';
import type { PageCaptures } from '../../../lib/harvest/page-captures.ts';
import type { ArchiveQuestion, SentPage } from '../../../lib/messages/protocol.ts';
import type { ArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { askForCaptures } from '../../../lib/queue/ask-captures.ts';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import { isFetchable, patternOf } from '../../../lib/queue-plan/wanted.ts';

/** Answers what the reader asks of an archive while it waits. */
export interface ArchiveQuestions {
  readonly askForCaptures: (question: ArchiveQuestion) => Promise<Outcome<PageCaptures>>;
  readonly fetchCapture: (question: ArchiveQuestion) => Promise<Outcome<SentPage>>;
  /** Ends a question; its answer is `stopped`. */
  readonly stop: (ask: string) => void;
}

/** Makes it. Each question goes through the gate, at the pace of its archive, and only to hosts that the reader has granted. */
export function answerQuestions(gate: ArchiveGate): ArchiveQuestions {
  const open = new Map<string, AbortController>();

  /** Asks, so that it can be stopped. */
  async function asking<T>(
    { ask, archive: named }: ArchiveQuestion,
    work: (archive: Archive, signal: AbortSignal) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const archive = archiveOf(named);
    if (archive === null) return fail('no-archive');
    if (!(await mayAsk(archive.index))) return fail('no-permission');
    const stop = new AbortController();
    open.set(ask, stop);
    return work(archive, stop.signal).finally(() => open.delete(ask));
  }

  return {
    askForCaptures: (question) =>
      asking(question, (archive, signal) =>
        askForCaptures(archive, question.address, { fetch: gate.fetchWithin(archive.pace), online, signal }),
      ),
    fetchCapture: (question) =>
      asking(question, async (archive, signal) => {
        const { address } = question;
        // Captures of this archive alone: the reader is no way to any other page.
        if (readAddress(address) === null || new URL(address).host !== new URL(archive.index).host)
          return fail('no-archive');
        const fetch = gate.fetchWithin(archive.pace);
        const fetched = await fetchPage(address, { fetch, now: () => Date.now(), online, mayAsk, signal });
        if (fetched.kind === 'page') {
          const { bytes, ...page } = fetched.page;
          return succeed({ ...page, bytes: base64OfBytes(bytes) });
        }
        if (fetched.kind === 'offline') return fail('offline');
        const rest = 'retryAfter' in fetched ? fetched.retryAfter : null;
        return fail(fetched.reason, rest === null ? undefined : new Date(Date.now() + rest).toISOString());
      }),
    stop: (ask) => open.get(ask)?.abort(),
  };
}

const online = (): boolean => navigator.onLine;
const mayAsk = async (address: string): Promise<boolean> =>
  isFetchable(address) && (await browser.permissions.contains({ origins: [patternOf(address)] }));
