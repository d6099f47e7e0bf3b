import type { Line } from '../dom/lines.ts';
import type { Outline } from '../extract/outline.ts';

/** The lines of an article's region as cleaning goes on: each rule looks at what is left and names what goes. */
export interface Draft {
  readonly outline: Outline;
  /** Lines of the region that are still in, in order. */
  readonly lines: readonly Line[];
  /** Index (`Line.index`) of the first and last line of the essay as the outline sees it. */
  readonly first: number;
  readonly last: number;
}

/** A cleaning rule: one kind of boilerplate, told by words and place. */
export interface CleanRule {
  /** The file's name; stands in the provenance and names its sentence in the locales. */
  readonly id: string;
  /** The lines that are no text of the essay. Must be among `draft.lines`. */
  readonly find: (draft: Draft) => readonly Line[];
}

/** True for a line most of whose characters stand in links. */
export const isLinked = (line: Line): boolean => line.linkSize / line.size > 0.6;
