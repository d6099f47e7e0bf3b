import { hitCounter } from './hit-counter.ts';
import { labelBefore } from './labels.ts';
import type { LabelKind } from './vocabulary.ts';

/** A line with more characters is prose, however it starts: the longest real credit lines have about 150. */
export const longestLine = 300;
/** The kinds of labels that credit lines are made of. */
export const creditKinds: ReadonlySet<LabelKind> = new Set([
  'date',
  'updated',
  'author',
  'unit',
  'source',
  'editor',
  'inputter',
  'hits',
]);
const colon = /[:：∶︰﹕]/g;
const letter = /\p{L}/u;
const fullDate = /(?:^|\D)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d/;
const todayClock = /今天是|现在是/;

/**
 * How strongly a line looks like a credit line: one for each kind of label with its colon, one for a full date, one for a
 * hit counter. 0 for prose; 2 and more is a credit line. Takes a few microseconds.
 */
export function creditScore(raw: string): number {
  if (raw.length > longestLine || raw.length < 4) return 0;
  const kinds = new Set<LabelKind>();
  for (const { index } of raw.matchAll(colon)) {
    const label = labelBefore(raw, index);
    if (label && creditKinds.has(label.kind) && !letter.test(raw.charAt(label.start - 1))) kinds.add(label.kind);
  }
  if (hitCounter.test(raw)) kinds.add('hits');
  const dated = fullDate.test(raw) && !todayClock.test(raw);
  return kinds.size + (dated ? 1 : 0);
}
