import { createZip } from './create-zip.ts';

/** Takes the bytes of a file that is written from start to end; a promise holds the writer back until they are down. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void;

/** Writes files into a zip, one after another. */
export interface ZipWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the directory: without it the zip is none. */
  end(): Promise<void>;
}

/** A zip that goes to `sink` as it grows. What the sink throws comes through. `date` is what its files bear. */
export function writeZip(sink: Sink, date: Date): ZipWriter {
  const zip = createZip({ date });
  const write = async (pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<void> => {
    for (const piece of pieces) await sink(piece);
  };
  return { add: (name, bytes) => write(zip.add({ name, bytes })), end: () => write(zip.end()) };
}
