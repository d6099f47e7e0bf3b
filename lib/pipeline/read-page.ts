import { resolversOf } from '../archive/resolve-addresses.ts';
import { originOf } from '../archive/trust.ts';
import { unwrap } from '../archive/unwrap.ts';
import type { Page, Unwrapped } from '../archive/unwrapped.ts';
import type { Block } from '../clean/block.ts';
import { compose } from '../clean/compose.ts';
import { writeBlocks } from '../clean/write.ts';
import { lineEndsOf } from '../dom/line-ends.ts';
import { sanitiseEssay } from '../dom/sanitise.ts';
import type { Essay, EssayFields, Recognition } from '../essay/essay.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import type { Region } from '../extract/region.ts';
import { opensTail } from '../lines/boilerplate.ts';
import { isClosingCredit } from '../lines/credit-line.ts';
import { type Line, mostLines, mostText } from '../lines/line.ts';
import type { FoundFields } from '../metadata/found-fields.ts';
import { readFields } from '../metadata/read.ts';
import { abstractOfFamily } from '../portals/cms/identify.ts';
import { recognise } from '../portals/recognise.ts';
import { recogniseSurvey } from '../portals/recognise-survey.ts';
import { isTooLarge, type PageSurvey, surveyFit } from '../portals/survey-page.ts';
import { type BodyOptions, readEssayBody } from './read-body.ts';

/** Is this page an article of a Party school? Never throws; loads nothing and touches nothing. */
export const recognisePage = recognise;

/** How a page is to be read. */
export interface ReadOptions extends BodyOptions {
  /** Read also a page that is not recognised, as the reader asks by "clip anyway". */
  readonly any?: boolean;
  /** A survey of this page that was made already. */
  readonly survey?: PageSurvey;
  /** Told how the page was recognised, also where that is all that comes of it. */
  readonly onRecognised?: (recognition: Recognition) => void;
}

/** Why there is no essay: the page is not recognised, has no text, or has more than a book. */
export type ReadProblem = 'not-an-essay' | 'nothing-to-read' | 'too-large';

/** One page as it was read: its essay, and what an essay of several pages is joined from. */
export interface PageReading {
  readonly essay: Essay;
  /** The blocks of the body, in order: `essay.html` and `essay.text` are written from them. */
  readonly blocks: readonly Block[];
  readonly page: Unwrapped;
}

/**
 * Reads the essay of a page: unwrap, recognise, extract, clean, read metadata. The caller's document is not touched.
 * Fails with `not-an-essay` for a page that is not recognised (unless `any`), with `nothing-to-read` for one without text or pictures.
 */
export function readEssay(page: Page, options: ReadOptions = {}): Outcome<Essay, ReadProblem> {
  const read = readPage(page, options);
  return read.ok ? succeed(read.value.essay) : read;
}

/** Reads one page as `readEssay` does, and gives also what it was made of. */
export function readPage(page: Page, options: ReadOptions = {}): Outcome<PageReading, ReadProblem> {
  const stages = readByStages(page, options);
  for (;;) {
    const stage = stages.next();
    if (stage.done) return stage.value;
  }
}

/** Reads one page as `readPage` does and calls `turn` between its stages, so that a long page does not hold up everything else. */
export async function readPageInTurns(
  page: Page,
  options: ReadOptions,
  turn: () => Promise<void>,
): Promise<Outcome<PageReading, ReadProblem>> {
  const stages = readByStages(page, options);
  for (;;) {
    const stage = stages.next();
    if (stage.done) return stage.value;
    await turn();
  }
}

