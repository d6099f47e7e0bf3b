import type { Sink } from '../../../lib/collection/backup/zip-writer.ts';

/** A file that is written bit by bit. Either `finish` or `cancel` ends it; a cancelled one is not there. */
export interface NewFile {
  readonly sink: Sink;
  finish(): Promise<void>;
  cancel(): Promise<void>;
}

/** The part of the File System Access API that is used; Firefox has none of it. */
interface SaveWindow {
  readonly showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }) => Promise<{ createWritable(): Promise<FileSystemWritableFileStream> }>;
}

/** Bytes gathered in memory before they go into the browser's own store of blobs, which may keep them on disk. */
const GATHERED = 16_000_000;

/**
 * A new zip file: where the reader chooses, when the browser can ask, else in the downloads. Null when the reader thinks
 * better of it. To be called from a click.
 */
export async function newFile(name: string): Promise<NewFile | null> {
  const { showSaveFilePicker } = window as SaveWindow;
  if (showSaveFilePicker === undefined) return download(name);
  try {
    const types = [{ description: 'ZIP', accept: { 'application/zip': ['.zip'] } }];
    const handle = await showSaveFilePicker.call(window, { suggestedName: name, types });
    // Nothing is in the reader's file until it is closed.
    const writable = await handle.createWritable();
    return { sink: (bytes) => writable.write(bytes), finish: () => writable.close(), cancel: () => writable.abort() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return download(name);
  }
}

function download(name: string): NewFile {
  let blob = new Blob([], { type: 'application/zip' });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const gather = (): void => {
    blob = new Blob([blob, ...parts], { type: 'application/zip' });
    [parts, size] = [[], 0];
  };
  return {
    sink(bytes) {
      parts.push(bytes);
      size += bytes.byteLength;
      if (size > GATHERED) gather();
    },
    async finish() {
      gather();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      // The browser has taken the blob over by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    async cancel() {
      parts = [];
    },
  };
}
