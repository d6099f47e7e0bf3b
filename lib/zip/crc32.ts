import { ZipPassThrough } from 'fflate';

/** CRC-32 of bytes, which fflate works out for the files that it writes. */
export function crc32(bytes: Uint8Array): number {
  const file = new ZipPassThrough('');
  file.ondata = () => undefined;
  file.push(bytes, true);
  return file.crc >>> 0;
}
