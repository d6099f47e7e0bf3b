import type { Keeping, KeepingPage } from '../../lib/collection/keep/keep-request.ts';
import type { Essay } from '../../lib/essay/essay.ts';

/** An essay of ours as the pipeline would read it; `facts` replaces what a test is about. */
export function sampleEssay(facts: Partial<Essay> = {}): Essay {
  return {
    kind: 'essay',
    title: '论县域经济的转型',
    authors: ['周望川', '林砚秋'],
    publishedOn: '2005-07-14',
    unit: '经济学教研部',
    source: '学习园地',
    issue: { title: '学习园地', year: 2005, issue: '3', date: null, page: null },
    column: ['理论研究', '经济'],
    institution: '中共青山市委党校',
    hits: 128,
    editor: null,
    keywords: ['县域经济'],
    abstract: null,
    originalUrl: 'http://www.example-school.cn/article/show.asp?id=12',
    archivedCopy: null,
    html: '<p>县域是城乡之间的纽带。</p><p>转型要从产业做起。</p>',
    text: '县域是城乡之间的纽带。\n转型要从产业做起。',
    provenance: {
      fields: {
        title: { value: '论县域经济的转型', raw: '论县域经济的转型', place: 'title-line' },
        publishedOn: { value: '2005-07-14', raw: '更新时间：2005-7-14', place: 'credit-line', qualifier: 'updated' },
      },
      removals: [{ rule: 'pager', text: '上一篇 下一篇' }],
      recognition: {
        portal: true,
        kind: 'essay',
        score: 9,
        evidence: [{ id: 'credit-line', weight: 4, text: '作者：周望川' }],
        family: null,
      },
      extractor: 'readability',
      missingPages: [],
    },
    ...facts,
  };
}

/** A keeping of `sampleEssay`; `taken` replaces facts of its capture. */
export function sampleKeeping(
  facts: Partial<Essay> = {},
  taken: Partial<Keeping['capture']> = {},
  original = `<html><body>${facts.html ?? '原文'}</body></html>`,
): Keeping {
  const essay = sampleEssay(facts);
  return {
    essay,
    capture: {
      pageUrl: essay.originalUrl,
      takenAt: '2026-03-01T08:00:00.000Z',
      charset: 'utf-8',
      originalForm: 'served',
      rulesVersion: 1,
      ...taken,
    },
    original: new TextEncoder().encode(original),
  };
}

/** A keeping of the essay with number `n`: its own address, title and time, so that lists have an order. */
export function numberedKeeping(n: number, facts: Partial<Essay> = {}): Keeping {
  return sampleKeeping(
    { title: `第${n}篇`, originalUrl: `http://school${n}.example-school.cn/${n}.htm`, ...facts },
    { takenAt: new Date(Date.UTC(2026, 2, 1, 0, 0, n)).toISOString() },
  );
}

/** Page `n` of a paginated essay, as it was fetched. */
export const samplePage = (n: number): KeepingPage => ({
  address: `http://www.example-school.cn/article/show.asp?id=12&page=${n}`,
  charset: 'gb18030',
  bytes: new TextEncoder().encode(`<p>page ${n}</p>`),
});
