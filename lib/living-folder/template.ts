import type { ExportRecord } from '../export/record.ts';
import { fileName } from '../export/texts/file-name.ts';
import { markOfFile } from './plan.ts';

/** How files are named, and what stands in their front matter besides what is known of the essay. */
export interface Template {
  /** Path without extension; parts in braces are filled in, `/` makes folders. */
  readonly name: string;
  /** Lines of YAML, '' for none; parts in braces are filled in as strings. */
  readonly lines: string;
}

/** Names by year and title: a few hundred files a folder. */
export const plainTemplate: Template = { name: '{year}/{title}', lines: '' };

/** The parts that a template may name, in the order in which they are offered. */
export const templateParts = ['title', 'authors', 'year', 'date', 'institution', 'source', 'column', 'kept'] as const;
type Part = (typeof templateParts)[number];

type Told = Pick<ExportRecord, 'id' | 'keptAt'> & {
  readonly essay: Pick<
    ExportRecord['essay'],
    'title' | 'authors' | 'publishedOn' | 'institution' | 'source' | 'column'
  >;
};

function partOf({ essay, keptAt }: Told, part: Part): string {
  switch (part) {
    case 'title':
      return essay.title;
    case 'authors':
      return essay.authors.join('、');
    case 'year':
      return essay.publishedOn?.slice(0, 4) ?? '';
    case 'date':
      return essay.publishedOn ?? '';
    case 'column':
      return essay.column.at(-1) ?? '';
    case 'kept':
      return keptAt?.slice(0, 10) ?? '';
    default:
      return essay[part] ?? '';
  }
}

const holes = /\{(\w+)\}/g;
const isPart = (name: string): name is Part => (templateParts as readonly string[]).includes(name);

/** A folder's name at most, in UTF-16 units: a path of Windows holds 260. */
const FOLDER = 60;

/**
 * The path of an essay's file by a template: each part of it a name that every system takes, an empty one left out. The essay's mark
 * stands at its end, so that the file is known wherever it is moved.
 */
export function filePathOf(told: Told, { name }: Template): string {
  const filled = name
    .split('/')
    .map((segment) =>
      segment.replace(holes, (hole, part: string) => (isPart(part) ? partOf(told, part) : hole)).trim(),
    );
  const folders = filled
    .slice(0, -1)
    .filter((segment) => segment !== '')
    .map((segment) => fileName(segment).slice(0, FOLDER).trim());
  const last = fileName(filled.at(-1) ?? '').replace(/^\.+/, '');
  return [...folders.map((folder) => folder.replace(/^\.+/, '') || '无'), last].join('/') + markOfFile(told.id);
}

/** The lines of the template as YAML: what is filled in is a string in double quotes. */
export function linesOf(told: Told, { lines }: Template): string {
  const filled = lines
    .trim()
    .replace(holes, (hole, part: string) => (isPart(part) ? JSON.stringify(partOf(told, part)) : hole));
  return filled === '' ? '' : `${filled}\n`;
}

/** True for lines that can stand in the front matter: none ends it. */
export const fitsFrontMatter = (lines: string): boolean => !/^(?:---|\.\.\.)\s*$/m.test(lines);
