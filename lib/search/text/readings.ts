/** Gives the readings of a Chinese character in plain letters, all of them; none for what is no such character. */
export type ReadCharacter = (character: string) => readonly string[];

/** Finds Chinese text by its pinyin: whole syllables, initials, or both, e.g. `wangxm` for 王小明. */
export interface Readings {
  /** The stretch of a text that is read as typed; null for none. A name is found from its start, a title from anywhere. */
  place(text: string, typed: string, from: 'start' | 'anywhere'): readonly [start: number, end: number] | null;
}

/** What pinyin may be: letters alone, two at least, as folded. Longer ones are no name's. */
const TYPED = /^[a-z]{2,24}$/;

/** Fewer letters are found at the start of a title alone: two initials stand somewhere in nearly every one. */
const ANYWHERE = 3;

/** Initials of two letters: they count as one. */
const INITIAL = /^[zcs]h/;

/** True for a term that may be pinyin. */
export const mayBeReading = (term: string): boolean => TYPED.test(term);

/** A finder by readings, each character asked for once. */
export function readingsOf(read: ReadCharacter): Readings {
  const known = new Map<string, readonly string[]>();
  const readingsAt = (character: string): readonly string[] => {
    let found = known.get(character);
    if (found === undefined) {
      found = character >= '\u3400' ? read(character).filter((reading) => /^[a-zü]+$/.test(reading)) : [];
      // ü is typed as v, and by many as u.
      found = [...new Set(found.flatMap((one) => [one.replace('ü', 'v'), one.replace('ü', 'u')]))];
      known.set(character, found);
    }
    return found;
  };
  /** The end of the stretch from `at` that is read as `typed` from `done` on; -1 for none. */
  const endOf = (text: string, at: number, typed: string, done: number): number => {
    if (done === typed.length) return at;
    const rest = typed.slice(done);
    for (const reading of readingsAt(text[at] ?? '')) {
      if (reading.startsWith(rest)) return at + 1;
      const initial = INITIAL.test(reading) ? 2 : 1;
      for (const length of new Set([reading.length, initial, 1])) {
        if (!rest.startsWith(reading.slice(0, length))) continue;
        const end = endOf(text, at + 1, typed, done + length);
        if (end !== -1) return end;
      }
    }
    return -1;
  };
  return {
    place(text, typed, from) {
      if (!mayBeReading(typed)) return null;
      const last = from === 'start' || typed.length < ANYWHERE ? 0 : text.length - 2;
      for (let at = 0; at <= last; at += 1) {
        const end = endOf(text, at, typed, 0);
        // One character alone is no name, and a syllable of it no title.
        if (end - at >= 2) return [at, end];
      }
      return null;
    },
  };
}
