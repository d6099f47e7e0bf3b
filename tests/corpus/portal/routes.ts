import { columnEssays, type SampleColumn, sampleColumns } from './column.ts';
import { sampleEssays } from './essays.ts';
import { encodeGb2312 } from './gb2312.ts';
import { pagedCount, pagedEssayPage } from './paged.ts';
import { columnListPage, fillTemplate, nbdxEssayPage, nbdxHomePage, nbdxListPage, yunxiEssayPage } from './pages.ts';
import { onePagePdf } from './pdf.ts';
import { picturedEssay, pictures } from './pictured.ts';
import { replayUrl, waybackReplay } from './replay.ts';

/** What the sample server answers: a status, a content type and the bytes. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

const school = 'http://www.nbdx.cn';
const capture = '20070702205327';

/** The addresses of the sample: real-looking hosts, answered by this machine alone. */
export const sampleUrls = {
  home: `${school}/`,
  list: `${school}/list.asp?classid=4`,
  /** List page `n` of a long column. */
  column: (n: number, { classId }: SampleColumn = sampleColumns.long): string =>
    `${school}/list.asp?classid=${classId}${n === 1 ? '' : `&page=${n}`}`,
  essay: (id: string): string => `${school}/show.asp?id=${id}`,
  notice: `${school}/show.asp?id=1190`,
  /** An essay with images, live and in a replay. */
  pictured: `${school}/show.asp?id=${picturedEssay.id}`,
  picturedReplay: replayUrl(`${school}/show.asp?id=${picturedEssay.id}`, capture),
  pdf: `${school}/files/sample.pdf`,
  unknownSchool: 'http://www.yxxwdx.example/readnews.aspx?id=2043',
  /** Page `n` of the essay of three pages; of the second one, page 2 cannot be had. */
  paged: (n: number, id: '6101' | '6102' = '6101'): string =>
    `http://www.yxxwdx.example/html/llyj_12_${id}${n === 1 ? '' : `_${n}`}.shtml`,
  englishNews: 'http://www.harbourcourier.example/news/footbridge',
  replay: replayUrl(`${school}/show.asp?id=1105`, capture),
} as const;

const text = new TextEncoder();
const gb2312 = (html: string): Answer => ({ status: 200, type: 'text/html', body: encodeGb2312(html) });
const script = (source: string): Answer => ({
  status: 200,
  type: 'application/x-javascript',
  body: text.encode(source),
});
const notFound: Answer = { status: 404, type: 'text/html', body: text.encode('<h1>404 Not Found</h1>') };

const essayOf = (url: URL) =>
  [...sampleEssays, ...columnEssays(sampleColumns.long), picturedEssay].find(
    (essay) => essay.id === url.searchParams.get('id'),
  );

function columnAnswer(column: SampleColumn, url: URL): Answer {
  const page = Number(url.searchParams.get('page') ?? 1);
  return page >= 1 && page <= column.pages ? gb2312(columnListPage(column, page)) : notFound;
}

function schoolPage(url: URL): Answer {
  const picture = pictures.get(url.pathname);
  // Servers of that time told the type by the name's end, and not always rightly.
  if (picture) return { status: 200, type: 'application/octet-stream', body: picture };
  const essay = essayOf(url);
  if (url.pathname === '/' || url.pathname === '/index.asp') return gb2312(nbdxHomePage());
  const column = Object.values(sampleColumns).find(({ classId }) => classId === url.searchParams.get('classid'));
  if (url.pathname === '/list.asp' && column) return columnAnswer(column, url);
  if (url.pathname === '/list.asp') return gb2312(nbdxListPage());
  if (url.pathname === '/files/sample.pdf')
    return { status: 200, type: 'application/pdf', body: onePagePdf('A document of the sample portal') };
  if (url.pathname === '/count.asp' && essay) return script(`document.write('${essay.hits}');`);
  if (url.pathname !== '/show.asp' || essay?.site !== 'nbdx') return notFound;
  return gb2312(nbdxEssayPage(essay, url.searchParams.get('meta') !== 'no'));
}

function pagedPage(id: string, n: number): Answer {
  if (n > pagedCount) return notFound;
  if (id === '6102' && n === 2) return { ...notFound, status: 500 };
  return gb2312(pagedEssayPage(id, n));
}

function unknownSchoolPage(url: URL): Answer {
  const [, id, n = '1'] = /^\/html\/llyj_12_(610[12])(?:_(\d))?\.shtml$/.exec(url.pathname) ?? [];
  if (id !== undefined) return pagedPage(id, Number(n));
  const essay = essayOf(url);
  return essay?.site === 'yunxi' ? gb2312(yunxiEssayPage(essay)) : notFound;
}

/** `/web/TIMESTAMP/URL` shows the replay, `/web/TIMESTAMPid_/URL` (and `js_`, `im_`, …) the bytes as captured. */
function archivePage(url: URL): Answer {
  const [, timestamp, flag, original] = /^\/web\/(\d{14})(\w\w_)?\/(.*)$/.exec(url.pathname + url.search) ?? [];
  if (!timestamp || !original) return notFound;
  const captured = schoolPage(new URL(original));
  if (flag || captured.status !== 200) return captured;
  const html = new TextDecoder('gb18030').decode(captured.body);
  return { ...gb2312(waybackReplay(html, original, timestamp)), type: 'text/html; charset=gb2312' };
}

const hosts: Readonly<Record<string, (url: URL) => Answer>> = {
  'www.nbdx.cn': schoolPage,
  'www.yxxwdx.example': unknownSchoolPage,
  'web.archive.org': archivePage,
  'www.harbourcourier.example': (url) =>
    url.pathname === '/news/footbridge'
      ? { status: 200, type: 'text/html; charset=utf-8', body: text.encode(fillTemplate('harbour-news', {})) }
      : notFound,
};

/** The host of a counter that takes every connection and never answers. */
export const silentHost = 'counter.silent.example';

/** Every host that the sample answers for. */
export const sampleHosts: readonly string[] = [...Object.keys(hosts), silentHost];

/**
 * The answer for an address. `served=NAME` in its query puts that charset into the content type, right or wrong;
 * the portals themselves send none, as most of that time did.
 */
export function answer(url: URL): Answer {
  const page = hosts[url.hostname]?.(url) ?? notFound;
  const served = url.searchParams.get('served');
  return served === null ? page : { ...page, type: `${page.type.replace(/;.*/, '')}; charset=${served}` };
}
