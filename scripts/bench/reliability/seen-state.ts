/** What the reader, and an outsider who looks into the database, can see of a keep. */
export interface SeenState {
  /** Captures of the essay of this address. */
  readonly captures: number;
  readonly badge: string;
  /** Machine word of what was told in popup and library: '' for kept, null for nothing. */
  readonly told: string | null;
}

/** The part of the browser's interface that is called here. */
type Api = {
  readonly chrome: { readonly action: { readonly getBadgeText: (of: { tabId: number }) => Promise<string> } };
};

/** Looks, past all code of ours. Self-contained: it is sent to a page of the extension as text. */
export async function seeState({ url, tabId }: { readonly url: string; readonly tabId: number }): Promise<SeenState> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = <T>(store: string): Promise<T[]> =>
    new Promise((resolve, reject) => {
      if (!database.objectStoreNames.contains(store)) return resolve([]);
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const captures = await all<{ readonly pageUrl: string }>('captures');
  const outcomes = await all<{ readonly url: string; readonly problem: string }>('outcomes');
  database.close();
  const badge = await (globalThis as unknown as Api).chrome.action.getBadgeText({ tabId }).catch(() => '');
  return {
    captures: captures.filter(({ pageUrl }) => pageUrl === url).length,
    badge,
    told: outcomes.find((row) => row.url === url)?.problem ?? null,
  };
}
