import { readBody } from '../dom/read-body.ts';
import { type FetchBytes, type ImageProblem, imageLimits } from '../essay/image.ts';
import { fail, succeed } from '../essay/outcome.ts';

/** How long a server may take for one image, in milliseconds. */
const PATIENCE = 15_000;

/**
 * The bytes of an image, from the browser's cache where it has it, asked for without cookies. In a page the browser lets
 * through what the page's own site serves and what others allow (CORS); in the background, what the reader has opened to us.
 * `ask` may keep the pace of an archive; `insist` says whether a server that refused is asked once more, past the browser's cache,
 * which remembers errors too.
 */
export async function fetchImage(
  address: string,
  ask: typeof fetch = (...request) => fetch(...request),
  insist = true,
): ReturnType<FetchBytes> {
  const asking = { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) } as const;
  try {
    const cached = await ask(address, { ...asking, cache: 'force-cache' });
    const response = cached.ok || !insist ? cached : await ask(address, { ...asking, cache: 'no-cache' });
    if (!response.ok || response.body === null) return fail(problemOf(response.status));
    const bytes = await readBody(response.body, imageLimits.bytes);
    return bytes === null ? fail('too-large') : succeed(bytes);
  } catch {
    // No connection, out of patience, or not let through: browsers tell no difference.
    return fail('unreachable');
  }
}

const problemOf = (status: number): ImageProblem =>
  status === 404 || status === 410 ? 'not-found' : status >= 500 || status === 429 ? 'unreachable' : 'refused';
