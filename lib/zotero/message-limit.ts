/**
 * Bytes of a file that go to the background in one message: a message holds 64 MiB (Chromium, extensions/common/constants), and a byte
 * is 4/3 characters of base64, with room for the rest.
 */
const MOST_BYTES = 46_000_000;

/** True for a file that one message holds. */
export const fits = (bytes: Uint8Array): boolean => bytes.byteLength <= MOST_BYTES;
