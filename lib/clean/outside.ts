import type { Line } from '../dom/lines.ts';
import { isClosingCredit } from '../metadata/credit-line.ts';
import type { Draft } from './draft.ts';
import { furnitureOf } from './furniture.ts';

/** Credits stand at most this many lines below the essay. */
const reach = 14;

/** What a line that stands outside the essay's element is, by the name of the rule that would have taken it there. */
export function ruleOutside(line: Line, { outline, last }: Draft): string {
  if (line === outline.title) return 'title';
  if (outline.head.includes(line)) return 'credit';
  if (line.index > last && line.index <= last + reach && isClosingCredit(line.raw)) return 'credit';
  const kind = furnitureOf(line.text);
  if (kind === 'tools' || kind === 'rating') return 'tools';
  return kind ?? 'outside';
}
