/**
 * Gives the memory of bytes back at once that nobody reads any more: a collector of garbage leaves tens of megabytes of them for a while. Bytes
 * that are a part of others stay.
 */
export function letGo({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (byteLength > 0 && byteLength === buffer.byteLength) buffer.transfer(0);
}
