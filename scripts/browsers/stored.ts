import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from '../../lib/collection/rows.ts';

/** What the extension has in its database, as an outsider reads it: by IndexedDB itself, past all code of ours. */
export interface Stored {
  readonly essays: readonly EssayRow[];
  readonly captures: readonly CaptureRow[];
  readonly bodies: readonly BodyRow[];
  readonly originals: readonly {
    readonly captureId: string;
    readonly bytes: string;
    readonly gzipLength: number;
    readonly otherPages: readonly string[];
  }[];
}

/**
 * Reads the database of the page that it runs in. Self-contained: drivers send it to a page of the extension as text.
 * Originals come unpacked, as a string of one character a byte.
 */
export async function readStored(): Promise<Stored> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store: string): Promise<never[]> =>
    new Promise((resolve, reject) => {
      if (!database.objectStoreNames.contains(store)) return resolve([]);
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as never[]);
      request.onerror = () => reject(request.error);
    });
  const textOf = async ({ gzip }: { gzip: Uint8Array<ArrayBuffer> }): Promise<string> => {
    const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  };
  const unpack = async (row: OriginalRow) => ({
    captureId: row.captureId,
    bytes: await textOf(row),
    gzipLength: row.gzip.length,
    otherPages: await Promise.all(row.otherPages.map(textOf)),
  });
  const [essays, captures, bodies, originals] = await Promise.all(
    ['essays', 'captures', 'bodies', 'originals'].map(all),
  );
  const unpacked = await Promise.all((originals ?? []).map(unpack));
  database.close();
  return { essays: essays ?? [], captures: captures ?? [], bodies: bodies ?? [], originals: unpacked };
}
