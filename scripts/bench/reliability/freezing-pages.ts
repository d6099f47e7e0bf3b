const words = '水渠修到第三里，村里的人开会商量谁家先浇地。商量的结果，是按田块的高低排队。';

/** What a page may hold that makes slow readers of it, by name; each stands in the midst of an essay. */
const held: Readonly<Record<string, () => string>> = {
  'nested blocks': () => '<div>'.repeat(200_000),
  'nested blocks below the bound': () => `${'<div>'.repeat(2500)}字${'</div>'.repeat(2500)}`,
  links: () => '<a href="1.htm">文</a>'.repeat(1_000_000),
  'links below the bound': () => '<a href="1.htm">文</a>'.repeat(35_000),
  'a long paragraph': () => `<p>${words.repeat(90_000)}</p>`,
  'a paragraph below the bound': () => `<p>${words.repeat(24_000)}</p>`,
  spaces: () => ' '.repeat(5_000_000),
  lines: () => `<pre>${'字\n'.repeat(55_000)}</pre>`,
  'nested tables': () => `${'<table><tr><td>'.repeat(600)}字${'</td></tr></table>'.repeat(600)}`,
  'labels of authors': () => '作者：王（三）　来源：学习园地　'.repeat(20_000),
  dates: () => `<p>${'2004-05-12 '.repeat(80_000)}</p>`,
  'brackets and dots': () => `<p>${'（'.repeat(200_000)}${'·……'.repeat(100_000)}</p>`,
};

/** Names of the kinds, and the page of one. */
export const freezingKinds = Object.keys(held);

/** A page of a school that holds what its kind makes slow to read. */
export function freezingPage(kind: string): string {
  const paragraphs = Array.from({ length: 6 }, () => `<p>　　${words}</p>`).join('\n');
  return `<html><head><meta charset="utf-8"><title>中共北原县委党校</title></head><body>
<p align="center"><b>水渠边上的会议</b></p><p align="center">发布日期：2004/05/12　作者：贺长山　提供单位：经济学教研部</p>
${paragraphs}${held[kind]?.() ?? ''}${paragraphs}<p>版权所有：中共北原县委党校</p></body></html>`;
}
