import type { Essay, PublicationIssue } from '../../essay/essay.ts';
import type { ExportRecord } from '../record.ts';

/** An essay's title, or a word for none: pages and books must have one. */
export const essayTitle = ({ title }: Essay): string => title.trim() || '无题';

/** A fact of an essay with its label, in the words that the portals use. */
export type Fact = readonly [label: string, value: string];

const stated = (facts: readonly (readonly [string, string | null | undefined])[]): readonly Fact[] =>
  facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** The issue that an essay was reprinted from, as one says it: 学习园地 2005年第3期 第12页. */
const issueWords = ({ title, year, issue, date, page }: PublicationIssue): string =>
  [title, date ?? (year === null ? null : `${year}年`), issue === null ? null : `第${issue}期`, page && `第${page}页`]
    .filter((part) => part)
    .join(' ');

/** What stands over an essay: who wrote it, when it was published, and where. Fields that it lacks are left out. */
export const headFacts = ({ essay, tags }: ExportRecord): readonly Fact[] =>
  stated([
    ['作者', essay.authors.join('、')],
    ['发布日期', essay.publishedOn],
    ['来源', essay.source],
    ['原载', essay.issue && issueWords(essay.issue)],
    ['提供单位', essay.unit],
    ['学校', essay.institution],
    ['栏目', essay.column.join(' > ')],
    ['责任编辑', essay.editor],
    ['关键词', essay.keywords.join('、')],
    ['标签', tags.join('、')],
    ['摘要', essay.abstract],
  ]);

/** What stands under it: where it is from, and what it lacks. */
export const footFacts = ({ essay, capture }: ExportRecord): readonly Fact[] =>
  stated([
    ['原址', /^https?:/i.test(essay.originalUrl) ? essay.originalUrl : null],
    ['存档', essay.archivedCopy?.url],
    ['存档时间', essay.archivedCopy?.capturedAt],
    ['采集时间', capture?.takenAt],
    ['原文 SHA-256', capture?.sha256],
    ...essay.provenance.missingPages.map((page) => ['缺页', page] as const),
  ]);
