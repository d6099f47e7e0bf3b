import { type SampleEssay, sampleEssays } from './essays.ts';

/** A column of 300 essays over 12 list pages, made from the sample's own, each with a title, a day and an order of its own. */
export const columnSize = 300;
/** Essays on a list page. */
const perPage = 25;
export const columnPages = columnSize / perPage;

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

/** The column's essays, newest first, as its list pages have them. */
export const columnEssays: readonly SampleEssay[] = Array.from({ length: columnSize }, (_, at) => essayAt(at)).filter(
  (essay) => essay !== null,
);

/** The essays of list page `n`, from 1. */
export const columnPage = (n: number): readonly SampleEssay[] => columnEssays.slice((n - 1) * perPage, n * perPage);
