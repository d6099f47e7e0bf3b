import { attributeOf, elementsByTag, hasAttribute } from '../dom/tree.ts';
import { readReplayLink } from './wayback/wayback-links.ts';

/**
 * The original address that a page says its relative ones are to be resolved against (`<base href>`, the first that has one, as
 * browsers take it); null where it says none, or one that is no web address. An archive's prefix is taken off.
 */
export function baseOf(document: Document, originalUrl: string): string | null {
  const stated = [...elementsByTag(document, 'base')].find((element) => hasAttribute(element, 'href'));
  const written = attributeOf(stated, 'href')?.trim() ?? '';
  if (written === '') return null;
  const replayed = readReplayLink(written);
  if (replayed !== null) return replayed.originalUrl;
  try {
    const base = new URL(written, originalUrl);
    return /^https?:/.test(base.protocol) ? base.href : null;
  } catch {
    return null;
  }
}
