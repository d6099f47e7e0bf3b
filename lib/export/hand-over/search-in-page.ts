/** A stretch of a text: a hit, or what stands around it. */
interface PagePart {
  readonly text: string;
  readonly hit: boolean;
}

/** What the page searches by. */
export interface PageSearch {
  /** The words of a query, folded; what stands in quotation marks is one. */
  readonly words: (query: string) => readonly string[];
  /** A text with differences of width and case taken away; as long as before wherever a character stays one. */
  readonly fold: (text: string) => string;
  /** The passage around the first hit of any word in a text; null where none is in it. */
  readonly passage: (text: string, words: readonly string[]) => readonly PagePart[] | null;
}

/**
 * The search of a handed-over library. Its source is written into the page as it stands here: it may name nothing outside of
 * itself.
 */
export function pageSearch(): PageSearch {
  const around = 36;
  const known = new Map<string, string>();
  const foldOne = (character: string): string => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const folded = character.normalize('NFKC').toLowerCase();
    const same = folded.length === character.length ? folded : character;
    known.set(character, same);
    return same;
  };
  // Most characters of a Chinese text stay as they are, and the others are few: each is folded once.
  const fold = (text: string): string => text.replace(/[^\u4e00-\u9fff\u3001\u3002a-z0-9\s]/gu, foldOne);
  const words = (query: string): readonly string[] =>
    [...query.matchAll(/["“”「」]([^"“”「」]+)["“”「」]|([^\s"“”「」]+)/gu)]
      .map(([, quoted, plain]) => fold(quoted ?? plain ?? '').trim())
      .filter((word) => word !== '');
  const passage = (text: string, sought: readonly string[]): readonly PagePart[] | null => {
    const folded = fold(text);
    const places = sought
      .map((word) => ({ at: folded.indexOf(word), length: word.length }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at);
    const [first] = places;
    if (first === undefined) return null;
    const start = Math.max(0, first.at - around);
    const end = Math.min(text.length, first.at + first.length + around);
    const parts: PagePart[] = [{ text: `${start > 0 ? '…' : ''}${text.slice(start, first.at)}`, hit: false }];
    let from = first.at;
    for (const { at, length } of places) {
      if (at < from || at + length > end) continue;
      parts.push({ text: text.slice(from, at), hit: false }, { text: text.slice(at, at + length), hit: true });
      from = at + length;
    }
    parts.push({ text: `${text.slice(from, end)}${end < text.length ? '…' : ''}`, hit: false });
    return parts.filter((part) => part.text !== '');
  };
  return { words, fold, passage };
}
