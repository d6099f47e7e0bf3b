import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A file of the repository: its path from the root, with `/`, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const notOurs = new Set(['node_modules', '.git', '.output', '.wxt', '.screenshots', '.cache']);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** Every file of the repository that is not installed or built, by path. */
export const allPaths: readonly string[] = filesUnder('').sort();

/** Files whose path matches, with their text. */
export const sourcesOf = (pattern: RegExp): Source[] =>
  allPaths.filter((path) => pattern.test(path)).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The text without comments, so that a rule about code does not stumble over a sentence about it. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

/** What a module imports, as written: static, dynamic and re-exported, types too. */
export const importsOf = ({ text }: Source): string[] =>
  Array.from(
    withoutComments(text).matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"\n]+)['"]/g),
    ([, name]) => name ?? '',
  );

/** Path from the root of a relative import of `from`. */
export const resolveImport = (from: string, name: string): string => posix.join(posix.dirname(from), name);
