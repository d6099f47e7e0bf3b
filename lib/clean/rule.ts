import type { RemovalRule } from '../essay/record-words.ts';
import type { Region } from '../extract/region.ts';
import type { Line } from '../lines/line.ts';

/** A cleaning rule: one kind of boilerplate, known by its words and its place. */
export interface CleanRule {
  /** The file's name; stands in the provenance and names its sentence in the locales. */
  readonly id: RemovalRule;
  /** The lines that are no text of the essay, all of them among `region.lines`. */
  readonly find: (region: Region) => readonly Line[];
}
