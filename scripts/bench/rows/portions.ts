import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../build.ts';
import type { Counts } from './row.ts';

/** What the portions of a row counted so far. */
export interface Portions {
  readonly times: number;
  readonly portions: number;
  readonly counts: Counts;
}

/** Of a row of which nothing was run yet. */
export const noPortions: Portions = { times: 0, portions: 0, counts: {} };

const fileOf = (name: string, id: string): string => join(root, '.cache', 'bench', `${name}-${id}.json`);

/** What was counted so far. */
export function readPortions(name: string, id: string): Portions {
  const file = fileOf(name, id);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : noPortions;
}

/** Remembers it, for the next portion. */
export function writePortions(name: string, id: string, portions: Portions): void {
  const file = fileOf(name, id);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(portions));
}
