import { clean, outsideOf } from '../clean/clean.ts';
import { agreementOf, doubtedLines, sizeOf, type TwoReadings } from '../clean/doubts.ts';
import { removalsOf } from '../clean/removals.ts';
import { bodyOf, rootOf } from '../dom/tree.ts';
import type { Recognition, SecondReading } from '../essay/essay.ts';
import type { Removal } from '../essay/found.ts';
import type { Extractor } from '../essay/record-words.ts';
import { articleRegion, readArticle, shortArticle } from '../extract/article.ts';
import { type Region, readRegion } from '../extract/region.ts';
import { findFloor } from '../extract/seed.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isLinked, type Line } from '../lines/line.ts';
import type { FoundFields } from '../metadata/found-fields.ts';
import type { PageSurvey } from '../portals/survey-page.ts';
import { settleCredits } from './settle-credits.ts';

/** How the body of a page is to be read, as far as callers may choose. */
export interface BodyOptions {
  /** Has @mozilla/readability read the page as well, and tells where it would have kept more. */
  readonly secondReader?: boolean;
  /** Cleaning rules to leave out, by id: for the benchmark only. */
  readonly without?: readonly string[];
}

/** How the body of a page is to be read. */
export interface BodyHow extends BodyOptions {
  /** The fields that a page gives when these lines, of this region, are its essay. */
  readonly fieldsOf: (lines: readonly Line[], region?: Region) => FoundFields;
}

/** The lines of a page that are its essay, its fields, and what became of all other lines. */
export interface BodyReading {
  readonly lines: readonly Line[];
  readonly fields: FoundFields;
  /** The element that holds the lines. */
  readonly container: Element;
  /** Where the body is pictures without text: the lines that they stand between. */
  readonly pictures?: NonNullable<Region['pictures']>;
  readonly removals: readonly Removal[];
  readonly extractor: Extractor;
  readonly secondReader?: SecondReading;
}

/** Where the second reader would have kept so much more prose, as a share of what was read, its article is taken. */
const muchMore = 0.5;
/** Where it keeps less of what was read than this share, it read another place of the page. */
const samePlace = 0.5;
/** Another place is the article's where it has so many times more text, and no less than this. In characters. */
const otherPlace = { times: 3, least: 400 } as const;
/** Footers and lists of neighbours have less plain text. In characters. */
const longestFooter = 1000;
/** A page with a smaller share of Chinese characters is in another language. */
const leastChinese = 0.1;

/**
 * Reads the body of a page up to a `yield` at a time; null where there is none. A Party school's page is read by its family's
 * marker or by its lines, which find more of old Chinese pages than Readability does (docs/benchmarks/extract.md); where
 * Readability would have kept more prose, that is told. Any other page only a person's wish lets in: one that is not Chinese is
 * read by Readability, made for such pages, and of a Chinese one its article is taken as well where ours gives less.
 */
export function* readEssayBody(
  survey: PageSurvey,
  recognition: Recognition,
  { secondReader = false, without = [], fieldsOf }: BodyHow,
): Generator<undefined, BodyReading | null> {
  const { outline, page } = survey;
  const { lines: all, passed } = outline;
  if (outline.whole) return wholePage(survey, fieldsOf(all));
  const unseen = passed.flatMap(({ kind, element }) => (kind === 'hidden' ? [element] : []));
  const skip = [...page.archiveElements, ...unseen];
  const articleBy = (threshold: number) => readArticle({ document: page.document, lines: all, skip }, threshold);
  const byReadability = (region: Region): BodyReading => ({
    lines: region.lines,
    fields: fieldsOf(region.lines),
    container: region.container,
    extractor: 'readability',
    removals: removalsOf({ all, passed, rules: outsideOf(region) }),
  });
  if (!recognition.portal && isForeign(survey, recognition)) {
    const article = articleRegion(outline, articleBy(shortArticle.letters));
    if (article) return byReadability(article);
    yield;
  }
  const region = readRegion(outline, survey.marked);
  if (!region || region.lines.length === 0) {
    // An article of fewer plain lines than the page has in all is none: Readability need not be asked.
    const isBare = recognition.portal || sizeOf(plainOf(all)) < otherPlace.least;
    const article = isBare ? new Set<Line>() : articleBy(shortArticle.chinese);
    const instead = sizeOf(plainOf(article)) < otherPlace.least ? null : articleRegion(outline, article);
    return instead ? byReadability(instead) : readPictures(survey, fieldsOf);
  }
  yield;
  const cleaned = clean(region, without);
  yield;
  const fields = fieldsOf(cleaned.lines, region);
  const { lines, taken } = settleCredits(cleaned, region, fields);
  const own = { lines, fields, container: region.container, extractor: extractorOf(survey) };
  const alone = (): BodyReading => ({ ...own, removals: removalsOf({ all, passed, rules: taken }) });
  if (!secondReader && (recognition.portal || !mayGiveLess(survey, lines))) return alone();
  yield;
  const article = articleBy(shortArticle.chinese);
  const readings = { all, essay: lines, article };
  const doubted = doubtedLines(readings);
  const above = { ...readings, article: aboveFloor(survey, article) };
  if (!recognition.portal && givesLess(above, doubted)) {
    const both = articleRegion(outline, withinArticle(above));
    if (both) return byReadability(both);
  }
  if (!secondReader) return alone();
  const removals = removalsOf({ all, passed, rules: taken, doubted });
  return { ...own, removals, secondReader: { agreement: agreementOf(readings) } };
}