/** The stages of reading a page, each up to a `yield`. */
function* readByStages(page: Page, options: ReadOptions): Generator<undefined, Outcome<PageReading, ReadProblem>> {
  if (page.tooLarge || isTooLarge(page.document)) return fail('too-large');
  const unwrapped = options.survey?.page ?? unwrap(page);
  yield;
  const survey = options.survey ?? surveyFit(unwrapped, lineEndsOf(unwrapped.document));
  yield;
  const recognition = recogniseSurvey(survey);
  options.onRecognised?.(recognition);
  if (!recognition.portal && !options.any) return fail('not-an-essay');
  yield;

  const { lines: all } = survey.outline;
  if (all.length > mostLines || all.reduce((sum, line) => sum + line.size, 0) > mostText) return fail('too-large');
  const body = yield* readEssayBody(survey, recognition, {
    ...options,
    fieldsOf: (lines, region) => readFoundFields(survey, lines, region),
  });
  if (!body) return fail('nothing-to-read');
  const { lines, fields, container, pictures, removals, extractor, secondReader } = body;
  yield;
  const of = { container, ...(pictures && { pictures }) };
  const { blocks, leftOut, elsewhere } = writeBlocks({ all, kept: lines, ...of, ...resolversOf(unwrapped) });
  yield;
  const { html, text } = compose(blocks);
  if (text === '' && !pictures) return fail('nothing-to-read');
  // Preformatted text is one line of the page, however many it has of its own.
  if (countOf('\n', text) > mostLines) return fail('too-large');
  yield;

  const { originalUrl, archivedCopy, claim } = originOf(unwrapped);
  const essay: Essay = {
    ...valuesOf(fields),
    kind: recognition.kind ?? 'essay',
    originalUrl,
    archivedCopy,
    html: sanitiseEssay(html, unwrapped.document),
    text,
    provenance: {
      fields,
      removals: [
        ...removals,
        ...[...leftOut, ...(elsewhere.length > 0 ? [elsewhere.join('\n')] : [])].map(
          (text) => ({ rule: 'image', text }) as const,
        ),
      ],
      recognition,
      extractor,
      ...(secondReader && { secondReader }),
      missingPages: [],
      ...(claim && { claim }),
    },
  };
  return succeed({ essay, blocks, page: unwrapped });
}

/** How often a sign stands in a text. */
function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** Credits stand at most this many lines above the title, after the body, or within it above a closing note. */
const creditReach = { above: 4, below: 14, within: 8 } as const;

function readFoundFields(survey: PageSurvey, essay: readonly Line[], region?: Region): FoundFields {
  const { page, institution, family } = survey;
  const { outline, last: end } = region ?? { outline: survey.outline, last: survey.outline.body?.last ?? 0 };
  const { lines, title, body } = outline;
  const last = essay.at(-1)?.index ?? end;
  const kept = new Set(essay);
  const top = title?.index ?? body?.first ?? 0;
  const under = Math.max(essay[0]?.index ?? top, (outline.head.at(-1)?.index ?? -1) + 1);
  return readFields({
    document: page.document,
    originalUrl: page.originalUrl,
    archiveElements: new Set(page.archiveElements),
    capturedAt: page.archivedCopy?.capturedAt ?? null,
    lines,
    title,
    head: [
      ...lines.slice(top, under).filter((line) => line !== title && !kept.has(line)),
      ...lines.slice(Math.max(0, top - creditReach.above), top),
    ],
    abstract: family ? abstractOfFamily(page.document, family.family) : null,
    ownKeywords: family?.family.ownKeywords ?? false,
    body: essay,
    tail: [
      ...upToLinks(lines.slice(last + 1, last + 1 + creditReach.below)),
      // What cleaning cut out above a closing note on the author, attachments or an appendix credits as well.
      ...lines.slice(Math.max(0, last - creditReach.within), last).filter((line) => !kept.has(line)),
      ...lines
        .slice(under, Math.max(under, last - creditReach.within))
        .filter((line) => !kept.has(line) && isClosingCredit(line.raw)),
    ],
    institution,
  });
}

/** Credits stand before the lists of neighbours and related pages, whose dates and sources are of other pages. */
function upToLinks(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(
    (line, n) => opensTail(line.text) || (n > 3 && line.linkSize > 8 && /\d{4}-\d/.test(line.text)),
  );
  return end === -1 ? lines : lines.slice(0, end);
}

/** The values of the fields that were found; those that were not are null, or empty lists. */
export function valuesOf(found: FoundFields): EssayFields {
  return {
    title: found.title?.value ?? '',
    authors: found.authors?.value ?? [],
    publishedOn: found.publishedOn?.value ?? null,
    unit: found.unit?.value ?? null,
    source: found.source?.value ?? null,
    issue: found.issue?.value ?? null,
    column: found.column?.value ?? [],
    institution: found.institution?.value ?? null,
    hits: found.hits?.value ?? null,
    editor: found.editor?.value ?? null,
    keywords: found.keywords?.value ?? [],
    abstract: found.abstract?.value ?? null,
  };
}
