import { type SampleEssay, sampleEssays } from './essays.ts';

/** A column of the sample portal: its number there, and how its essays stand on list pages. */
export interface SampleColumn {
  readonly classId: '7' | '8' | '9';
  readonly pages: number;
  /** Essays on a list page. */
  readonly perPage: number;
}

/** The long column of 300 essays over 12 list pages; two shorter ones start with the same essays. */
export const sampleColumns = {
  long: { classId: '9', pages: 12, perPage: 25 },
  middle: { classId: '8', pages: 3, perPage: 20 },
  short: { classId: '7', pages: 2, perPage: 5 },
} as const satisfies Readonly<Record<string, SampleColumn>>;

const columnSize = sampleColumns.long.pages * sampleColumns.long.perPage;

const texts = sampleEssays.filter(({ site, column }) => site === 'nbdx' && column[0] !== '通知公告');
const firstId = 20_001;

function essayAt(at: number): SampleEssay | null {
  const text = texts[at % texts.length];
  if (text === undefined) return null;
  const turn = Math.floor(at / texts.length) % text.paragraphs.length;
  const day = new Date(Date.UTC(2005, 11, 28) - at * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');
  const paragraphs = [...text.paragraphs.slice(turn), ...text.paragraphs.slice(0, turn)];
  return {
    ...text,
    id: String(firstId + at),
    title: `${text.title}（${at + 1}）`,
    date: day,
    hitsBy: 'page',
    paragraphs,
  };
}

/** All essays, made from the sample's own, each with a title, a day and an order of its own; newest first. */
const essays: readonly SampleEssay[] = Array.from({ length: columnSize }, (_, at) => essayAt(at)).filter(
  (essay) => essay !== null,
);

/** A column's essays, as its list pages have them. */
export const columnEssays = ({ pages, perPage }: SampleColumn): readonly SampleEssay[] =>
  essays.slice(0, pages * perPage);

/** The essays of list page `n` of a column, from 1. */
export const columnPage = ({ perPage }: SampleColumn, n: number): readonly SampleEssay[] =>
  essays.slice((n - 1) * perPage, n * perPage);
