import { bytesOfBase64 } from '../../../../lib/essay/base64.ts';
import { fail, type Outcome, succeed } from '../../../../lib/essay/outcome.ts';
import type { Archive } from '../../../../lib/harvest/archives.ts';
import type { PageCaptures } from '../../../../lib/harvest/page-captures.ts';
import { sendMessage } from '../../../../lib/messages/protocol.ts';
import type { ServedPage } from '../../../../lib/queue/fetch-page.ts';

/** How the panel asks an archive: by the background, which keeps its pace. */
export interface ArchiveAsker {
  readonly captures: (archive: Archive, address: string, signal: AbortSignal) => Promise<Outcome<PageCaptures>>;
  readonly page: (archive: Archive, address: string, signal: AbortSignal) => Promise<Outcome<ServedPage>>;
}

/** Milliseconds that an answer is waited for: the archive's pace, those who asked before, and its own patience together. */
const PATIENCE = 75_000;

/** The asker of this browser. */
export const archiveAsker: ArchiveAsker = {
  captures: (archive, address, signal) =>
    answered(signal, (ask) => sendMessage('askForCaptures', { ask, archive: archive.id, address })),
  page: async (archive, address, signal) => {
    const sent = await answered(signal, (ask) => sendMessage('fetchCapture', { ask, archive: archive.id, address }));
    if (!sent.ok) return sent;
    const bytes = bytesOfBase64(sent.value.bytes);
    return bytes === null ? fail('damaged') : succeed({ ...sent.value, bytes });
  },
};

/** Waits for an answer no longer than until it is stopped or late; then the background is told to stop too. */
function answered<T>(signal: AbortSignal, send: (ask: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (signal.aborted) return Promise.resolve(fail('stopped'));
  const ask = crypto.randomUUID();
  const ends = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  return new Promise((resolve) => {
    ends.addEventListener('abort', () => {
      resolve(fail(signal.aborted ? 'stopped' : 'timeout'));
      sendMessage('stopAsking', { ask }).catch(() => undefined);
    });
    // The background was stopped before it could answer.
    send(ask).then(resolve, () => resolve(fail('interrupted')));
  });
}
