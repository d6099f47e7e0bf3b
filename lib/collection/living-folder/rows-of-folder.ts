import type { Collection } from '../collection.ts';
import type { FolderRow, MirroredRow } from './folder-rows.ts';

/** The key of the living folder: there is one. */
const ONE = 'folder';

/** The living folder; null where there is none. Rejects when the database fails. */
export async function getFolder({ folders }: Collection): Promise<FolderRow | null> {
  return (await folders.get(ONE)) ?? null;
}

/** Keeps up a folder, in the place of the one before, of which nothing is remembered any more. */
export async function setFolder(collection: Collection, row: Omit<FolderRow, 'id'>): Promise<void> {
  const { folders, mirrored } = collection;
  await collection.transaction('rw', [folders, mirrored], async () => {
    await mirrored.clear();
    await folders.put({ ...row, id: ONE });
  });
}

/** Changes what is known of the folder; nothing where there is none. */
export async function changeFolder({ folders }: Collection, change: Partial<Omit<FolderRow, 'id'>>): Promise<void> {
  await folders.update(ONE, change);
}

/** Keeps the folder up no longer; its files stay. */
export async function forgetFolder(collection: Collection): Promise<void> {
  const { folders, mirrored } = collection;
  await collection.transaction('rw', [folders, mirrored], async () => {
    await mirrored.clear();
    await folders.clear();
  });
}

/** What was written into the folder, an essay a row. */
export const listMirrored = ({ mirrored }: Collection): Promise<readonly MirroredRow[]> => mirrored.toArray();

/** Remembers what was written of an essay. */
export async function putMirrored({ mirrored }: Collection, row: MirroredRow): Promise<void> {
  await mirrored.put(row);
}

/** Remembers of an essay that nothing of it is in the folder. */
export async function dropMirrored({ mirrored }: Collection, essayId: string): Promise<void> {
  await mirrored.delete(essayId);
}

/** Remembers nothing any more of what was written, so that all is written anew. */
export async function dropAllMirrored({ mirrored }: Collection): Promise<void> {
  await mirrored.clear();
}
