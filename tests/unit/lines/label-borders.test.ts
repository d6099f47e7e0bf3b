import { expect, it } from 'vitest';
import { kindOfLabel, type Label, labelAfter, labelBefore } from '../../../lib/lines/labels.ts';

const written = (label: Label | null): string =>
  label === null ? '–' : `${label.kind} ${label.word} ${label.start}-${label.end}`;

/** The kind of the text as a label, the label that it begins with, and the one before its first colon. */
function readingOf(text: string): string {
  const colon = text.replace(/[:：∶︰﹕].*$/su, '').length;
  return `${kindOfLabel(text) ?? '–'}; ${written(labelAfter(text, 0))}; ${written(labelBefore(text, colon))}`;
}

it.each([
  ['内容摘要', 'abstract; abstract 内容摘要 0-4; abstract 内容摘要 0-4'],
  ['摘要', 'abstract; abstract 摘要 0-2; abstract 摘要 0-2'],
  ['核心提示', 'abstract; abstract 核心提示 0-4; abstract 核心提示 0-4'],
  ['文', 'author; author 文 0-1; author 文 0-1'],
  ['文章作者', 'author; author 文章作者 0-4; author 文章作者 0-4'],
  ['作       者', 'author; –; –'],
  ['位置', 'column; column 位置 0-2; column 位置 0-2'],
  ['当前栏目', 'column; column 当前栏目 0-4; column 当前栏目 0-4'],
  ['您位置', 'column; column 您位置 0-3; column 您位置 0-3'],
  ['您现在所在位置', 'column; column 您现在所在位置 0-7; column 您现在所在位置 0-7'],
  ['现在所在位置', 'column; column 现在所在位置 0-6; column 现在所在位置 0-6'],
  ['查看评论', 'comments; comments 查看评论 0-4; comments 查看评论 0-4'],
  ['评论 】', 'comments; comments 评论 0-2; comments 评论 0-2'],
  ['评论数', 'comments; comments 评论数 0-3; comments 评论数 0-3'],
  [' 评论', 'comments; –; comments 评论 1-3'],
  ['发布时间', 'date; date 发布时间 0-4; date 发布时间 0-4'],
  ['时间', 'date; date 时间 0-2; date 时间 0-2'],
  ['编辑', 'editor; editor 编辑 0-2; editor 编辑 0-2'],
  ['责任编辑', 'editor; editor 责任编辑 0-4; editor 责任编辑 0-4'],
  ['本信息共浏览', 'hits; hits 本信息共浏览 0-6; hits 本信息共浏览 0-6'],
  ['浏览', 'hits; hits 浏览 0-2; hits 浏览 0-2'],
  ['浏览次数', 'hits; hits 浏览次数 0-4; hits 浏览次数 0-4'],
  ['录入者', 'inputter; inputter 录入者 0-3; inputter 录入者 0-3'],
  ['文章录入', 'inputter; inputter 文章录入 0-4; inputter 文章录入 0-4'],
  ['期号', 'issue; issue 期号 0-2; issue 期号 0-2'],
  ['主题词', 'keywords; keywords 主题词 0-3; keywords 主题词 0-3'],
  ['关键词', 'keywords; keywords 关键词 0-3; keywords 关键词 0-3'],
  ['文章关键词', 'keywords; keywords 文章关键词 0-5; keywords 文章关键词 0-5'],
  ['上一篇', 'other; other 上一篇 0-3; other 上一篇 0-3'],
  ['主办单位', 'other; other 主办单位 0-4; other 主办单位 0-4'],
  ['字体', 'other; other 字体 0-2; other 字体 0-2'],
  ['审核', 'other; other 审核 0-2; other 审核 0-2'],
  ['审核人', 'other; other 审核人 0-3; other 审核人 0-3'],
  ['打印', 'other; other 打印 0-2; other 打印 0-2'],
  ['打印本页', 'other; other 打印本页 0-4; other 打印本页 0-4'],
  ['文献标识码', 'other; other 文献标识码 0-5; other 文献标识码 0-5'],
  ['系统建设', 'other; other 系统建设 0-4; other 系统建设 0-4'],
  ['qq', 'phone; phone qq 0-2; phone qq 0-2'],
  ['信息来源', 'source; source 信息来源 0-4; source 信息来源 0-4'],
  ['原文出处', 'source; source 原文出处 0-4; source 原文出处 0-4'],
  ['文章来源于', 'source; source 文章来源于 0-5; source 文章来源于 0-5'],
  ['来源媒体', 'source; source 来源媒体 0-4; source 来源媒体 0-4'],
  ['来源自', 'source; source 来源自 0-3; source 来源自 0-3'],
  ['载于', 'source; source 载于 0-2; source 载于 0-2'],
  ['《来源》 ', 'source; –; source 来源 1-3'],
  ['供稿', 'unit; unit 供稿 0-2; unit 供稿 0-2'],
  ['单位', 'unit; unit 单位 0-2; unit 单位 0-2'],
  ['来 稿单位】 ：', 'unit; –; unit 来稿单位 0-5'],
  ['更新', 'updated; updated 更新 0-2; updated 更新 0-2'],
  ['更新时间', 'updated; updated 更新时间 0-4; updated 更新时间 0-4'],
  ['作      者：1：', '–; author 作者 0-8; author 作者 0-8'],
])('%j → %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading);
});
