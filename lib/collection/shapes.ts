import * as v from 'valibot';
import type {
  ArchivedCopy,
  ClaimedOrigin,
  Essay,
  EssayFields,
  Evidence,
  Provenance,
  PublicationIssue,
  Recognition,
  SecondReading,
} from '../essay/essay.ts';
import type { Removal } from '../essay/found.ts';
import type { ArchiveName, Extractor, FieldPlace, Qualifier, RemovalRule } from '../essay/record-words.ts';
import type { TextEdit } from '../essay/text-edits/text-edit.ts';

/** One shape a property: a property that the type lost or gained is an error here, since `strictObject` would refuse it. */
export type ShapeOf<T> = { readonly [Name in keyof T]-?: v.GenericSchema<T[Name]> };

/** Longest value of one field, and of a raw text that one was read from: far above any real one, in UTF-16 units. */
const FIELD = 100_000;
/** Longest body or removed block: a book of ten million characters still passes. */
const BODY = 20_000_000;
/** Most entries of any list in a record. */
const MANY = 50_000;

export const fieldText = v.pipe(v.string(), v.maxLength(FIELD));

/** A machine word of a record. One that this version does not know is let in: a record may come from a newer one. */
const recordWord = <Word extends string>() =>
  v.custom<Word>((word) => typeof word === 'string' && word.length <= FIELD);
const bodyText = v.pipe(v.string(), v.maxLength(BODY));
const nullable = v.nullable(fieldText);
const list = <S extends v.GenericSchema>(entry: S) => v.pipe(v.array(entry), v.maxLength(MANY), v.readonly());
const texts = list(fieldText);

/** `2005`, `2005-07` or `2005-07-14`. */
export const partialDateShape = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/));
/** A partial date, or a moment in UTC such as `2007-07-02T20:53:27Z`. */
export const partialMoment = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)?)?$/),
);
/** An address that a link may be made of: never `javascript:` or `data:`. */
export const pageAddress = v.pipe(
  fieldText,
  v.check((url) => URL.canParse(url) && /^(?:https?|ftp|file):$/.test(new URL(url).protocol)),
);

const issue = v.strictObject({
  title: fieldText,
  year: v.nullable(v.number()),
  issue: nullable,
  date: v.nullable(partialDateShape),
  page: nullable,
} satisfies ShapeOf<PublicationIssue>);

const archivedCopy = v.strictObject({
  archive: recordWord<ArchiveName>(),
  url: v.nullable(pageAddress),
  capturedAt: v.nullable(partialMoment),
} satisfies ShapeOf<ArchivedCopy>);

/** The fields that are read from a page, one shape each. */
export const essayFields = {
  title: fieldText,
  authors: texts,
  publishedOn: v.nullable(partialDateShape),
  unit: nullable,
  source: nullable,
  issue: v.nullable(issue),
  column: texts,
  institution: nullable,
  hits: v.nullable(v.number()),
  editor: nullable,
  keywords: texts,
  abstract: nullable,
} satisfies ShapeOf<EssayFields>;

export const essayKind = v.picklist(['essay', 'notice', 'news']);

const evidence = v.strictObject({
  id: fieldText,
  weight: v.number(),
  text: fieldText,
} satisfies ShapeOf<Evidence>);

/** What the recogniser sends. */
export const recognitionShape = v.strictObject({
  portal: v.boolean(),
  kind: v.nullable(essayKind),
  score: v.number(),
  evidence: list(evidence),
  family: nullable,
} satisfies ShapeOf<Recognition>);

/** A `Found` of each shape; `provenance` below is held to the type. */
const found = <S extends v.GenericSchema>(value: S) =>
  v.exactOptional(
    v.strictObject({
      value,
      raw: fieldText,
      place: recordWord<FieldPlace>(),
      qualifier: v.exactOptional(recordWord<Qualifier>()),
    }),
  );

const removal = v.strictObject({
  rule: recordWord<RemovalRule>(),
  text: bodyText,
  doubted: v.exactOptional(v.literal(true)),
  after: v.exactOptional(fieldText),
} satisfies ShapeOf<Removal>);

/** A change of the reader's own to a text. */
export const textEditShape = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  madeAt: partialMoment,
  kind: v.picklist(['put-back', 'taken-out', 'corrected']),
  found: bodyText,
  text: bodyText,
  after: nullable,
} satisfies ShapeOf<TextEdit>);

const claimedOrigin = v.strictObject({
  originalUrl: pageAddress,
  archive: recordWord<ArchiveName>(),
  capturedAt: v.nullable(partialMoment),
} satisfies ShapeOf<ClaimedOrigin>);

const provenance = v.strictObject({
  fields: v.strictObject({
    title: found(essayFields.title),
    authors: found(essayFields.authors),
    publishedOn: found(essayFields.publishedOn),
    unit: found(essayFields.unit),
    source: found(essayFields.source),
    issue: found(essayFields.issue),
    column: found(essayFields.column),
    institution: found(essayFields.institution),
    hits: found(essayFields.hits),
    editor: found(essayFields.editor),
    keywords: found(essayFields.keywords),
    abstract: found(essayFields.abstract),
  }),
  removals: list(removal),
  recognition: recognitionShape,
  extractor: recordWord<Extractor>(),
  missingPages: list(pageAddress),
  claim: v.exactOptional(claimedOrigin),
  secondReader: v.exactOptional(
    v.strictObject({
      agreement: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    } satisfies ShapeOf<SecondReading>),
  ),
} satisfies ShapeOf<Provenance>);

/** A clean essay as the pipeline reads it. */
export const essayShape = v.strictObject({
  ...essayFields,
  kind: essayKind,
  originalUrl: pageAddress,
  archivedCopy: v.nullable(archivedCopy),
  html: bodyText,
  text: bodyText,
  provenance,
} satisfies ShapeOf<Essay>);
