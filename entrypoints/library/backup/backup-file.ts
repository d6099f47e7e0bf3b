import { browser } from 'wxt/browser';
import { type NewFile, newFile } from '../../../lib/ui/save-file.ts';
import { createBlobSink } from '../../../lib/zip/blob-sink.ts';

/** How often a download is looked at, in milliseconds. */
const LOOK = 300;

/**
 * A new file for a backup: where the reader chooses it, when the browser can ask; else among the downloads, by the browser's own
 * means where the reader granted them, since they tell whether the file was written. Null when the reader cancels.
 */
export async function newBackupFile(name: string): Promise<NewFile | null> {
  const asks = 'showSaveFilePicker' in window;
  const granted = !asks && (await browser.permissions.contains({ permissions: ['downloads'] }));
  return granted ? download(name) : newFile(name, 'application/zip');
}

function download(filename: string): NewFile {
  const { sink, blob } = createBlobSink('application/zip');
  return {
    sink,
    async finish() {
      const url = URL.createObjectURL(blob());
      try {
        await written(await browser.downloads.download({ url, filename, saveAs: true }));
        return 'written';
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    async cancel() {
      blob();
    },
  };
}

/** Resolves when a download is whole on the disk. Rejects when the browser gave it up, or the reader did. */
async function written(id: number): Promise<void> {
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (item === undefined || item.state === 'interrupted') throw new Error(item?.error ?? 'The download is gone.');
    if (item.state === 'complete') return;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
