/** What two computers must show alike of an essay. */
export interface AlikeEssay {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly tags: number;
  /** Characters of the text that is shown, and bytes of its packed original; -1 where there is none. */
  readonly text: number;
  readonly original: number;
}

/** What a browser has in a database of its, by IndexedDB itself. Self-contained: drivers send it to a page of the extension as text. */
export async function lookHere(name: string): Promise<readonly AlikeEssay[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = <Row>(store: string): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  type EssayFacts = { id: string; title: string; note: string; tags: string[]; captureId: string };
  const rows = await all<EssayFacts>('essays');
  const texts = new Map(
    (await all<{ captureId: string; text: string }>('bodies')).map(({ captureId, text }) => [captureId, text.length]),
  );
  const pages = new Map(
    (await all<{ captureId: string; gzip: Uint8Array }>('originals')).map(({ captureId, gzip }) => [
      captureId,
      gzip.byteLength,
    ]),
  );
  database.close();
  return rows.map(({ id, title, note, tags, captureId }) => ({
    ...{ id, title, note, tags: tags.length },
    text: texts.get(captureId) ?? -1,
    original: pages.get(captureId) ?? -1,
  }));
}

/** How many rows of a kind a browser has, by IndexedDB itself: what can be told alike of very many. Self-contained. */
export async function countHere(stores: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const counts: Record<string, number> = {};
  for (const store of stores)
    counts[store] = await new Promise<number>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  database.close();
  return counts;
}

/** Forgets how much servers were asked lately: the program asks one 500 times in half an hour at most. Self-contained. */
export async function forgetSpent(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun-sync');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('facts', 'readwrite');
    transaction.objectStore('facts').delete(IDBKeyRange.bound('spent ', 'spent \uffff'));
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

/** How syncing goes, by IndexedDB itself; null where nothing was synced. Self-contained. */
export async function seeStatus(): Promise<{
  readonly running: unknown;
  readonly problem: unknown;
  readonly doneAt: number;
} | null> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun-sync');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const row = await new Promise<{ value: { running: unknown; problem: unknown; doneAt: number } } | undefined>(
    (resolve, reject) => {
      const request = database.transaction('facts').objectStore('facts').get('status');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    },
  );
  database.close();
  return row?.value ?? null;
}
