import type { Outcome } from '../../lib/essay/outcome.ts';
import { askSurely } from '../../lib/messages/ask-surely.ts';
import { type KeepProblem, type KeptMark, sendMessage } from '../../lib/messages/protocol.ts';
import { runSoFar, writeAskedAhead } from '../../lib/settings/asked-ahead.ts';
import { openAskedWriter } from '../../lib/settings/lasting-asked.ts';

/** The tab that the popup is about, as far as the browser tells of it. */
interface KeptTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/**
 * How the popup keeps its page. A press is written down and asked of the background by two calls in a row, before anything is waited for: a
 * click beside the popup closes it, and what it had still to do is never done. `ready` is called when the background has answered once, by
 * which this run of the browser has its name.
 */
export function createKeep({ id: tabId = -1, url = '', title = '', incognito = false }: KeptTab) {
  const put = openAskedWriter();
  let run: unknown;
  return {
    ready: (): void => {
      runSoFar().then(
        (known) => {
          run = known;
        },
        () => undefined,
      );
    },
    keep: (anyway: boolean, evenPrivate: boolean): Promise<Outcome<KeptMark, KeepProblem>> => {
      const facts = { id: crypto.randomUUID(), tabId, url, title, anyway };
      // Nothing of a private window is written down before the reader has said so.
      if (!incognito || evenPrivate) {
        const asked = { ...facts, by: 'popup', askedAt: new Date().toISOString() } as const;
        writeAskedAhead(put, asked, run).catch(() => undefined);
      }
      return askSurely((again) => sendMessage('keepPage', { ...facts, incognito, evenPrivate, again }));
    },
  };
}
