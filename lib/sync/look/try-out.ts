import { SyncRefusal, type SyncStorage } from '../storage.ts';

const FOLDER = 'wencun';
const CONTENT = '文存 Wencun\n';

/**
 * Does in a storage, with a small file, all that a sync does there. Rejects with what does not work: servers are known that say yes to a
 * file and do not have it afterwards (zotero-ios #512).
 */
export async function tryOut(storage: SyncStorage): Promise<void> {
  const name = `try-${crypto.randomUUID().slice(0, 8)}.txt`;
  const path = `${FOLDER}/${name}`;
  const bytes = new TextEncoder().encode(CONTENT);
  await storage.makeFolder(FOLDER);
  await storage.put(path, bytes);
  const read = await storage.get(path);
  const listed = await storage.list(FOLDER);
  await storage.remove(path);
  const isSame = read !== null && new TextDecoder().decode(read) === CONTENT;
  if (!isSame || !listed.some((file) => file.name === name && file.size === bytes.byteLength))
    throw new SyncRefusal('not-kept');
}
