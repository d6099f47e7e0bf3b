import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Takes the bytes of a file that is written from start to end; a promise holds the writer back until they are down. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void;

/** Writes files into a zip, one after another. */
export interface ZipWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the directory: without it the zip is none. */
  end(): Promise<void>;
}

/** fflate writes no Zip64: a zip ends at 4 GB and 65,535 files. Reached before, so that the directory still fits. */
const MOST_BYTES = 0xffff_ffff - 64_000_000;
const MOST_FILES = 65_000;

/** Thrown where a zip grows beyond what its format can hold. */
export class TooLarge extends Error {}

/** A zip that goes to `sink` as it grows. What the sink throws comes through. `time` is the date that its files bear. */
export function createZip(sink: Sink, time: Date): ZipWriter {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  let written = 0;
  let files = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const drain = async (): Promise<void> => {
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      written += chunk.byteLength;
      if (written > MOST_BYTES) throw new TooLarge();
      await sink(chunk);
    }
  };
  return {
    async add(name, bytes) {
      files += 1;
      if (files > MOST_FILES) throw new TooLarge();
      // An empty file cannot be deflated to fewer bytes than none.
      const file = bytes.byteLength === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 3 });
      file.mtime = time;
      zip.add(file);
      file.push(bytes, true);
      await drain();
    },
    async end() {
      zip.end();
      await drain();
    },
  };
}
