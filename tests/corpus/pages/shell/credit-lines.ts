import type { Choose } from '../choose.ts';

/** Labels that portals write before each field (docs/portals.md 3). */
const labels = {
  date: [
    '发布日期',
    '发布时间',
    '发表时间',
    '时间',
    '日期',
    '创建时间',
    '发稿时间',
    '编稿时间',
    '添加时间',
    '添加日期',
    '录入时间',
    '加入时间',
    '上传时间',
    '上网时间',
    '刊登日期',
  ],
  author: ['作者', '撰稿', '撰稿人', '撰文', '供稿人', '执笔', '投稿人'],
  unit: ['提供单位', '供稿单位', '供稿', '供稿部门', '发布单位', '发布部门', '发布机构', '投稿部门', '责任部门'],
  source: [
    '来源',
    '信息来源',
    '文章来源',
    '资料来源',
    '稿件来源',
    '稿源',
    '转贴自',
    '转自',
    '转载自',
    '摘自',
    '选自',
    '原载',
    '出处',
    '原文出处',
    '录自',
  ],
  hits: [
    '浏览次数',
    '浏览',
    '浏览量',
    '点击数',
    '点击',
    '点击率',
    '点击次数',
    '阅读次数',
    '阅读',
    '阅读量',
    '访问量',
    '访问次数',
    '人气',
  ],
} as const;

/** Orders of the five fields. */
const orders = [
  ['date', 'author', 'source', 'unit', 'hits'],
  ['source', 'unit', 'author', 'date', 'hits'],
  ['author', 'source', 'date', 'hits', 'unit'],
  ['hits', 'date', 'unit', 'source', 'author'],
  ['unit', 'author', 'hits', 'source', 'date'],
] as const;

type Field = keyof typeof labels;

/** Two-character labels are often spaced out to four. */
const spaced = (label: string, space: string): string => (label.length === 2 ? label.split('').join(space) : label);

/** A credit line of the given values, its labels, marks, order and separators as they fall out. Empty values keep their slots. */
export function anyCreditLine(values: Readonly<Record<Field, string>>, choose: Choose): string {
  const space = choose('label-space', ['', '', '　', ' ', '&nbsp;&nbsp;']);
  const frame = choose('label-frame', [
    (label: string, value: string) => `${label}：${value}`,
    (label: string, value: string) => `${label}:${value}`,
    (label: string, value: string) => `${label}： ${value}`,
    (label: string, value: string) => `【${label}】${value}`,
    (label: string, value: string) => `［${label}］ ${value}`,
    (label: string, value: string) => `<b>${label}：</b>${value}`,
    (label: string, value: string) => `<span>${label}：<i>${value}</i></span>`,
  ]);
  const separator = choose('field-separator', [
    '　　',
    '&nbsp;&nbsp;&nbsp;',
    ' | ',
    ' ｜ ',
    '　',
    ' • ',
    '</td><td>',
    '<br>',
  ]);
  const line = choose<(typeof orders)[number]>('field-order', orders)
    .map((field) =>
      frame(spaced(choose(`label-${field}`, labels[field] as readonly [string, ...string[]]), space), values[field]),
    )
    .join(separator);
  return separator === '</td><td>' ? `<table width="100%"><tr><td>${line}</td></tr></table>` : line;
}
