import type { RemovalRule } from '../essay/record-words.ts';
import type { Region } from '../extract/region.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isContactLine } from '../lines/contact-line.ts';
import { isClosingCredit } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';

/** Credits stand at most this many lines below the essay. */
const reach = 14;

/** What a line that stands outside the essay's element is, by the name of the rule that would have taken it there. */
export function ruleOutside(line: Line, { outline, last }: Region): RemovalRule {
  if (line === outline.title) return 'title';
  if (outline.head.includes(line)) return 'credit';
  if (line.index > last && line.index <= last + reach && isClosingCredit(line.raw)) return 'credit';
  const kind = boilerplateKind(line.text);
  if (kind === 'tools' || kind === 'rating') return 'tools';
  return kind ?? (isContactLine(line.text) ? 'footer' : 'outside');
}
