/** Share of the pairs of the shorter title that the two must have in common to be of one essay. */
const ALIKE = 0.5;

/**
 * True where a page's title is another than the one that a list told for its address: some portals gave the number of an essay
 * that was deleted to another. Titles that are cut short, or have a subtitle more, are of one essay.
 */
export function isAnotherText(listed: string, found: string): boolean {
  const [one, other] = [folded(listed), folded(found)];
  if (one.length < 4 || other.length < 4 || one.includes(other) || other.includes(one)) return false;
  const [fewer, more] = one.length < other.length ? [pairsOf(one), pairsOf(other)] : [pairsOf(other), pairsOf(one)];
  const common = [...fewer].filter((pair) => more.has(pair)).length;
  return common / fewer.size < ALIKE;
}

const folded = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set([...text].slice(1).map((letter, at) => `${[...text][at]}${letter}`));
