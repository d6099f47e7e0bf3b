import type { PublicationIssue } from '../essay/essay.ts';
import { readIssue } from './issue.ts';
import { tidySpan } from './segments.ts';

/** Where an essay was reprinted from. */
export interface Source {
  /** The publication's title without 《》 when the value is a title (and issue); else the value. */
  readonly source: string;
  readonly issue: PublicationIssue | null;
}

/** What content systems and editors set when the essay is the portal's own or its source is not known. */
const noSource =
  /^(?:本站(?:原创|整理|编辑|讯|发布|采编)?|本网(?:站|讯|原创)?|原创|自创|不详|来源不详|未知|佚名|无|暂无|网络|网上|互联网|网络转载|转载|网友|网友投稿|admin(?:istrator)?|管理员|null|none|[-—*?？./\\]+)$/i;
const lead = /^(?:(?:本文)?(?:原载于?|转载自|摘编自|摘自|选自|录自|转自|刊于|刊登于|载于|发表于|来源于|来源)[\s:：]*)+/;
/** Counters and tools that stand behind a source without a sign between: `参与互动(0)`, `有0人参与`, `手机看新闻`, `字号`. */
const tools =
  /(?:我要|我来|发表|查看)评论[\s\S]*$|[\s\u3000]+(?:[【[［(（]?(?:参与互动|有?\d*人参与|手机看新闻|暂?无?网友评论|我要评论|我来评论|发表评论|查看评论|评论|跟帖|条评论|字[体号]|大\s*中\s*小|打印|收藏|分享|纠错|推荐|复制链接|订阅|进入论坛|微博)[\s\S]*)$/;
/** A publication's title with nothing behind it but its issue, and perhaps 杂志. */
const onlyTitle = /^《([^《》]{2,40})》\s?(?:杂志|报|月刊|周刊|网络版|电子版)?(?=$|[\s\d（(，,第总年—-])/;

/** Reads a source label's value; null for the portal's own 本站, 本站原创, 原创, 不详 and their like. */
export function readSource(text: string): Source | null {
  const span = tidySpan(text, { start: 0, end: text.length });
  const value = text
    .slice(span.start, span.end)
    .replace(lead, '')
    .replace(tools, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
  if (value === '' || noSource.test(value)) return null;
  const issue = readIssue(value);
  const title = onlyTitle.exec(value)?.[1] ?? (value.startsWith('《') ? undefined : issue?.title);
  const several = (value.match(/《/g)?.length ?? 0) > 1;
  return { source: several || title === undefined ? value : title, issue };
}
