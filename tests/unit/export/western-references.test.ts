import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../lib/export/cite/csl.ts';
import { pageRange } from '../../../lib/export/cite/latin/parts.ts';
import { loadRomaniser } from '../../../lib/export/cite/latin/romaniser.ts';
import { listBy, loadForm } from '../../../lib/export/cite/references.ts';
import type { LatinStyle } from '../../../lib/export/cite/styles.ts';

const by = (...names: readonly string[]): Pick<CslItem, 'author'> => ({
  author: names.map((literal) => ({ literal })),
});
const on = (...parts: readonly number[]) => ({ 'date-parts': [parts] }) as const;

const page: CslItem = {
  id: 'page',
  type: 'webpage',
  title: '论县域经济的转型',
  ...by('吴灵臣'),
  'container-title': '中共湖州市委党校',
  issued: on(2005, 7, 14),
  accessed: on(2026, 11, 24),
  URL: 'http://dx.example/1',
  language: 'zh-CN',
};
const { issued: _day, ...undated } = page;
const { author: _name, ...unsigned } = page;
const newspaper: CslItem = {
  ...page,
  type: 'article-newspaper',
  'container-title': '学习时报',
  issued: on(2009, 9, 7),
  page: '3',
};
const journal: CslItem = {
  ...page,
  type: 'article-journal',
  'container-title': '党政研究',
  issued: on(2009),
  issue: '3',
  page: '112-118',
};

const listOf = async (style: LatinStyle, ...items: readonly CslItem[]): Promise<readonly string[]> =>
  listBy(await loadForm(style), items).references.map(({ text }) => text.trim());

describe.each<readonly [string, CslItem, Readonly<Record<LatinStyle, string>>]>([
  [
    'a page of a site',
    page,
    {
      chicago:
        'Wu Lingchen 吴灵臣. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, July 14, 2005. http://dx.example/1.',
      apa: 'Wu, L. (2005, July 14). Lun xian yu jingji de zhuanxing [论县域经济的转型]. Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校]. http://dx.example/1',
      mla: 'Wu Lingchen 吴灵臣. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, 14 July 2005, http://dx.example/1.',
    },
  ],
  [
    'one without a date, whose day of access counts, and with an archived copy',
    { ...undated, title: '读《资本论》札记', archivedUrl: 'https://web.archive.example/1' },
    {
      chicago:
        'Wu Lingchen 吴灵臣. “Du ‘Ziben lun’ zha ji” 读《资本论》札记. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校. Accessed November 24, 2026. http://dx.example/1. Archived at https://web.archive.example/1.',
      apa: 'Wu, L. (n.d.). Du “Ziben lun” zha ji [读《资本论》札记]. Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校]. Retrieved November 24, 2026, from http://dx.example/1 (archived at https://web.archive.example/1)',
      mla: 'Wu Lingchen 吴灵臣. “Du ‘Ziben lun’ zha ji” 读《资本论》札记. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, http://dx.example/1. Accessed 24 Nov. 2026. Archived at https://web.archive.example/1.',
    },
  ],
  [
    'one without an author, whose title asks',
    { ...unsigned, title: '听证不走过场？' },
    {
      chicago:
        'Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校. “Ting zheng bu zouguo chang?” 听证不走过场？ July 14, 2005. http://dx.example/1.',
      apa: 'Ting zheng bu zouguo chang? [听证不走过场？]. (2005, July 14). Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校]. http://dx.example/1',
      mla: '“Ting zheng bu zouguo chang?” 听证不走过场？ Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, 14 July 2005, http://dx.example/1.',
    },
  ],
  [
    'two bodies as authors',
    { ...page, title: '西安调查', ...by('中共湖州市委党校', '湖州市行政学院') },
    {
      chicago:
        'Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, and Huzhou Shi Xingzheng Xueyuan 湖州市行政学院. “Xi’an diaocha” 西安调查. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, July 14, 2005. http://dx.example/1.',
      apa: 'Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校], & Huzhou Shi Xingzheng Xueyuan [湖州市行政学院]. (2005, July 14). Xi’an diaocha [西安调查]. Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校]. http://dx.example/1',
      mla: 'Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, and Huzhou Shi Xingzheng Xueyuan 湖州市行政学院. “Xi’an diaocha” 西安调查. Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, 14 July 2005, http://dx.example/1.',
    },
  ],
  [
    'an article of a newspaper by three',
    { ...newspaper, ...by('欧阳修远', '李四', '赵五') },
    {
      chicago:
        'Ouyang Xiuyuan 欧阳修远, Li Si 李四, and Zhao Wu 赵五. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Xuexi shibao 学习时报, September 7, 2009. http://dx.example/1.',
      apa: 'Ouyang, X., Li, S., & Zhao, W. (2009, September 7). Lun xian yu jingji de zhuanxing [论县域经济的转型]. Xuexi shibao [学习时报], 3. http://dx.example/1',
      mla: 'Ouyang Xiuyuan 欧阳修远, et al. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Xuexi shibao 学习时报, 7 Sept. 2009, p. 3, http://dx.example/1.',
    },
  ],
  [
    'an article of a journal',
    journal,
    {
      chicago:
        'Wu Lingchen 吴灵臣. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Dangzheng yanjiu 党政研究, no. 3 (2009): 112–18. http://dx.example/1.',
      apa: 'Wu, L. (2009). Lun xian yu jingji de zhuanxing [论县域经济的转型]. Dangzheng yanjiu [党政研究], (3), 112–118. http://dx.example/1',
      mla: 'Wu Lingchen 吴灵臣. “Lun xian yu jingji de zhuanxing” 论县域经济的转型. Dangzheng yanjiu 党政研究, no. 3, 2009, pp. 112–18, http://dx.example/1.',
    },
  ],
  [
    'a work of which nothing but the title is known',
    { id: 'x', type: 'webpage', title: '“三农”', language: 'zh-CN' },
    { chicago: '“‘San nong’” “三农.”', apa: '“San nong” [“三农”]. (n.d.).', mla: '“San nong” “三农.”' },
  ],
  [
    'a work without Chinese, which only an archive has',
    {
      ...page,
      title: 'Reform',
      ...by('United Nations'),
      URL: undefined,
      archivedUrl: 'https://web.archive.example/2',
    } as unknown as CslItem,
    {
      chicago:
        'United Nations. “Reform.” Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, July 14, 2005. https://web.archive.example/2.',
      apa: 'United Nations. (2005, July 14). Reform. Zhonggong Huzhou Shiwei Dangxiao [中共湖州市委党校]. https://web.archive.example/2',
      mla: 'United Nations. “Reform.” Zhonggong Huzhou Shiwei Dangxiao 中共湖州市委党校, 14 July 2005, https://web.archive.example/2.',
    },
  ],
])('%s', (_, item, wanted) => {
  it.each<LatinStyle>(['chicago', 'apa', 'mla'])('is written by %s', async (style) => {
    expect(await listOf(style, item)).toEqual([wanted[style]]);
  });
});

