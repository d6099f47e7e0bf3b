import { type SampleEssay, sampleEssays } from '../../portal/essays.ts';
import { nbdxEssayPage } from '../../portal/pages.ts';
import { gbkEscapes } from './address-forms.ts';

/** An article of the large portal. */
export interface Article {
  readonly id: number;
  readonly kind: 'essay' | 'notice' | 'news';
  readonly address: string;
  readonly title: string;
  /** `2005/09/06`. */
  readonly date: string;
  readonly column: string;
  readonly classId: number;
}

/** Columns of the portal by their number. */
export const columns: readonly { readonly classId: number; readonly name: string; readonly kind: Article['kind'] }[] = [
  { classId: 11, name: '党建研究', kind: 'essay' },
  { classId: 12, name: '经济研究', kind: 'essay' },
  { classId: 13, name: '文史天地', kind: 'essay' },
  { classId: 14, name: '学员论坛', kind: 'essay' },
  { classId: 2, name: '学校要闻', kind: 'news' },
  { classId: 8, name: '通知公告', kind: 'notice' },
];

const school = 'http://www.nbdx.cn';
const texts = sampleEssays.filter(({ site, column }) => site === 'nbdx' && column[0] !== '通知公告');
const notices = ['关于做好第N期培训班报名工作的通知', '关于第N期主体班放假安排的通知', '第N期学员优秀论文评选结果公示'];
const news = ['我校举行第N期主体班开学典礼', '我校召开第N次教学工作会议', '市委领导来我校调研第N期培训工作'];

/** Article `n` of a column: ids, titles and days are its own, texts are the sample's in another order. */
export function articleOf(n: number, { classId, name, kind }: (typeof columns)[number]): Article {
  const id = 100 + n;
  const day = new Date(Date.UTC(2003, 0, 5) + ((n * 37) % 1800) * 86_400_000);
  const title =
    kind === 'essay'
      ? `${texts[n % texts.length]?.title ?? ''}（之${n}）`
      : ((kind === 'notice' ? notices : news)[n % 3] ?? '').replace('N', String(n));
  return {
    id,
    kind,
    address: addressOf(id, classId),
    title,
    date: day.toISOString().slice(0, 10).replaceAll('-', '/'),
    column: name,
    classId,
  };
}

/** Most by number alone, those of one column with it, and those of another with a word in GBK. */
function addressOf(id: number, classId: number): string {
  if (classId === 13) return `${school}/show.asp?id=${id}&classid=${classId}`;
  if (classId === 14) return `${school}/show.asp?id=${id}&lanmu=${gbkEscapes('党建研究')}`;
  return `${school}/show.asp?id=${id}`;
}

/** Its page, read `hits` times. */
export function articleHtml({ id, kind, title, date, column }: Article, hits: number): string {
  const text = texts[id % texts.length];
  if (text === undefined) return '';
  const turn = id % text.paragraphs.length;
  const own = [`本文是第${id}号稿件，成稿于${date.slice(0, 4)}年，原载于本校内部刊物，此次发表时作了文字上的订正。`];
  const prose = [...text.paragraphs.slice(turn), ...text.paragraphs.slice(0, turn), ...own];
  const essay: SampleEssay = {
    ...text,
    id: String(id),
    title,
    date,
    hits: String(hits),
    hitsBy: id % 2 === 0 ? 'page' : 'script',
    authors: kind === 'essay' ? text.authors : '',
    unit: kind === 'essay' ? text.unit : '办公室',
    source: kind === 'essay' ? text.source : '',
    column: [kind === 'essay' ? '学术专栏' : '首页新闻', column],
    paragraphs:
      kind === 'essay'
        ? prose
        : [`${title}。有关事项请各处室、各教研室按要求办理，具体安排另行告知。`, '特此告知。', `${date.slice(0, 4)}年`],
  };
  return nbdxEssayPage(essay);
}
