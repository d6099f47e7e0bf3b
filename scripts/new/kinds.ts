import { newArchive } from './archive.ts';
import { newFamily } from './family.ts';
import { newFormat } from './format.ts';
import { newRule } from './rule.ts';
import type { Scaffold } from './scaffold.ts';

/** What `npm run new` can begin, by the word that asks for it. */
export const kinds: Readonly<Record<string, (name: string) => Scaffold>> = {
  family: newFamily,
  rule: newRule,
  format: newFormat,
  archive: newArchive,
};
