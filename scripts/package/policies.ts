import { createHash } from 'node:crypto';

/** What scripts of the extension may connect to: the background alone fetches pages, those that the reader asks for. */
const CONNECT = "connect-src 'self'";

/**
 * Extension pages load nothing from outside: kept pages come from strangers and must not call home when they are shown.
 * The background shares the policy and fetches pages; every page of the extension takes that from itself (`policyOfPage`).
 * Inline styles are let through for the original page as captured, whose sandboxed frame inherits this policy, and for documents
 * that are parsed, whose own styles would each be reported; pages that do neither take that from themselves too. `data:` is for the
 * pictures that a saved page carries in itself, `blob:` for those that were stored.
 */
export const extensionPages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  `${CONNECT} http: https:`,
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page that reads others: documents that are parsed there have its policy, and their own styles are let be, since they are never shown. */
export const readingPage = "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'unsafe-inline'";

/** Pages that show no page of a stranger's and parse none: no frames, no pictures but our own, no styles but their own. */
const plainPages: ReadonlySet<string> = new Set(['popup', 'options', 'welcome']);

/** A page's own policy: it is added to the manifest's, and can only narrow it. `html` is the page as it is written, styles and all. */
export function policyOfPage(name: string, html: string): string {
  if (!plainPages.has(name)) return CONNECT;
  const sums = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, sheet = '']) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
  );
  return [CONNECT, ["style-src 'self'", ...sums].join(' '), "img-src 'self'", "frame-src 'none'"].join('; ');
}
