import type { Collection } from './collection.ts';

/** The row of `meta` that holds it. */
const KEY = 'collection-id';

/** What tells this collection from any other: made when it is first asked for, and the same ever after. Rejects when the database fails. */
export function collectionId({ meta }: Collection): Promise<string> {
  return meta.db.transaction('rw', meta, async () => {
    const known = (await meta.get(KEY))?.value;
    if (typeof known === 'string' && known !== '') return known;
    const made = crypto.randomUUID();
    await meta.put({ key: KEY, value: made });
    return made;
  });
}
