import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageSet } from '../../lib/import/page-sets.ts';

/** One page to clip: `problem` instead of a file when its manifest row names none. */
export interface Job {
  readonly id: string | null;
  readonly file: string;
  readonly url: string;
  /** The other pages of a paginated essay that are on disk. */
  readonly pages?: readonly PageFile[];
  readonly problem?: string;
  /** The essay's pages as an archive holds them, in the place of files. */
  readonly archived?: Pick<PageSet, 'first' | 'others'>;
}

/** A page on disk, and the address that it was served under. */
export interface PageFile {
  readonly file: string;
  readonly url: string;
}

const ownUrl = (file: string): string => pathToFileURL(resolve(file)).href;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The jobs of files given by name; without `url`, a file's address is its own. */
export function jobsOfFiles(files: readonly string[], url: string | undefined): Job[] {
  return files.map((file) => ({ id: file, file, url: url ?? ownUrl(file) }));
}

function jobOfRow(line: string, folder: string): Job {
  try {
    const row: unknown = JSON.parse(line);
    const { id, file, url, pages = [] } = (row ?? {}) as Readonly<Record<string, unknown>>;
    const name = textOf(file);
    if (name === null) return { id: textOf(id), file: '', url: '', problem: 'manifest row without "file"' };
    const path = resolve(folder, name);
    const job = { id: textOf(id) ?? name, file: path, url: textOf(url) ?? ownUrl(path) };
    const others = pagesOfRow(pages, folder);
    return others === null
      ? { ...job, problem: 'manifest row with "pages" other than {"file", "url"}' }
      : { ...job, pages: others };
  } catch {
    return { id: null, file: '', url: '', problem: `manifest row is not JSON: ${line.slice(0, 80)}` };
  }
}

/** The files of a row's `pages`; null when one of them lacks its file or address. */
function pagesOfRow(pages: unknown, folder: string): PageFile[] | null {
  if (!Array.isArray(pages)) return null;
  const files = pages.flatMap((page: unknown) => {
    const { file, url } = (page ?? {}) as Readonly<Record<string, unknown>>;
    const name = textOf(file);
    const address = textOf(url);
    return name === null || address === null ? [] : [{ file: resolve(folder, name), url: address }];
  });
  return files.length === pages.length ? files : null;
}

/**
 * The jobs of a manifest: JSON lines `{"id", "file", "url"}`, and for an essay of several pages `"pages": [{"file", "url"}…]`;
 * files beside it. Throws when it cannot be read.
 */
export async function jobsOfManifest(manifest: string): Promise<Job[]> {
  const lines = (await readFile(manifest, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => jobOfRow(line, dirname(manifest)));
}
