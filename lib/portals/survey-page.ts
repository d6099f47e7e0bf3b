import type { Unwrapped } from '../archive/unwrapped.ts';
import { readComments } from '../dom/comments.ts';
import { mostElements } from '../dom/measure-html.ts';
import { bodyOf, elementsByTag, rootOf, titleOf } from '../dom/tree.ts';
import { type StyleOf, unseenIn } from '../dom/unseen/unseen.ts';
import type { FoundField } from '../essay/found.ts';
import { type Outline, readOutline } from '../extract/outline.ts';
import { bodyOfFamily, type Identified, identifyFamily } from './cms/identify.ts';
import { readInstitution } from './institution.ts';

/** All that one look at a page yields: what the recogniser weighs and the clipper starts from. */
export interface PageSurvey {
  readonly page: Unwrapped;
  readonly comments: string;
  readonly family: Identified | null;
  /** The body by the family's own marker, or null. */
  readonly marked: Element | null;
  readonly outline: Outline;
  readonly institution: FoundField<string> | null;
}

/** True for a page of more elements than any essay's: it is not looked at, and said to be too large. */
export const isTooLarge = (document: Document): boolean => elementsByTag(document, '*').length > mostElements;

const unseen: Outline = { lines: [], passed: [], title: null, head: [], body: null, whole: false };

/** Looks at a page: one walk over its text, some selectors, no layout. A browser may tell the style of few elements (`unseenIn`). */
export function surveyPage(page: Unwrapped, styleOf?: StyleOf): PageSurvey {
  const { document, originalUrl, archiveElements } = page;
  if (isTooLarge(document))
    return { page, comments: '', family: null, marked: null, outline: unseen, institution: null };
  const comments = readComments(document);
  const family = identifyFamily(document, originalUrl, comments);
  const marked = family ? bodyOfFamily(document, family.family) : null;
  const root = bodyOf(document) ?? rootOf(document);
  const outline = readOutline(root, titleOf(document), {
    skip: new Set(archiveElements),
    isUnseen: unseenIn(document, styleOf),
    marked,
  });
  return {
    page,
    comments,
    family,
    marked,
    outline,
    institution: readInstitution(page, outline.lines, outline.body),
  };
}
