/** Bytes that grow as they are written: numbers of 32 bits, seven bits a byte, the lowest first. */
export interface ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
}

export const byteWriter = (room = 256): ByteWriter => ({ bytes: new Uint8Array(room), length: 0 });

function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const longer = new Uint8Array(Math.max(writer.bytes.length * 2, writer.length + more));
  longer.set(writer.bytes);
  writer.bytes = longer;
}

/** Writes one number, 0 to 2^32 - 1. */
export function writeVarint(writer: ByteWriter, value: number): void {
  if (writer.length + 5 > writer.bytes.length) makeRoom(writer, 5);
  let rest = value;
  while (rest > 127) {
    writer.bytes[writer.length] = (rest & 127) | 128;
    writer.length += 1;
    rest >>>= 7;
  }
  writer.bytes[writer.length] = rest;
  writer.length += 1;
}

export function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  makeRoom(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

/** What was written, in an array of its own. */
export const writtenBytes = ({ bytes, length }: ByteWriter): Uint8Array<ArrayBuffer> => bytes.slice(0, length);

/** A place in bytes, moved by each read. */
export interface VarintReader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Reads one number. Past the end it reads zeros: damaged bytes end a search wrong, never without end. */
export function readVarint(reader: VarintReader): number {
  const { bytes } = reader;
  let value = 0;
  let shift = 0;
  let byte = 128;
  while (byte > 127 && shift < 35) {
    byte = bytes[reader.at] ?? 0;
    reader.at += 1;
    value |= (byte & 127) << shift;
    shift += 7;
  }
  return value >>> 0;
}
