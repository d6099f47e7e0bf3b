import { elementsByTag, removeAttribute, removeElement } from './tree.ts';

/**
 * A page that was fetched, parsed as the browser would, to be read and never to be shown: no script of it runs and nothing
 * is loaded. Needs a browser; outside of one, callers parse by other means.
 */
export function parseHtml(html: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  // Browsers fetch what a <video> plays wherever it was parsed, though not before this turn is over.
  for (const tag of ['source', 'track'])
    for (const element of [...elementsByTag(document, tag)]) removeElement(element);
  for (const tag of ['video', 'audio'])
    for (const element of elementsByTag(document, tag))
      for (const name of ['src', 'poster', 'autoplay']) removeAttribute(element, name);
  return document;
}
