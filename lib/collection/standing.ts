import { provesOrigin } from '../archive/trust.ts';
import type { Capture } from '../essay/capture.ts';
import { normaliseUrl } from '../essay/identity.ts';

/**
 * How well a capture's record proves that it is of the essay at `originalUrl`: 2 when it was taken at its site or at a public
 * archive, 1 when it came out of a file or from a server of the reader's own, 0 when it only claims to be (or its record is lost). What came with a backup never becomes
 * current over what is better proved.
 */
export function standingOf(
  capture: Pick<Capture, 'pageUrl' | 'originalForm'> | undefined,
  originalUrl: string,
): 0 | 1 | 2 {
  if (capture === undefined) return 0;
  const { pageUrl, originalForm } = capture;
  if (!provesOrigin(pageUrl, originalUrl) && !isSameHost(pageUrl, originalUrl)) return 0;
  return originalForm !== 'file' && isSameHost(pageUrl, originalUrl) ? 2 : 1;
}

/** Another page of a paginated essay has another address, on the same host. An archive's wrapper does not count. */
export function isSameHost(one: string, other: string): boolean {
  const [host, otherHost] = [one, other].map(hostOf);
  return host !== '' && host === otherHost;
}

function hostOf(url: string): string {
  const address = normaliseUrl(url);
  return URL.canParse(address) ? new URL(address).host : '';
}
