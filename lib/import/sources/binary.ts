/** How much of the start of a file is looked at to tell text from other data. */
const LOOKED = 64 * 1024;
/** Share of control bytes above which a file is no text: random and compressed bytes have 0.10, damaged pages far less. */
const CONTROL_SHARE = 0.03;

/** Control bytes that no text encoding of Chinese uses, white space and escape (ISO 2022) apart. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;

/** UTF-16 has a zero byte for each Latin letter; its byte order mark tells it from data. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Data that is mostly printable yet no page, by its first bytes. */
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

/** True for bytes that are no text in any encoding: a picture, a document, a program. */
export function isBinary(bytes: Uint8Array): boolean {
  if (isPdf(bytes)) return true;
  const start = bytes.subarray(0, LOOKED);
  return (
    !isUtf16(bytes) && start.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0) > start.length * CONTROL_SHARE
  );
}
