/** Characters of a text, white space apart: how the length of an essay is counted everywhere. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) if (!/\s/u.test(character)) length += 1;
  return length;
}
