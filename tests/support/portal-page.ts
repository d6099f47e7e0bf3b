import type { Essay } from '../../lib/essay/essay.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import { type ReadProblem, readEssay } from '../../lib/pipeline/read-page.ts';
import { parsePage } from './parse-page.ts';

/** Three paragraphs of an essay of our own. */
export const paragraphs: readonly string[] = [
  '今天这个会开得很及时。水渠修了三年，账目公开了两年，下一步要做的事情只有一件，就是把管水的章程立起来，让大家都说得上话。',
  '章程怎么立，各村有各村的办法。上河村是按户轮值，下河村是按亩出工，两种办法都用了一年，群众的评价各有长短，要放在一起比一比。',
  '比的时候不要先定调子。先听用水的人怎么说，再听管水的人怎么说，最后才轮到我们说，这样定下来的章程才用得久。',
];
export const prose = paragraphs.map((line) => `<p>　　${line}</p>`).join('');
export const credit =
  '<div>发布时间：2011-03-22 10:15&nbsp;&nbsp;来源：清河党建网&nbsp;&nbsp;作者：办公室&nbsp;&nbsp;点击：32</div><div>【字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>';
export const footer =
  '<div class="foot"><p>中共清河市委党校 版权所有 Copyright ©</p><p>地址：清河市人民路1号 电话&amp;传真：0790-6220188</p><p>本校创办于一九五二年，是培训全市党员领导干部的学校，欢迎各界朋友来校参观指导工作。</p></div>';

/** The parts of a page of a school; what is not given is as portals have it. */
export interface PageParts {
  readonly title: string;
  readonly head?: string;
  /** What stands in the element of the text. */
  readonly body: string;
  /** What stands between that element and the neighbours. */
  readonly below?: string;
  readonly style?: string;
}

/** Reads a page as it comes from the school of 清河, wanted by the reader's own wish. */
export function readPortalPage({
  title,
  head = credit,
  body,
  below = '',
  style = '',
}: PageParts): Outcome<Essay, ReadProblem> {
  const html = `<html><head><title>${title}-清河市委党校</title>${style}</head><body><div><a href="/">首页</a> <a href="/a">学校概况</a></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/ll/">理论研究</a> &gt; 正文</div><h1>${title}</h1>${head}<div id="content">${body}</div>${below}
<div>【<a href="javascript:print()">打印正文</a>】【<a href="javascript:close()">关闭窗口</a>】</div><div>上一篇：<a href="/1.html">冬修水利的几点经验</a></div><div>下一篇：没有了</div>${footer}</body></html>`;
  const url = 'http://www.qhswdx.com/ll/2.html';
  return readEssay({ document: parsePage(html, url), url }, { any: true });
}

/** The essay of such a page; throws where there is none. */
export function essayOf(parts: PageParts): Essay {
  const read = readPortalPage(parts);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
