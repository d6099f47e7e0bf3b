import { isLocalHost } from '../essay/archive-hosts.ts';

/** True for an address that anyone can reach: what a page says there about its own origin is a claim and no more. */
export const isPublic = (url: string): boolean =>
  /^https?:/i.test(url) && URL.canParse(url) && !isLocalHost(new URL(url).hostname);
