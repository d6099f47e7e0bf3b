/** An image of the collection, as an outsider reads it: its bytes are counted, and `problem` says why there are none. */
export interface StoredImage {
  readonly address: string;
  readonly type: string;
  readonly problem: string;
  readonly length: number;
}

/** Reads what is stored of images. Self-contained: drivers send it to a page or the worker of the extension as text. */
export const readStoredImages = (): Promise<readonly StoredImage[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('wencun');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('images').objectStore('images').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        resolve(
          all.result.map(({ address, type, problem, bytes }) => ({
            address,
            type,
            problem,
            length: bytes?.byteLength ?? 0,
          })),
        );
      };
    };
  });
