import { firstChildOf, nameOf, nextSiblingOf, parentElementOf, tagOf, textOf, typeOf } from './tree.ts';
/** One base of a ruby with what is set above it; `reading` is empty where there is none. */
export interface RubyPart {
  readonly base: readonly Text[];
  readonly reading: string;
}

/** True for the reading of a ruby, or the brackets around it: what stands above the line is no part of it. */
export function isRubyReading(element: Element): boolean {
  if (!/^(?:rt|rtc|rp)$/i.test(tagOf(element))) return false;
  return /^(?:ruby|rtc)$/i.test(tagOf(parentElementOf(element)) ?? '');
}

/** The bases of a `<ruby>`, in order, each with its readings: one by one, or all of them in a group (`<rb>`, `<rtc>`). */
export function rubyParts(ruby: Element): readonly RubyPart[] {
  const parts: { base: Text[]; readings: string[] }[] = [];
  const add = (node: Node): void => {
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) {
      const tag = nameOf(child).toUpperCase();
      if (tag === 'RP') continue;
      if (tag === 'RTC') add(child);
      else if (tag === 'RT') readingsOf(parts).push((textOf(child) ?? '').replace(/\s+/g, ' ').trim());
      else if (typeOf(child) === 3) {
        if (nameOf(node).toUpperCase() === 'RTC') {
          const text = (child as Text).data.replace(/\s+/g, ' ').trim();
          if (text !== '') readingsOf(parts).push(text);
        } else if ((child as Text).data.trim() !== '') basesOf(parts).push(child as Text);
      } else if (typeOf(child) === 1) add(child);
    }
  };
  add(ruby);
  return parts.map(({ base, readings }) => ({ base, reading: readings.filter(Boolean).join(' ') }));
}

/** Readings belong to the bases before them. */
function readingsOf(parts: { base: Text[]; readings: string[] }[]): string[] {
  const last = parts.at(-1) ?? { base: [], readings: [] };
  if (parts.length === 0) parts.push(last);
  return last.readings;
}

/** A base behind a reading begins another part. */
function basesOf(parts: { base: Text[]; readings: string[] }[]): Text[] {
  const last = parts.at(-1);
  if (last && last.readings.length === 0) return last.base;
  const next = { base: [], readings: [] };
  parts.push(next);
  return next.base;
}
