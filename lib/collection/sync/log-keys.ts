/** A row's key as it stands in the log: of a key of two parts, both, parted by a blank (the first is an essay's id, which has none). */
export const textOfKey = (key: unknown): string => (Array.isArray(key) ? key.join(' ') : String(key));

/** The key of a table's row that stands in the log as a text. */
export function keyOfText(table: string, text: string): string | [string, string] {
  const at = text.indexOf(' ');
  return table === 'images' ? [text.slice(0, Math.max(0, at)), text.slice(at + 1)] : text;
}
