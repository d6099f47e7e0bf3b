import type { CslItem } from '../csl.ts';
import type { Piece } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

/** One style of the West, as a list of references is written in it. */
export interface LatinStyleWriter {
  /** What the entry begins with, and stands in the list by: authors, else what takes their place. */
  readonly heading: (item: CslItem, romaniser: Romaniser) => string;
  readonly entry: (item: CslItem, romaniser: Romaniser) => readonly Piece[];
  /** Works of one heading stand in order by their dates, and by their titles only after them. */
  readonly dated?: true;
  /** Works of one heading and year have letters behind the year. */
  readonly letters?: true;
  /** Authors of the entry before are a line. */
  readonly dashes?: true;
}
