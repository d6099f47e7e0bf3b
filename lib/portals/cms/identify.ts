import { query, textOf } from '../../dom/tree.ts';
import type { FoundField } from '../../essay/found.ts';
import { families } from './families.ts';
import type { CmsFamily } from './family.ts';

/** A family with what spoke for it. */
export interface Identified {
  readonly family: CmsFamily;
  /** The selector, comment or address that matched. */
  readonly mark: string;
}

/** Most pages bear no mark at all, and one look for any of them tells so. */
const everyMark = families.flatMap(({ selectors }) => selectors).join(', ');

/** The family whose marks the page bears most of, or null. Names of classes are copied between products: an address breaks ties. */
export function identifyFamily(document: Document, address: string, comments: string): Identified | null {
  const marked = query(document, everyMark) !== null;
  let best: (Identified & { readonly count: number }) | null = null;
  for (const family of families) {
    const selectors = (marked ? family.selectors : []).filter((mark) => query(document, mark) !== null);
    const comment = family.comments?.exec(comments)?.[0];
    const path = family.address.exec(address)?.[0];
    const count = selectors.length + (comment ? 2 : 0) + (path ? (family.selectors.length === 0 ? 0.5 : 0.75) : 0);
    const mark = comment ?? selectors[0] ?? (family.selectors.length === 0 ? path : undefined);
    if (mark !== undefined && count > (best?.count ?? 0)) best = { family, mark, count };
  }
  return best;
}

/** The element that the family's marker says is the body, outermost of nested ones; null when there is none with text. */
export function bodyOfFamily(document: Document, family: CmsFamily): Element | null {
  for (const selector of family.bodies) {
    const found = query(document, selector);
    if (found && (textOf(found) ?? '').trim().length >= 20) return found;
  }
  return null;
}

/** The abstract that the family sets in a box of its own, or null. */
export function abstractOfFamily(document: Document, family: CmsFamily): FoundField<string> | null {
  for (const selector of family.abstracts ?? []) {
    const text = textOf(query(document, selector))?.replace(/\s+/g, ' ').trim();
    if (text)
      return {
        value: text.replace(/^[\s【［[]*(?:内容)?(?:摘\s*要|提\s*要|导\s*读|核心提示)[】］\]]?\s*[:：]?\s*/, ''),
        raw: text,
        place: `family:${family.id}`,
      };
  }
  return null;
}
