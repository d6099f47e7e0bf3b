import { readBody } from '../dom/read-body.ts';
import { type FetchBytes, type ImageProblem, imageLimits } from '../essay/image.ts';
import { fail, succeed } from '../essay/outcome.ts';

/** How long a server may take for one image, in milliseconds. */
const PATIENCE = 15_000;

/**
 * The bytes of an image, from the browser's cache where it has it, asked for without cookies. In a page the browser lets
 * through what the page's own site serves and what others allow (CORS); in the background, what the reader has opened to us.
 */
export const fetchImage: FetchBytes = async (address) => {
  const asking = { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) } as const;
  try {
    const cached = await fetch(address, { ...asking, cache: 'force-cache' });
    // Browsers remember errors too: an image that failed once may be there again.
    const response = cached.ok ? cached : await fetch(address, { ...asking, cache: 'no-cache' });
    if (!response.ok || response.body === null) return fail(problemOf(response.status));
    const bytes = await readBody(response.body, imageLimits.bytes);
    return bytes === null ? fail('too-large') : succeed(bytes);
  } catch {
    // No connection, out of patience, or not let through: browsers tell no difference.
    return fail('unreachable');
  }
};

const problemOf = (status: number): ImageProblem =>
  status === 404 || status === 410 ? 'not-found' : status >= 500 ? 'unreachable' : 'refused';
