import type { TextColumn } from '../../collection/ledger/slot.ts';
import { fold } from '../text/fold.ts';

/** Fields that the ledger holds in memory, by the column that each looks in. */
export const columnFields = {
  author: 'author',
  title: 'title',
  source: 'source',
  school: 'institution',
  column: 'column',
  unit: 'unit',
  tag: 'tag',
  collection: 'shelf',
} as const satisfies Readonly<Record<string, TextColumn>>;
export type ColumnField = keyof typeof columnFields;

/** Fields that are read from the essays themselves, once their words were found. */
export const rowFields = ['note', 'mark', 'keyword', 'abstract', 'issue'] as const;
export type RowField = (typeof rowFields)[number];

/** A field that a query can name. */
export type QueryField = ColumnField | RowField;

/**
 * The names of each field, as readers write them before the colon: the first of each language is the one that is suggested. Of
 * simplified and traditional forms either is understood (`fold`).
 */
export const fieldNames: Readonly<Record<QueryField | 'year', readonly string[]>> = {
  author: ['author', '作者', '著者', 'authors', '责任者', '責任者', '撰稿', '撰文'],
  title: ['title', '标题', '標題', '题名', '題名', '篇名', '题目', '題目'],
  source: ['source', '来源', '來源', '出处', '出處'],
  school: ['school', '机构', '機構', '学校', '學校', 'institution', '院校'],
  column: ['column', '栏目', '欄目', '专栏', '專欄'],
  unit: ['unit', '单位', '單位', '提供单位', '提供單位', '部门', '部門'],
  tag: ['tag', '标签', '標籤', 'tags'],
  collection: ['collection', '文集', 'shelf'],
  year: ['year', '年份', '年', '年代', 'years', '日期', '发表', '發表', 'date'],
  note: ['note', '笔记', '筆記', 'notes', '附注', '附註'],
  mark: ['highlight', '标注', '標註', '標注', '划线', '劃線', 'mark'],
  keyword: ['keyword', '关键词', '關鍵詞', '關鍵字', 'keywords', '主题词', '主題詞'],
  abstract: ['abstract', '摘要', '提要'],
  issue: ['issue', '期号', '期號', '期次', '期'],
};

const byName = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) =>
    names.map((name): [string, QueryField | 'year'] => [fold(name), field as QueryField | 'year']),
  ),
);

/** The field of a name, whatever its width, case and script; null for a word that names none. */
export const fieldOfName = (name: string): QueryField | 'year' | null => byName.get(fold(name)) ?? null;

/** True for a field that the ledger holds. */
export const isColumnField = (field: QueryField): field is ColumnField => Object.hasOwn(columnFields, field);
