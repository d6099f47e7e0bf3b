import type { FoundField, Removal } from './found.ts';
import type { PartialDate, PartialMoment } from './partial-date.ts';
import type { ArchiveName, Extractor } from './record-words.ts';

/** What a portal's article page holds: only essays are offered by badge, the others can be kept by hand. */
export type EssayKind = 'essay' | 'notice' | 'news';

/** One reason to take a page for a Party-school article, or against it (a negative weight). */
export interface Evidence {
  /** The kind of evidence, e.g. `institution`, `credit-line`, `breadcrumb`; the locales name it. */
  readonly id: string;
  /** Its share of the score. The page counts as recognised when the weights add up to the threshold. */
  readonly weight: number;
  /** The text that it was found in. */
  readonly text: string;
}

/** What the recogniser makes of a page. */
export interface Recognition {
  /** True when the page is an article page of a Party school. */
  readonly portal: boolean;
  readonly kind: EssayKind | null;
  /** Sum of the weights of `evidence`. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** CMS family by its own marks, or null for an unknown one. */
  readonly family: string | null;
}

/** The issue of a newspaper or journal that an essay was reprinted from. */
export interface PublicationIssue {
  readonly title: string;
  readonly year: number | null;
  readonly issue: string | null;
  readonly date: PartialDate | null;
  readonly page: string | null;
}

/** The archive that showed the page, and the moment at which it had captured it. */
export interface ArchivedCopy {
  readonly archive: ArchiveName;
  /** Address of the archived copy, or null for a file. */
  readonly url: string | null;
  /** UTC, as precise as the archive tells: `2007-07-02T20:53:27Z`, or partial such as `2005`. */
  readonly capturedAt: PartialMoment | null;
}

/** Every field of an essay that is read from the page, by name: the keys of `Provenance.fields`. */
export interface EssayFields {
  title: string;
  authors: readonly string[];
  publishedOn: PartialDate | null;
  unit: string | null;
  source: string | null;
  issue: PublicationIssue | null;
  column: readonly string[];
  institution: string | null;
  hits: number | null;
  editor: string | null;
  keywords: readonly string[];
  abstract: string | null;
}
export type FieldName = keyof EssayFields;

/** What a page says of its origin where nothing proves it: a page of any site can say the same. */
export interface ClaimedOrigin {
  readonly originalUrl: string;
  /** As in `ArchivedCopy`; '' when it names none. */
  readonly archive: ArchiveName | '';
  readonly capturedAt: PartialMoment | null;
}

/** What the second reader, @mozilla/readability, made of the page beside us. */
export interface SecondReading {
  /** The share of both readings' characters that both keep, from 0 to 1; null where it found no article. */
  readonly agreement: number | null;
}

/** Where an essay came from: each field's words and place, each removal, and why the page was recognised. */
export interface Provenance {
  readonly fields: { readonly [Name in FieldName]?: FoundField<EssayFields[Name]> };
  readonly removals: readonly Removal[];
  readonly recognition: Recognition;
  /** How the body was found. */
  readonly extractor: Extractor;
  /** Pages of a paginated essay that could not be obtained: their addresses. */
  readonly missingPages: readonly string[];
  /** What the page claims to be a copy of. The essay's own address is that of the page which claims it. */
  readonly claim?: ClaimedOrigin;
  /** None in records of before it was asked, nor where its own article was taken or nobody asked it. */
  readonly secondReader?: SecondReading;
}

/** A clean essay as the pipeline reads it from one page: plain data, JSON-safe. */
export interface Essay extends Readonly<EssayFields> {
  readonly kind: EssayKind;
  /** The address before archiving. */
  readonly originalUrl: string;
  readonly archivedCopy: ArchivedCopy | null;
  /** Clean, sanitised HTML of the body: no title, no credit line. */
  readonly html: string;
  /** Plain text of the body: paragraphs, one a line. */
  readonly text: string;
  readonly provenance: Provenance;
}
