import type { SyncStorage } from './storage.ts';

/** A folder of a storage as a storage of its own; it makes itself where the folder of no name is made. */
export const storageWithin = ({ getOthers, ...storage }: SyncStorage, folder: string): SyncStorage => ({
  list: (path) => storage.list(`${folder}/${path}`),
  get: (path) => storage.get(`${folder}/${path}`),
  ...(getOthers !== undefined && { getOthers: (path) => getOthers(`${folder}/${path}`) }),
  put: (path, bytes) => storage.put(`${folder}/${path}`, bytes),
  makeFolder: (path) => storage.makeFolder(path === '' ? folder : `${folder}/${path}`),
  remove: (path) => storage.remove(`${folder}/${path}`),
});
