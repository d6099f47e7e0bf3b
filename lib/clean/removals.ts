import { silentTags } from '../dom/tags.ts';
import { attributeOf, dataOf, tagOf } from '../dom/tree.ts';
import { walk } from '../dom/walk.ts';
import type { Removal } from '../essay/found.ts';
import type { RemovalRule } from '../essay/record-words.ts';
import type { Line, Passed } from '../lines/line.ts';

/** What was taken from a page. */
export interface Taken {
  /** All lines of the page. */
  readonly all: readonly Line[];
  /** Each line that is not in the essay, with the rule that took it. */
  readonly rules: ReadonlyMap<Line, RemovalRule>;
  /** What stands on the page and is none of its lines. */
  readonly passed?: readonly Passed[];
  /** Those of the lines that the second reader would have kept. */
  readonly doubted?: ReadonlySet<Line>;
}

/** Neighbouring texts that one rule took. */
interface Run {
  readonly rule: RemovalRule;
  readonly doubtful: boolean;
  readonly texts: string[];
  /** The last words of the essay before it. */
  readonly after: string;
  /** Index of the line that would go on. */
  next: number;
}

/** Characters of the essay by which the place of a removal is known. */
const anchor = 24;

/**
 * The removals of a page: runs of neighbouring lines that one rule took, in the order of the page, and what is none of its lines.
 * What the second reader would have kept stands apart, and first.
 */
export function removalsOf({ all, rules, passed = [], doubted = new Set() }: Taken): readonly Removal[] {
  const runs: Run[] = [];
  let after = '';
  const add = (rule: RemovalRule, doubtful: boolean, index: number, next: number, text: string): void => {
    const run = runs.at(-1);
    if (run?.rule === rule && run.doubtful === doubtful && run.next === index) run.texts.push(text);
    else runs.push({ rule, doubtful, texts: [text], after, next });
    const last = runs.at(-1);
    if (last) last.next = next;
  };
  let at = 0;
  for (let index = 0; index <= all.length; index += 1) {
    for (let one = passed[at]; one && one.before <= index; at += 1, one = passed[at]) {
      const text = wordsOfPassed(one);
      if (text !== '') add(one.kind, false, index, index, text);
    }
    const line = all[index];
    const rule = line && rules.get(line);
    if (line && rule !== undefined) add(rule, doubted.has(line), index, index + 1, line.text);
    else if (line) after = line.text.replace(/\s+/gu, '').slice(-anchor);
  }
  return runs
    .toSorted((one, other) => Number(other.doubtful) - Number(one.doubtful))
    .map(({ rule, doubtful, texts, after: before }) => ({
      rule,
      text: texts.join('\n'),
      ...(doubtful && { doubted: true }),
      after: before,
    }));
}

/** Parts of controls that have words. */
const controlParts = /^(?:BUTTON|SELECT|OPTION|OPTGROUP)$/;

/** The text of an element that is none of the page's lines: of a button its label, of a list its choices. */
function wordsOfPassed({ element }: Passed): string {
  const tag = tagOf(element).toUpperCase();
  if (tag === 'INPUT')
    return /^(?:submit|button|reset)$/i.test(attributeOf(element, 'type') ?? '')
      ? (attributeOf(element, 'value') ?? '').trim()
      : '';
  const parts: string[] = [];
  walk(element, {
    enter: (inner) => {
      const name = tagOf(inner).toUpperCase();
      return !silentTags.has(name) || controlParts.test(name);
    },
    leave: () => parts.push(' '),
    text: (text) => parts.push(dataOf(text) ?? ''),
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
