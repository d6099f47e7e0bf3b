import { describe, expect, it } from 'vitest';
import { readKeywords, readMetas } from '../../../lib/metadata/metas.ts';
import { parsePage } from '../../support/parse-page.ts';
import { showField, showFields } from '../../support/show-fields.ts';

/** A page with these metas: `name=content`, one each. */
const pageOf = (...metas: string[]): Document =>
  parsePage(
    `<head>${metas.map((meta) => meta.replace(/^([^=]*)=(.*)$/u, '<meta name="$1" content="$2">')).join('')}</head><body>塘</body>`,
    'http://dx.example/1.htm',
  );
const read = (...metas: string[]): unknown => showFields(readMetas(pageOf(...metas), new Set()));

const title = 'ArticleTitle=论塘';
const withTitle = { title: '论塘 ¦ 论塘 ¦ meta:ArticleTitle' };

describe('readMetas', () => {
  it.each<[string[], unknown]>([
    [[title], withTitle],
    [['articletitle= 论塘 '], withTitle],
    [['articletitle='], {}],
    [['ArticleTitle= ', title], withTitle],
    [[title, 'ArticleTitle=另一题'], withTitle],
    [['PubDate=2006-03-12'], { publishedOn: '2006-03-12 ¦ 2006-03-12 ¦ meta:PubDate' }],
    [['publishdate=2006-03-12 10:22'], { publishedOn: '2006-03-12 ¦ 2006-03-12 10:22 ¦ meta:publishdate' }],
    [['firstpublishedtime=06-03-12'], { publishedOn: '2006-03-12 ¦ 06-03-12 ¦ meta:firstpublishedtime' }],
    [['DC.date.issued=2006-03'], { publishedOn: '2006-03 ¦ 2006-03 ¦ meta:DC.date.issued' }],
    [
      ['citation_publication_date=2007/1/2', 'PubDate=2006-03-12'],
      { publishedOn: '2006-03-12 ¦ 2006-03-12 ¦ meta:PubDate' },
    ],
    [['citation_publication_date=2007/1/2'], { publishedOn: '2007-01-02 ¦ 2007/1/2 ¦ meta:citation_publication_date' }],
    [['PubDate=昨天'], {}],
    [['author=林有禾', 'ContentSource=清河日报', 'ColumnName=理论'], {}],
    [[title, 'author=林有禾 王芳'], { ...withTitle, authors: '["林有禾","王芳"] ¦ 林有禾 王芳 ¦ meta:author' }],
    [[title, 'citation_author=林有禾'], { ...withTitle, authors: '["林有禾"] ¦ 林有禾 ¦ meta:citation_author' }],
    [[title, 'author=admin'], withTitle],
    [[title, 'author=科研处'], withTitle],
    [[title, 'ContentSource=清河日报'], { ...withTitle, source: '清河日报 ¦ 清河日报 ¦ meta:ContentSource' }],
    [[title, 'Source=《求是》'], { ...withTitle, source: '求是 ¦ 《求是》 ¦ meta:Source' }],
    [[title, 'ContentSource=本站'], withTitle],
    [[title, 'ColumnName=党史研究'], { ...withTitle, column: '["党史研究"] ¦ 党史研究 ¦ meta:ColumnName' }],
  ])('%j', (metas, fields) => {
    expect(read(...metas)).toEqual(fields);
  });

  it('reads the names of `property` as well, where there is no `name`', () => {
    const page = parsePage(
      '<meta property="article:published_time" content="2006-03-12T08:00:00+08:00"><meta content="2001-01-01"><meta name="PubDate">',
      'http://dx.example/',
    );
    expect(showFields(readMetas(page, new Set()))).toEqual({
      publishedOn: '2006-03-12 ¦ 2006-03-12T08:00:00+08:00 ¦ meta:article:published_time',
    });
  });

  it('passes over what an archive added', () => {
    const page = pageOf('PubDate=2006-03-12', 'PubDate=2005-01-01');
    const [first] = page.querySelectorAll('meta');
    expect(showFields(readMetas(page, new Set(first ? [first] : [])))).toEqual({
      publishedOn: '2005-01-01 ¦ 2005-01-01 ¦ meta:PubDate',
    });
  });

  it('takes no date after the capture', () => {
    const page = pageOf('PubDate=2006-03-12');
    expect(readMetas(page, new Set(), '2006-03-10')).toEqual({});
    expect(readMetas(page, new Set(), '2006-03-12').publishedOn?.value).toBe('2006-03-12');
  });
});

describe('readKeywords', () => {
  const of = (content: string, text: string, own = false): string | null => {
    const found = readKeywords(pageOf(`Keywords=${content}`), text, own);
    return found && showField(found);
  };
  const twelve = '甲子 乙丑 丙寅 丁卯 戊辰 己巳 庚午 辛未 壬申 癸酉 甲戌 乙亥';

  it.each<[string, string, string[] | null]>([
    ['塘,堤', '塘', ['塘', '堤']],
    ['塘，堤；田;水、秤|斗 升', '塘堤田', ['塘', '堤', '田', '水', '秤', '斗', '升']],
    [' ,塘, ', '塘', ['塘']],
    ['塘,堤,田', '只说塘', ['塘', '堤', '田']],
    ['塘,堤,田,水', '只说塘', null],
    ['塘,堤', '别的事', null],
    ['塘,党校', '塘', null],
    ['塘,行政学院', '塘', null],
    ['塘,塘网站', '塘', null],
    [twelve, twelve, twelve.split(' ')],
    [`${twelve} 丙子`, twelve, null],
    [' , ', '塘', null],
  ])('%s in %s', (content, text, words) => {
    expect(of(content, text)).toEqual(words && `${JSON.stringify(words)} ¦ ${content} ¦ meta:keywords`);
  });

  it('believes a CMS that writes them for each article, used in the text or not', () => {
    expect(of('塘,堤', '别的事', true)).toBe('["塘","堤"] ¦ 塘,堤 ¦ meta:keywords');
    expect(of('塘,党校', '塘', true)).toBeNull();
    expect(of('', '塘', true)).toBeNull();
  });

  it('finds none on a page without that meta', () => {
    expect(readKeywords(pageOf('description=塘'), '塘', true)).toBeNull();
  });
});
