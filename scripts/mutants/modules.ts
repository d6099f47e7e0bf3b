import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../build.ts';

/** A module of the project: its path from the root and its text. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

/** The modules that a pattern names, by path. */
export const modulesOf = (pattern: string): Module[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** What each module imports, by paths from the root; types are left out, since they run nowhere. */
export function importGraph(modules: readonly Module[]): ReadonlyMap<string, readonly string[]> {
  return new Map(modules.map(({ path, text }) => [path, importsOf(path, text)]));
}

function importsOf(path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name.replace(/\?.*$/u, '')));
}

/** Everything that a module leads to, itself included. */
export function reachedFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return reached;
}
