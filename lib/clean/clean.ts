import type { Line } from '../dom/lines.ts';
import type { Removal } from '../essay/found.ts';
import type { Draft } from './draft.ts';
import { rules } from './rules.ts';

/** What cleaning leaves of a region, and all that it took out. */
export interface Cleaned {
  readonly lines: readonly Line[];
  readonly removals: readonly Removal[];
}

/** Runs the rules over a region, but those named in `without` (for the benchmark). */
export function clean(region: Draft, without: readonly string[] = []): Cleaned {
  let lines = region.lines;
  const removals: Removal[] = [];
  for (const rule of rules) {
    if (without.includes(rule.id)) continue;
    const cut = new Set(rule.find({ ...region, lines }));
    if (cut.size === 0) continue;
    const kept = lines.filter((line) => !cut.has(line));
    if (kept.length === 0) continue;
    removals.push(...blocksOf([...cut]).map((text) => ({ rule: rule.id, text })));
    lines = kept;
  }
  return { lines, removals };
}

/** The texts of runs of neighbouring lines, a line of the page a line. */
function blocksOf(lines: readonly Line[]): string[] {
  const sorted = lines.toSorted((one, other) => one.index - other.index);
  const blocks: Line[][] = [];
  for (const line of sorted) {
    const block = blocks.at(-1);
    if (block && block.at(-1)?.index === line.index - 1) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => block.map((line) => line.text).join('\n'));
}
