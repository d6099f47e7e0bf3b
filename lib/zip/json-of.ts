/** What a text, or the bytes of one, hold as JSON; null for what is none. */
export function jsonOf(text: string | Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text));
  } catch {
    return null;
  }
}