/** False where no article of the page's lines could show that the essay lacks prose: Readability need not be asked. */
function mayGiveLess(survey: PageSurvey, essay: readonly Line[]): boolean {
  const { lines: all } = survey.outline;
  const size = sizeOf(essay);
  const mayBe = (lines: readonly Line[]): boolean => {
    const most = new Set(lines);
    if (sizeOf(doubtedLines({ all, essay, article: most })) > size * muchMore) return true;
    // Another place has less than half of the essay's lines, whose plain ones are among these.
    const missed = sizeOf(plainOf(essay.filter((line) => most.has(line)))) - size * samePlace;
    return isOtherPlace(sizeOf(plainOf(lines)) - Math.max(0, missed), size);
  };
  if (!mayBe(all)) return false;
  const floor = floorOf(survey);
  return sizeOf(plainOf(all.slice(floor))) > longestFooter || mayBe(all.slice(0, floor));
}

/** True where the essay lacks much of the article's prose, or is a smaller text of another place. */
function givesLess({ essay, article }: TwoReadings, doubted: ReadonlySet<Line>): boolean {
  const size = sizeOf(essay);
  if (sizeOf([...doubted].filter((line) => article.has(line))) > size * muchMore) return true;
  const shared = essay.filter((line) => article.has(line));
  return sizeOf(shared) < size * samePlace && isOtherPlace(sizeOf(plainOf(article)), size);
}

/** True for so much text that it is the article's, and what was read of this size is not. */
function isOtherPlace(there: number, size: number): boolean {
  return there > size * otherPlace.times && there >= otherPlace.least;
}

/**
 * The article without neighbours, footer and what stands below them: on a page of little text Readability takes the footer along.
 * Where most of it stands there and is more than any footer, the floor is none: a sidebar stands above the text.
 */
function aboveFloor(survey: PageSurvey, article: ReadonlySet<Line>): ReadonlySet<Line> {
  const floor = floorOf(survey);
  const above = new Set([...article].filter(({ index }) => index < floor));
  const below = sizeOf(plainOf(article)) - sizeOf(plainOf(above));
  return below > longestFooter && below > sizeOf(above) ? article : above;
}

const floorOf = ({ outline: { lines, title } }: PageSurvey): number =>
  title ? findFloor(lines, title.index) : lines.length;

const plainOf = (article: Iterable<Line>): readonly Line[] =>
  [...article].filter((line) => !isLinked(line) && boilerplateKind(line.text) === null);

/** The pictures that stand in the place of a text. */
function readPictures(survey: PageSurvey, fieldsOf: BodyHow['fieldsOf']): BodyReading | null {
  const region = survey.pictures;
  if (!region) return null;
  const { container, pictures } = region;
  const removals = removalsOf({ all: survey.outline.lines, passed: survey.outline.passed, rules: outsideOf(region) });
  const fields = fieldsOf([], region);
  return { lines: [], fields, container, ...(pictures && { pictures }), removals, extractor: extractorOf(survey) };
}

/** The article, and what we had kept from its first line to its last. */
function withinArticle({ essay, article }: TwoReadings): ReadonlySet<Line> {
  const places = [...article].map(({ index }) => index);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return new Set([...article, ...essay.filter(({ index }) => index >= first && index <= last)]);
}

/** A page too long to be looked through is taken as it is, so that nothing of it is lost. */
const wholePage = (survey: PageSurvey, fields: FoundFields): BodyReading => ({
  lines: survey.outline.lines,
  fields,
  container: bodyOf(survey.page.document) ?? rootOf(survey.page.document),
  extractor: extractorOf(survey),
  removals: removalsOf({ all: survey.outline.lines, passed: survey.outline.passed, rules: new Map() }),
});

const extractorOf = ({ marked, family }: PageSurvey): Extractor =>
  marked && family ? `family:${family.family.id}` : 'lines';

function isForeign({ outline }: PageSurvey, { evidence }: Recognition): boolean {
  if (evidence.some(({ id }) => id === 'not-chinese')) return true;
  if (outline.body) return false;
  const text = outline.lines.map((line) => line.text).join('');
  return text.replace(/[^\u4e00-\u9fff]+/g, '').length < text.length * leastChinese;
}
