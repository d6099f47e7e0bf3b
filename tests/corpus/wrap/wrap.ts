/** What a wrapped page is made from. */
export interface WrapOptions {
  readonly originalUrl: string;
  /** Moment of capture, or of saving: 14 digits, UTC. */
  readonly timestamp: string;
}

/** A page as an archive or a saving browser gives it, and what unwrapping must find. */
export interface Wrapped {
  /** Text to be encoded as you like, or bytes where the form has an encoding of its own (MHTML). */
  readonly page: string | Uint8Array;
  /** Address that the page is opened under. */
  readonly url: string;
  readonly expected: {
    readonly archive: string;
    readonly originalUrl: string;
    /** As in `ArchivedCopy.capturedAt`. */
    readonly capturedAt: string | null;
  };
}

/** Wraps a page's HTML; the same input gives the same output. */
export type Wrap = (html: string, options: WrapOptions) => Wrapped;

/** Puts text behind the first tag that matches, else in front of the page. */
export function insertAfter(html: string, tag: RegExp, text: string): string {
  const match = tag.exec(html);
  if (!match) return text + html;
  const at = match.index + match[0].length;
  return html.slice(0, at) + text + html.slice(at);
}

export const HEAD = /<head(?:\s[^>]*)?>/i;
export const BODY = /<body(?:\s[^>]*)?>/i;
export const HTML = /<html(?:\s[^>]*)?>/i;
export const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/** The moment of a 14-digit timestamp in ISO 8601. */
export const isoOf = (ts: string): string =>
  `${ts.slice(0, 4)}-${ts.slice(4, 6)}-${ts.slice(6, 8)}T${ts.slice(8, 10)}:${ts.slice(10, 12)}:${ts.slice(12, 14)}Z`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The moment as the Wayback Machine writes it: `20:53:27 Jul 02, 2007`. */
export function waybackDate(ts: string): string {
  const clock = `${ts.slice(8, 10)}:${ts.slice(10, 12)}:${ts.slice(12, 14)}`;
  return `${clock} ${MONTHS[Number(ts.slice(4, 6)) - 1]} ${ts.slice(6, 8)}, ${ts.slice(0, 4)}`;
}

/** The tail comments of a replay. */
export const archivedOn = (ts: string, by: string): string => `<!--
     FILE ARCHIVED ON ${waybackDate(ts)} AND RETRIEVED FROM ${by} ON
     09:14:02 Nov 03, 2025.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.

     ALL OTHER CONTENT MAY ALSO BE PROTECTED BY COPYRIGHT (17 U.S.C.
     SECTION 108(a)(3)).
-->
`;
