import type { Choose } from './choose.ts';
import type { OwnEssay } from './essays.ts';
import type { School } from './schools.ts';
import type { Source } from './sources.ts';

/** A moment of posting, local time. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Everything that a page might tell of an essay; a family shows what its software showed. */
export interface Article {
  readonly essay: OwnEssay;
  readonly school: School;
  readonly source: Source;
  /** Column path without 首页 and 正文. */
  readonly path: readonly [string, string];
  readonly posted: Moment;
  readonly hits: number;
  readonly editor: string;
  readonly id: number;
  /** Titles of other essays, for neighbours and lists. */
  readonly others: readonly [string, string, string, string, string, string];
  readonly choose: Choose;
  /** True when the wrapper takes classes and ids away, so that a box without words of its own cannot be told from the text. */
  readonly flattened: boolean;
}

/** What a page shows of an article's fields, in the words of the record. */
export interface Fields {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedOn: string | null;
  readonly unit: string | null;
  readonly source: string | null;
  readonly issue: Source['issue'];
  readonly column: readonly string[];
  readonly institution: string | null;
  readonly hits: number | null;
  readonly editor: string | null;
  readonly keywords: readonly string[];
  readonly abstract: string | null;
}

/** A page as its server sent it, and what it shows. */
export interface FamilyPage {
  readonly html: string;
  readonly url: string;
  readonly fields: Fields;
}

/** One CMS family: how its pages look. */
export interface Family {
  readonly id: string;
  /** The mark that `recognise` is to give, or null where no software shows. */
  readonly cms: string | null;
  readonly charset: 'gb2312' | 'utf-8';
  /** Years in which such pages were posted. */
  readonly years: readonly [number, number];
  readonly render: (article: Article, body: string) => FamilyPage;
}

/** Fields of a page that shows the title and the school alone; families add to them. */
export const bareFields = ({ essay, school }: Article): Fields => ({
  title: essay.title,
  authors: [],
  publishedOn: null,
  unit: null,
  source: null,
  issue: null,
  column: [],
  institution: school.name,
  hits: null,
  editor: null,
  keywords: [],
  abstract: null,
});

/** The source's two fields. */
export const sourceFields = ({ source }: Article): Pick<Fields, 'source' | 'issue'> => ({
  source: source.source,
  issue: source.issue,
});
