import { base64OfBytes, bytesOfBase64 } from '../../essay/base64.ts';
import { anyJson } from '../../zip/any-json.ts';

/** A row of any table: plain data, with bytes in places. */
export type Row = Readonly<Record<string, unknown>>;

/** The name under which bytes stand in JSON, which has none. */
const BYTES = '$base64';

/** A row as one line of JSON. */
export function lineOfRow(row: unknown): string {
  return anyJson(row, (value) =>
    value instanceof Uint8Array ? { [BYTES]: base64OfBytes(value as Uint8Array<ArrayBuffer>) } : value,
  );
}

/** The row of a line that `lineOfRow` wrote; null when it is not one. */
export function rowOfLine(line: string): Row | null {
  let whole = true;
  const revive = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BYTES)) return value;
    const text = (value as Row)[BYTES];
    const bytes = typeof text === 'string' ? bytesOfBase64(text) : null;
    whole &&= bytes !== null;
    return bytes;
  };
  try {
    const row: unknown = JSON.parse(line, revive);
    return whole && typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Row) : null;
  } catch {
    return null;
  }
}
