import { attributeOf, hasAttribute, parentElementOf, tagOf } from '../dom/tree.ts';
/** A list as the page has it. */
export interface List {
  readonly tag: 'ul' | 'ol';
  /** How its items are counted: `1`, `a`, `A`, `i`, `I` as in HTML, or `一` for Han numerals. */
  readonly counting: Counting;
  readonly reversed: boolean;
}

/** An item of a list; one object an item, so that what stands in it can be told from what stands in the next. */
export interface ListItem {
  readonly list: List;
  /** Its number as the page counts; null in a list that does not count. */
  readonly number: number | null;
}

export type Counting = '1' | 'a' | 'A' | 'i' | 'I' | '一' | 'none';

/** Reads the lists of an essay as they are walked through. */
export interface ListReader {
  /** The item that an `<li>` is. */
  readonly itemOf: (element: Element) => ListItem;
  /** The item that was read last of a list; null of what is none, or has none yet. */
  readonly lastOf: (list: Element | null) => ListItem | null;
}

/** A reader that has counted nothing yet. */
export function listReader(): ListReader {
  const lists = new Map<Element | null, Counted>();
  return {
    itemOf(element) {
      const parent = parentElementOf(element);
      const counted = lists.get(parent) ?? startOf(parent);
      lists.set(parent, counted);
      const number = integer(attributeOf(element, 'value')) ?? counted.next;
      counted.next = number + (counted.list.reversed ? -1 : 1);
      counted.last = { list: counted.list, number: counted.list.tag === 'ul' ? null : number };
      return counted.last;
    },
    lastOf: (list) => lists.get(list)?.last ?? null,
  };
}

interface Counted {
  readonly list: List;
  next: number;
  last: ListItem | null;
}

function startOf(parent: Element | null): Counted {
  const tag = tagOf(parent)?.toUpperCase() === 'OL' ? 'ol' : 'ul';
  const reversed = hasAttribute(parent, 'reversed') ?? false;
  const items = reversed ? [...(parent?.children ?? [])].filter((child) => /^li$/i.test(tagOf(child))).length : 1;
  return {
    list: { tag, counting: countingOf(parent), reversed },
    next: integer(attributeOf(parent, 'start')) ?? items,
    last: null,
  };
}

/** By `list-style` or `type`. */
function countingOf(parent: Element | null): Counting {
  const style = attributeOf(parent, 'style') ?? '';
  const [, named = ''] = /list-style(?:-type)?\s*:\s*([^;]*)/i.exec(style) ?? [];
  if (/\bnone\b|disc|circle|square/i.test(named)) return 'none';
  if (/lower-(?:alpha|latin)/i.test(named)) return 'a';
  if (/upper-(?:alpha|latin)/i.test(named)) return 'A';
  if (/lower-roman/i.test(named)) return 'i';
  if (/upper-roman/i.test(named)) return 'I';
  if (/cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal/i.test(named)) return '一';
  const type = attributeOf(parent, 'type') ?? '';
  return /^[aAiI]$/.test(type) ? (type as Counting) : '1';
}

const integer = (text: string | null | undefined): number | null =>
  /^\s*[+-]?\d{1,9}\s*$/.test(text ?? '') ? Number(text) : null;

/** The mark before an item in plain text, with what parts it from the words: `3. `, `b. `, `iv. `, `三、`; '' for none. */
export function markOf({ list, number }: ListItem): string {
  if (number === null || list.counting === 'none') return '';
  if (list.counting === '一') return `${hanOf(number)}、`;
  return `${lettersOf(number, list.counting)}. `;
}

function lettersOf(number: number, counting: Counting): string {
  const written = counting === 'a' || counting === 'A' ? alphabetic(number) : counting === '1' ? null : roman(number);
  if (written === null) return String(number);
  return counting === 'A' || counting === 'I' ? written.toUpperCase() : written;
}

/** a, b … z, aa, ab …; null below one. */
function alphabetic(number: number): string | null {
  let rest = number;
  let letters = '';
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return letters === '' ? null : letters;
}

const romanSigns = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** Roman numerals from 1 to 3999; null for others. */
function roman(number: number): string | null {
  if (number < 1 || number > 3999) return null;
  let rest = number;
  return romanSigns.reduce((written, [sign, value]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return written + sign.repeat(times);
  }, '');
}

const hanDigits = '零一二三四五六七八九';

/** Han numerals from 1 to 99; digits beyond. */
function hanOf(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : hanDigits[tens]}十`;
  return ten + (ones === 0 ? '' : hanDigits[ones]);
}
