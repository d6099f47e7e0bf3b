import type { FoundIn, Parts, Snippet } from '../../../../lib/search/contract.ts';

/** Where a hit is, for a row of one line: the field where it is not the text, and its words. */
export interface RowHit {
  readonly in: FoundIn | null;
  readonly parts: Parts;
}

/** Characters before the first hit that are shown: more would push it out of a narrow line. */
const BEFORE = 10;

/** The first place besides the title where what was sought stands; null where the title alone has it, which marks it itself. */
export function hitOf(snippet: Pick<Snippet, 'found' | 'parts'> | null | undefined): RowHit | null {
  if (!snippet) return null;
  const [first] = snippet.found;
  if (first !== undefined) return { in: first.in, parts: fromHit(first.parts) };
  return snippet.parts.some(({ hit }) => hit) ? { in: null, parts: fromHit(snippet.parts) } : null;
}

/** A text from shortly before its first hit. */
function fromHit(parts: Parts): Parts {
  const at = parts.findIndex(({ hit }) => hit);
  const before = parts
    .slice(0, Math.max(0, at))
    .map(({ text }) => text)
    .join('');
  if (before.length <= BEFORE) return parts;
  return [{ text: `…${before.slice(-BEFORE)}`, hit: false }, ...parts.slice(at)];
}
