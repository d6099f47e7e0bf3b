import { isSpace, withoutSpaces } from '../text/characters.ts';
import { simplifyCharacter } from '../text/traditional.ts';
import { type LabelKind, vocabulary } from './vocabulary.ts';

export { type LabelKind, vocabulary } from './vocabulary.ts';

/** A label of the vocabulary in a text. */
export interface Label {
  readonly kind: LabelKind;
  /** As the vocabulary spells it. */
  readonly word: string;
  /** Where its first character stands, brackets aside. */
  readonly start: number;
  /** Just behind its last character. */
  readonly end: number;
}

const kinds: ReadonlyMap<string, LabelKind> = new Map(
  vocabulary.flatMap(({ kind, words }) => words.map((word) => [word, kind] as const)),
);
/** What the words of the vocabulary begin and end with: where a text goes another way, no longer label stands. */
const heads = new Set([...kinds.keys()].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1))));
const tails = new Set([...kinds.keys()].flatMap((word) => Array.from(word, (_, at) => word.slice(at))));
/** Room between the characters of a label; PowerEasy sets four NBSP between 作 and 者. */
const widestGap = 6;

/** A character in simplified form and lower case, as the vocabulary has it, which knows no other letters than ASCII and Han. */
const fold = (character: string): string =>
  character < '\u0080' ? character.toLowerCase() : simplifyCharacter(character);

export const colons = ':：∶︰﹕';
const openings = '【[［〔〖“"「(（<《';
const closings = '】]］〕〗”"」)）>》';

/** The longest label that ends at `end` (its colon's place), inner spaces allowed; null when no label ends there. */
export function labelBefore(text: string, end: number): Label | null {
  let at = end;
  while (at > 0 && isSpace(text[at - 1])) at -= 1;
  if (at > 0 && closings.includes(text.charAt(at - 1))) at -= 1;
  while (at > 0 && isSpace(text[at - 1])) at -= 1;
  const last = at;
  let word = '';
  let found: Label | null = null;
  for (let gap = 0; at > 0 && gap <= widestGap; at -= 1) {
    const character = text.charAt(at - 1);
    if (isSpace(character)) {
      gap += 1;
      continue;
    }
    word = fold(character) + word;
    if (!tails.has(word)) break;
    gap = 0;
    const kind = kinds.get(word);
    if (kind !== undefined) found = { kind, word, start: at - 1, end: last };
  }
  return found;
}

/** The longest label that starts at `start`, inner spaces allowed for words of two characters only; null when none does. */
export function labelAfter(text: string, start: number): Label | null {
  let word = '';
  let found: Label | null = null;
  for (let at = start, gap = 0; at < text.length && gap <= widestGap; at += 1) {
    const character = text.charAt(at);
    if (isSpace(character)) {
      if (word.length !== 1) break;
      gap += 1;
      continue;
    }
    if (gap > 0 && word.length > 1) break;
    word += fold(character);
    if (!heads.has(word)) break;
    const kind = kinds.get(word);
    if (kind !== undefined) found = { kind, word, start, end: at + 1 };
  }
  return found;
}

const trimLabel = (text: string): string => {
  const bare = withoutSpaces(text);
  let start = 0;
  let end = bare.length;
  while (start < end && openings.includes(bare.charAt(start))) start += 1;
  while (end > start && (closings + colons).includes(bare.charAt(end - 1))) end -= 1;
  return bare.slice(start, end);
};

/** The kind of a label that stands alone, as in a table cell: `作　者`, `【来源】`, `发布日期：`; null for any other text. */
export function kindOfLabel(text: string): LabelKind | null {
  if (text.length > 40) return null;
  const word = trimLabel(text);
  return heads.has(fold(word.charAt(0))) ? (kinds.get(Array.from(word, fold).join('')) ?? null) : null;
}

/** True when the text is a label and nothing else, so that its value is to be looked for in the next cell. */
export function isLabelOnly(text: string): boolean {
  return kindOfLabel(text) !== null;
}
