import type { Collection } from '../collection.ts';

const KEY = 'zotero-keys';

/**
 * The key that a Zotero gave us, by the id of that Zotero; '' for one that gave none. It stands in the database, where no script in a
 * page reaches it, and in no backup. Rejects when the database fails.
 */
export async function readZoteroKey(collection: Collection, server: string): Promise<string> {
  const key = (await readKeys(collection))[server];
  return typeof key === 'string' ? key : '';
}

/** Remembers the key of a Zotero. Rejects when the database fails. */
export async function writeZoteroKey(collection: Collection, server: string, key: string): Promise<void> {
  await collection.transaction('rw', collection.meta, async () => {
    await collection.meta.put({ key: KEY, value: { ...(await readKeys(collection)), [server]: key } });
  });
}

async function readKeys({ meta }: Collection): Promise<Readonly<Record<string, unknown>>> {
  const value: unknown = (await meta.get(KEY))?.value;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
