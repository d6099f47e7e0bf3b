/** Both notes, unless one holds the other: nothing that was written is lost. */
export function joinNotes(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}
