/** What parts names from each other, in Chinese and Western writing, and in a column that is pasted. */
const BETWEEN = /[,，、;；\r\n\t]/u;

/** The names that a text holds: those that a sign has ended, and what still stands after the last sign. */
export function splitNames(text: string): { readonly ended: readonly string[]; readonly rest: string } {
  const parts = text.split(BETWEEN);
  const rest = parts.pop() ?? '';
  return { ended: parts.map((part) => part.trim()).filter((part) => part !== ''), rest: rest.trimStart() };
}
