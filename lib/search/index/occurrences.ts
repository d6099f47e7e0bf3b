/** A term that occurs more often tells no more of an essay. */
export const MOST_COUNTED = 20;

/** How often a term occurs in a folded text, overlaps included, up to the most that is counted. */
export function occurrences(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0 && count < MOST_COUNTED; at = text.indexOf(term, at + 1)) count += 1;
  return term.length === 1 ? Math.min(count, 1) : count;
}
