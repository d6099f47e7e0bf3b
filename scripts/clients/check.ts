import type { CslItem } from '../../lib/export/cite/csl.ts';
import type { ExportRecord } from '../../lib/export/record.ts';

/** What the programs are given. */
export interface Given {
  readonly records: readonly ExportRecord[];
  readonly items: readonly CslItem[];
  /** The folder with a folder a format, as `npm run clip -- --format` writes them. */
  readonly folder: string;
  /** A folder of styles of the Citation Style Language besides those of the system; null for none. */
  readonly styles: string | null;
  /** The RELAX NG schema `tei_all.rng`; null where nobody gave it. */
  readonly teiSchema: string | null;
}

/** How many essays, files or references a program read rightly, and the first that it did not. */
export interface Outcome {
  readonly right: number;
  readonly of: number;
  readonly note: string;
}

/** One program that reads one format. */
export interface Check {
  readonly client: string;
  readonly format: string;
  readonly asks: string;
  /** Programs that it needs; without one of them it is not run. */
  readonly programs: readonly string[];
  /** Null where something else that it needs is missing. */
  readonly run: (given: Given) => Promise<Outcome | null>;
}

/** Counts what `isRight` holds for, and names the first others. */
export function outcomeOf<T>(all: readonly T[], nameOf: (one: T) => string, isRight: (one: T) => boolean): Outcome {
  const wrong = all.filter((one) => !isRight(one));
  return { right: all.length - wrong.length, of: all.length, note: wrong.slice(0, 3).map(nameOf).join('; ') };
}
