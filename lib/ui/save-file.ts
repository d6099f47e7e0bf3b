import { createBlobSink } from '../zip/blob-sink.ts';

/** A file that is written bit by bit. Either `finish` or `cancel` ends it; a cancelled one is not there. */
export interface NewFile {
  readonly sink: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>;
  /** `handed-over`: the browser saves it among its downloads, and tells nobody whether it did. */
  finish(): Promise<'written' | 'handed-over'>;
  cancel(): Promise<void>;
}

/** What is used of a file that the reader chose; `remove` is young. */
interface ChosenFile extends FileSystemFileHandle {
  remove?(): Promise<void>;
}

/** The part of the File System Access API that is used; Firefox has none of it. */
interface SaveWindow {
  readonly showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }) => Promise<ChosenFile>;
}

/**
 * A new file of a MIME type: where the reader chooses, when the browser can ask, else in the downloads. Null when the
 * reader cancels. To be called from a click.
 */
export async function newFile(name: string, mime: string): Promise<NewFile | null> {
  const { showSaveFilePicker } = window as SaveWindow;
  const type = mime.replace(/;.*$/, '');
  if (showSaveFilePicker === undefined) return download(name, type);
  try {
    const extension = name.slice(name.lastIndexOf('.'));
    const types = [{ description: extension.slice(1).toUpperCase(), accept: { [type]: [extension] } }];
    return await writeInto(await showSaveFilePicker.call(window, { suggestedName: name, types }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return download(name, type);
  }
}

/** Nothing is in the reader's file until it is closed; by choosing it, it was made, or emptied. */
async function writeInto(file: ChosenFile): Promise<NewFile> {
  const writable = await file.createWritable();
  return {
    sink: (bytes) => writable.write(bytes),
    async finish() {
      await writable.close();
      return 'written';
    },
    async cancel() {
      await writable.abort();
      if ((await file.getFile()).size === 0) await file.remove?.();
    },
  };
}

function download(name: string, type: string): NewFile {
  const { sink, blob, discard } = createBlobSink(type);
  return {
    sink,
    async finish() {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob());
      link.download = name;
      link.click();
      // The browser has taken the blob over by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return 'handed-over';
    },
    async cancel() {
      discard();
    },
  };
}
