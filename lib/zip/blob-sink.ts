import type { Sink } from './zip-writer.ts';

/** Bytes gathered in memory before they go into the browser's own store of blobs, which may keep them on disk. */
const GATHERED = 16_000_000;

/** Takes bytes, and gives them as one blob. */
export interface BlobSink {
  readonly sink: Sink;
  /** All bytes so far. */
  readonly blob: () => Blob;
  /** Lets go of all bytes so far. */
  readonly discard: () => void;
}

/** A sink that becomes a blob of a media type. */
export function createBlobSink(type: string): BlobSink {
  const state = { blob: new Blob([], { type }), parts: [] as Uint8Array<ArrayBuffer>[], size: 0 };
  const gather = (): Blob => {
    state.blob = new Blob([state.blob, ...state.parts], { type });
    [state.parts, state.size] = [[], 0];
    return state.blob;
  };
  return {
    sink(bytes) {
      state.parts.push(bytes);
      state.size += bytes.byteLength;
      if (state.size > GATHERED) gather();
    },
    blob: gather,
    discard() {
      Object.assign(state, { blob: new Blob([], { type }), parts: [], size: 0 });
    },
  };
}