describe('a list', () => {
  const works: readonly CslItem[] = [
    { ...page, id: '1', title: '乙' },
    { ...page, id: '2', title: '甲' },
    { ...page, id: '3', title: '丙', ...by('陈一') },
    { ...undated, id: '4', title: '丁', ...by('陈一') },
    { ...undated, id: '5', title: '戊', ...by('陈一') },
  ];

  it('of APA goes by names, dates and titles in pinyin, with letters behind years', async () => {
    const starts = (await listOf('apa', ...works)).map((line) => /^.*?\[.\]/.exec(line)?.[0]);
    expect(starts).toEqual([
      'Chen, Y. (n.d.-a). Ding [丁]',
      'Chen, Y. (n.d.-b). Wu [戊]',
      'Chen, Y. (2005, July 14). Bing [丙]',
      'Wu, L. (2005a, July 14). Jia [甲]',
      'Wu, L. (2005b, July 14). Yi [乙]',
    ]);
  });

  it('of Chicago goes by names and titles, and of MLA has a line for authors named before', async () => {
    const starts = async (style: LatinStyle) =>
      (await listOf(style, ...works)).map((line) => line.replace(/\. “(\w+)”.*/, ' $1'));
    expect(await starts('chicago')).toEqual([
      'Chen Yi 陈一 Bing',
      'Chen Yi 陈一 Ding',
      'Chen Yi 陈一 Wu',
      'Wu Lingchen 吴灵臣 Jia',
      'Wu Lingchen 吴灵臣 Yi',
    ]);
    expect(await starts('mla')).toEqual([
      'Chen Yi 陈一 Bing',
      '——— Ding',
      '——— Wu',
      'Wu Lingchen 吴灵臣 Jia',
      '——— Yi',
    ]);
  });

  it('as rich text has italics and links, and no markup of a page', async () => {
    const { html } = listBy(await loadForm('apa'), [{ ...newspaper, title: '<b>甲' }]);
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('<i>Xuexi shibao [学习时报]</i>');
    expect(html).toContain('<a href="http://dx.example/1">http://dx.example/1</a></p>');
    const { html: odd } = listBy(await loadForm('mla'), [{ ...page, URL: 'javascript:alert(1)' }]);
    expect(odd).not.toContain('<a ');
  });
});

describe('romanising', () => {
  it.each([
    ['王小明', 'Wang|Xiaoming'],
    ['单田芳', 'Shan|Tianfang'],
    ['诸葛亮', 'Zhuge|Liang'],
    ['新华社', null],
    ['本刊', null],
    ['课题组调研小组', null],
    ['约翰·史密斯', null],
    ['John', null],
  ])('of %s knows whether it is a person', async (name, wanted) => {
    const found = (await loadRomaniser()).person(name);
    expect(found && `${found.family}|${found.given}`).toBe(wanted);
  });

  it('of a title joins words, keeps numbers and Latin words apart, and writes Latin signs', async () => {
    const { title, body } = await loadRomaniser();
    expect(title('1978年：WTO、GDP与“三个代表”——兼论《论语》调研（上）')).toBe(
      '1978 nian: WTO, GDP yu “san ge daibiao”—jian lun “Lunyu” diao yan (shang)',
    );
    expect(title('Reform')).toBeNull();
    expect(body('湖州市委党校')).toBe('Huzhou Shiwei Dangxiao');
  });
});

it('shortens ranges of pages as each style does', () => {
  expect(
    ['12-15', '123-127', '101-108', '100-104', '321–328', 'A1-A2', '3, 7'].map((one) => pageRange(one, 'chicago')),
  ).toEqual(['12–15', '123–27', '101–8', '100–104', '321–28', 'A1–A2', '3, 7']);
  expect(['101-108', '123-127'].map((one) => pageRange(one, 'two'))).toEqual(['101–08', '123–27']);
  expect(pageRange('123-127', 'all')).toBe('123–127');
});
