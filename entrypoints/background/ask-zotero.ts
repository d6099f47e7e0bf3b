import { bytesOfBase64 } from '../../lib/essay/base64.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { type AskProblem, ZOTERO_ORIGIN, type ZoteroAnswer, type ZoteroRequest } from '../../lib/zotero/ask.ts';

/** Milliseconds that Zotero has for an answer. Chrome ends a background whose request is not answered in thirty seconds. */
const PATIENCE = 28_000;

/**
 * Sends a request of a page of ours to the Zotero of this computer; pages themselves connect to nothing. Without the reader's permission
 * for the host the browser lets nothing through, which looks as if no Zotero ran.
 */
export async function askZotero(request: ZoteroRequest): Promise<Outcome<ZoteroAnswer, AskProblem>> {
  const { method, path, headers, text, base64 } = request;
  const body = base64 === undefined ? text : bytesOfBase64(base64);
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const answer = await fetch(`${ZOTERO_ORIGIN}${path}`, {
      method,
      headers,
      credentials: 'omit',
      redirect: 'error',
      signal,
      ...(body != null && { body }),
    });
    return succeed({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: await answer.text(),
    });
  } catch {
    return fail(signal.aborted ? 'no-answer' : 'not-running');
  }
}
