/** UTF-16 whatever the machine: the browsers run on little-endian ones alone. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Units that are made a string at a time: functions take some ten thousand arguments. */
const AT_A_TIME = 4096;

/** The units of a text as bytes. */
export function utf16Bytes(text: string): Uint8Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return new Uint8Array(units.buffer);
}

/** The text of units. Halves of characters come back as they were: the decoder, which is quicker, makes U+FFFD of each. */
export function utf16Text(units: Uint16Array<ArrayBuffer>): string {
  const decoded = decoder.decode(units);
  if (!decoded.includes('\ufffd')) return decoded;
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_A_TIME)
    parts.push(String.fromCharCode(...units.subarray(at, at + AT_A_TIME)));
  return parts.join('');
}
