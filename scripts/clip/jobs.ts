import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One page to clip: `problem` instead of a file when its manifest row names none. */
export interface Job {
  readonly id: string | null;
  readonly file: string;
  readonly url: string;
  readonly problem?: string;
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
    const { id, file, url } = (row ?? {}) as Readonly<Record<string, unknown>>;
    const name = textOf(file);
    if (name === null) return { id: textOf(id), file: '', url: '', problem: 'manifest row without "file"' };
    const path = resolve(folder, name);
    return { id: textOf(id) ?? name, file: path, url: textOf(url) ?? ownUrl(path) };
  } catch {
    return { id: null, file: '', url: '', problem: `manifest row is not JSON: ${line.slice(0, 80)}` };
  }
}

/** The jobs of a manifest: JSON lines `{"id", "file", "url"}`, files beside it. Throws when it cannot be read. */
export async function jobsOfManifest(manifest: string): Promise<Job[]> {
  const lines = (await readFile(manifest, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => jobOfRow(line, dirname(manifest)));
}
