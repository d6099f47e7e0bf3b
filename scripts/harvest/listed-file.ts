import { existsSync, readFileSync } from 'node:fs';
import type { NamedEssay } from '../../lib/harvest/lists/listed-essays.ts';

/** What lists named in an earlier run: a line each. */
export function parseListed(file: string): readonly NamedEssay[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NamedEssay);
}
