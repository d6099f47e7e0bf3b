import { bytesOfBase64 } from '../essay/base64.ts';

/** The bytes that base64 of a mail stands for; what is not of its alphabet is passed over, a last broken group dropped. */
export function bytesOfMailBase64(text: string): Uint8Array {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
  return bytesOfBase64(digits.length % 4 === 1 ? digits.slice(0, -1) : digits) ?? new Uint8Array();
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;

/** The bytes that quoted-printable ones stand for (RFC 2045 section 6.7); an `=` that begins no escape stays. */
export function bytesOfQuotedPrintable(quoted: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(quoted.length);
  let length = 0;
  for (let at = 0; at < quoted.length; at++) {
    const byte = quoted[at] ?? 0;
    const escaped = byte === EQUALS ? hex(quoted[at + 1]) * 16 + hex(quoted[at + 2]) : -1;
    const lineEnd = byte === EQUALS && escaped < 0 ? softBreak(quoted, at + 1) : -1;
    if (lineEnd >= 0) at = lineEnd;
    else bytes[length++] = escaped < 0 ? byte : escaped;
    if (escaped >= 0) at += 2;
  }
  return bytes.subarray(0, length);
}

/** Position of the line feed that ends the line when only white space is left on it, or of the last byte; else -1. */
function softBreak(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d) at++;
  if (at >= bytes.length) return bytes.length - 1;
  return bytes[at] === LINE_FEED ? at : -1;
}

/** Value of a hexadecimal digit; so far below zero for another byte that a pair with it is negative too. */
function hex(byte: number | undefined): number {
  const value = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1000 : value;
}
