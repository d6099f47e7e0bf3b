import { unwrap } from '../archive/unwrap.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { findPages } from '../listing/pager.ts';
import { addressOfPage } from '../listing/pager-links.ts';
import { recognisePage } from '../pipeline/read-page.ts';
import { essayAddress } from '../pipeline/whole-essay.ts';
import type { Place } from './join-pages.ts';
import type { OpenSource } from './open-source.ts';

/** Which page of which essay this is; null for an essay of one page, and for what is none: lists have pagers too. */
export function placeOf(opened: OpenSource): Place | null {
  try {
    const page = unwrap(opened);
    const order = findPages(page).map(normaliseUrl);
    if (order.length < 2 || !recognisePage(opened).portal) return null;
    return { essay: normaliseUrl(essayAddress(page)), own: normaliseUrl(addressOfPage(page)), order };
  } catch {
    return null;
  }
}
