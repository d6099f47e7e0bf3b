/**
 * A page that was fetched, parsed as the browser would, to be read and never to be shown: no script of it runs and nothing
 * is loaded. Needs a browser; outside of one, callers parse by other means.
 */
export function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
