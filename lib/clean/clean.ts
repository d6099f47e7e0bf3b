import type { Removal } from '../essay/found.ts';
import type { Region } from '../extract/region.ts';
import type { Line } from '../lines/line.ts';
import { ruleOutside } from './outside.ts';
import { rules } from './rules.ts';

/** What cleaning leaves of a region, and all that it took out. */
export interface Cleaned {
  readonly lines: readonly Line[];
  /** Every other line of the page, with the rule that took it. */
  readonly taken: ReadonlyMap<Line, string>;
}

/**
 * Runs the rules over a region, but those named in `without` (for the benchmark). Every line of the page comes back either as
 * kept or in a removal with the rule that took it: `outside` for what stands outside the essay's element and is nothing known.
 */
export function clean(region: Region, without: readonly string[] = []): Cleaned {
  let lines = region.lines;
  const within = new Set(lines);
  const taken = new Map<Line, string>();
  for (const line of region.outline.lines) if (!within.has(line)) taken.set(line, ruleOutside(line, region));
  for (const rule of rules) {
    if (without.includes(rule.id)) continue;
    const cut = new Set(rule.find({ ...region, lines }));
    const kept = lines.filter((line) => !cut.has(line));
    if (cut.size === 0 || kept.length === 0) continue;
    for (const line of cut) taken.set(line, rule.id);
    lines = kept;
  }
  return { lines, taken };
}

/** What was taken out as the record tells it: runs of neighbouring lines that one rule took, in the order of the page. */
export function removalsOf(all: readonly Line[], taken: ReadonlyMap<Line, string>): Removal[] {
  const blocks: { rule: string; lines: Line[] }[] = [];
  for (const line of all) {
    const rule = taken.get(line);
    const block = blocks.at(-1);
    if (rule === undefined) continue;
    if (block?.rule === rule && block.lines.at(-1)?.index === line.index - 1) block.lines.push(line);
    else blocks.push({ rule, lines: [line] });
  }
  return blocks.map(({ rule, lines }) => ({ rule, text: lines.map((line) => line.text).join('\n') }));
}
