import type { Essay } from '../../lib/essay/essay.ts';
import { readEssay } from '../../lib/pipeline/read-page.ts';
import { parsePage } from './parse-page.ts';

/** Two paragraphs of our own, so that a page has a body whatever is tried beside them. */
export const prose = [
  '县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。',
  '教的东西不多，一册油印的问答翻来覆去地讲，讲完一条就在墙上划掉一条，划不掉的留着，等到下一回再找人来答。',
] as const;

/** The essay of a page with this body between two paragraphs, and `head` in its head. */
export function readBody(body: string, { head = '', url = 'http://www.qsdx.gov.cn/show.asp?id=12' } = {}): Essay {
  const html = `<html><head><title>祠堂夜校</title>${head}</head><body><h1>祠堂夜校</h1>
    <div class="content"><p>　　${prose[0]}</p>${body}<p>　　${prose[1]}</p></div></body></html>`;
  const read = readEssay({ document: parsePage(html, url), url }, { any: true });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
