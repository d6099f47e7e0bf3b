import type { RemovalRule } from '../essay/record-words.ts';
import type { Region } from '../extract/region.ts';
import type { Line } from '../lines/line.ts';
import { ruleOutside } from './outside.ts';
import { rules } from './rules.ts';

/** What cleaning leaves of a page, and all that it took out. */
export interface Cleaned {
  readonly lines: readonly Line[];
  /** Every other line of the page, with the rule that took it. */
  readonly taken: ReadonlyMap<Line, RemovalRule>;
}

/**
 * Runs the rules over a region, but those named in `without` (for the benchmark). Every line of the page comes back either as
 * kept or with the rule that took it: `outside` for what stands outside the essay's element and is nothing known.
 */
export function clean(region: Region, without: readonly string[] = []): Cleaned {
  let lines = region.lines;
  const taken = outsideOf(region);
  for (const rule of rules) {
    if (without.includes(rule.id)) continue;
    const cut = new Set(rule.find({ ...region, lines }));
    const kept = cut.size === 0 ? [] : lines.filter((line) => !cut.has(line));
    if (kept.length === 0) continue;
    for (const line of cut) taken.set(line, rule.id);
    lines = kept;
  }
  return { lines, taken };
}

/** The lines of a page that are not in a region, each with the rule that would have taken it there. */
export function outsideOf(region: Region): Map<Line, RemovalRule> {
  const within = new Set(region.lines);
  const outside = region.outline.lines.filter((line) => !within.has(line));
  return new Map(outside.map((line) => [line, ruleOutside(line, region)]));
}
