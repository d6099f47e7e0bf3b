import type { Module } from './modules.ts';

const hasFunctions = ({ text }: Module): boolean => /=>|\bfunction\b/u.test(text);

/**
 * For each module, the modules whose functions may use what it makes while it is loaded: itself, those that import
 * it, and behind a module without functions (a list of families) those that import that one.
 */
export function usersOf(
  modules: readonly Module[],
  graph: ReadonlyMap<string, readonly string[]>,
): Map<string, Set<string>> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const importers = new Map<string, string[]>();
  for (const [path, imported] of graph) {
    for (const name of imported) importers.set(name, [...(importers.get(name) ?? []), path]);
  }
  const users = (start: string): Set<string> => {
    const found = new Set([start]);
    const open = [start];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      for (const importer of importers.get(path) ?? []) {
        const module = byPath.get(importer);
        if (module === undefined || found.has(importer)) continue;
        found.add(importer);
        if (!hasFunctions(module)) open.push(importer);
      }
    }
    return found;
  };
  return new Map(modules.map(({ path }) => [path, users(path)]));
}
