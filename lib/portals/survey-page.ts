import type { Unwrapped } from '../archive/unwrapped.ts';
import { readComments } from '../dom/comments.ts';
import { mostElements } from '../dom/measure-html.ts';
import { bodyOf, elementsByTag, firstChildOf, nextSiblingOf, rootOf, titleOf } from '../dom/tree.ts';
import { type StyleOf, unseenIn } from '../dom/unseen/unseen.ts';
import type { FoundField } from '../essay/found.ts';
import { type Outline, readOutline } from '../extract/outline.ts';
import { readPictureBody } from '../extract/picture-body.ts';
import type { Region } from '../extract/region.ts';
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
  /** Where there is no text to speak of: the pictures that stand in its place, or null. */
  readonly pictures: Region | null;
  readonly institution: FoundField<string> | null;
}

/** A text of less prose may be the words below a picture. By its score, which is about characters. */
const shortestBody = 60;
/** Levels of elements. Chromium's parser makes no more than 512; only parsers outside a browser make deeper trees. */
const mostLevels = 1_000;

/** True for a page of more elements or levels than any essay's: it is not looked at, and said to be too large. */
export function isTooLarge(document: Document): boolean {
  const elements = elementsByTag(document, '*').length;
  return elements > mostElements || (elements > mostLevels && isDeeper(rootOf(document), mostLevels));
}

/** True where nodes stand more than so many levels below a node: it calls itself no deeper than that. */
function isDeeper(node: Node, levels: number): boolean {
  if (levels < 0) return true;
  for (let child = firstChildOf(node); child !== null; child = nextSiblingOf(child))
    if (isDeeper(child, levels - 1)) return true;
  return false;
}

const unseen: Outline = { lines: [], passed: [], title: null, head: [], body: null, whole: false };

/** What is known of how a page is shown, without a layout. */
export interface Shown {
  /** A browser may tell the style of few elements (`unseenIn`). */
  readonly styleOf?: StyleOf | undefined;
  /** Where its texts break into lines (`lineEndsOf`); without it, at each line end within preformatted elements. */
  readonly linesOf?: (text: Text) => readonly string[];
}

/** Looks at a page: one walk over its text, some selectors, no layout. */
export const surveyPage = (page: Unwrapped, shown: Shown = {}): PageSurvey =>
  isTooLarge(page.document)
    ? { page, comments: '', family: null, marked: null, outline: unseen, pictures: null, institution: null }
    : surveyFit(page, shown);

/** Looks at a page that is known not to be too large. */
export function surveyFit(page: Unwrapped, { styleOf, linesOf }: Shown = {}): PageSurvey {
  const { document, originalUrl, archiveElements } = page;
  const comments = readComments(document);
  const family = identifyFamily(document, originalUrl, comments);
  const marked = family ? bodyOfFamily(document, family.family) : null;
  const root = bodyOf(document) ?? rootOf(document);
  const outline = readOutline(root, titleOf(document), {
    skip: new Set(archiveElements),
    isUnseen: unseenIn(document, styleOf),
    ...(linesOf && { linesOf }),
    marked,
    address: originalUrl,
  });
  const { body } = outline;
  const isBare = body === null || body.score < shortestBody;
  return {
    page,
    comments,
    family,
    marked,
    outline,
    pictures: isBare ? readPictureBody(root, outline, titleOf(document), new Set(archiveElements)) : null,
    institution: readInstitution(page, outline.lines, outline.body),
  };
}
