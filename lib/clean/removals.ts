import type { Removal } from '../essay/found.ts';
import type { RemovalRule } from '../essay/record-words.ts';
import type { Line } from '../lines/line.ts';

/** What was taken from a page. */
export interface Taken {
  /** All lines of the page. */
  readonly all: readonly Line[];
  /** Each line that is not in the essay, with the rule that took it. */
  readonly rules: ReadonlyMap<Line, RemovalRule>;
  /** Those of them that the second reader would have kept. */
  readonly doubted?: ReadonlySet<Line>;
}

/**
 * The removals of a page: runs of neighbouring lines that one rule took, in the order of the page. What the second reader would
 * have kept stands apart, and first.
 */
export function removalsOf({ all, rules, doubted = new Set() }: Taken): readonly Removal[] {
  const runs: { rule: RemovalRule; doubtful: boolean; lines: Line[] }[] = [];
  for (const line of all) {
    const rule = rules.get(line);
    if (rule === undefined) continue;
    const doubtful = doubted.has(line);
    const run = runs.at(-1);
    const goesOn = run?.rule === rule && run.doubtful === doubtful && run.lines.at(-1)?.index === line.index - 1;
    if (run && goesOn) run.lines.push(line);
    else runs.push({ rule, doubtful, lines: [line] });
  }
  return runs
    .toSorted((one, other) => Number(other.doubtful) - Number(one.doubtful))
    .map(({ rule, doubtful, lines }) => ({
      rule,
      text: lines.map((line) => line.text).join('\n'),
      ...(doubtful ? { doubted: true } : {}),
    }));
}
