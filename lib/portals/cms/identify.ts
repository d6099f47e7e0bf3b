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

/** The attribute that a selector asks for, as a selector; `*` for another one. */
function attributeIn(selector: string): string {
  const [sign] = /\[[\w-]+|\.[\w-]+$/.exec(selector) ?? [];
  return sign ? `${sign[0] === '.' ? '[class' : sign}]` : '*';
}

const marks = families.flatMap(({ selectors }) => selectors);
/** Most pages bear no mark at all, and one look for any of them tells so; elements without an attribute are asked once about it. */
const everyMark = [...new Set(marks.map(attributeIn))]
  .map((own) => `${own}:is(${marks.filter((mark) => attributeIn(mark) === own)})`)
  .join();

/** What the signs of a family weigh: a comment is the product's own, a class name may be copied. */
const weightOf = { selector: 1, comment: 2, address: 0.75, addressAlone: 0.5 } as const;

/** A family that claims a page, with the weight of its marks there. */
export interface Claim extends Identified {
  readonly count: number;
}

/** All families that claim a page, the heaviest first; those of one weight in the order of `families`. */
export function claimsOf(document: Document, address: string, comments: string): Claim[] {
  const marked = query(document, everyMark) !== null;
  const claims = families.flatMap((family): Claim[] => {
    const markless = family.selectors.length === 0;
    const selectors = (marked ? family.selectors : []).filter((mark) => query(document, mark) !== null);
    const comment = family.comments?.exec(comments)?.[0];
    const path = family.address.exec(address)?.[0];
    const mark = comment ?? selectors[0] ?? (markless ? path : undefined);
    if (mark === undefined) return [];
    const byAddress = path === undefined ? 0 : markless ? weightOf.addressAlone : weightOf.address;
    const byComment = comment === undefined ? 0 : weightOf.comment;
    return [{ family, mark, count: selectors.length * weightOf.selector + byComment + byAddress }];
  });
  return claims.toSorted((one, other) => other.count - one.count);
}

/** The family whose marks a page bears most of, or null. Names of classes are copied between products: an address breaks ties. */
export const identifyFamily = (document: Document, address: string, comments: string): Identified | null =>
  claimsOf(document, address, comments)[0] ?? null;

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
        value: text.replace(/^[\s【［[]*(?:内容)?(?:摘\s*要|提\s*要|导\s*读|核心提示)\s*[】］\]]?\s*[:：]?\s*/, ''),
        raw: text,
        place: `family:${family.id}`,
      };
  }
  return null;
}
