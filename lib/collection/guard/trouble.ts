/**
 * Why the collection could not be read or written. `storage-full`: no room on the disk. `storage-trouble`: the browser has
 * closed its store or cannot open it, as it does after a full disk. `storage-newer`: a newer version of the extension has
 * written it. `storage-blocked`: another window holds an older version of it open. `storage-failed`: any other failure.
 */
export type StorageProblem =
  | 'storage-full'
  | 'storage-trouble'
  | 'storage-newer'
  | 'storage-blocked'
  | 'storage-failed';

/** Name of the error that is thrown instead of writing while writing is held back. */
export const HELD = 'StorageHeldError';
/** Name of the error within it where the browser has closed the store, and no disk was said to be full. */
export const CLOSED = 'StorageClosedError';
/** Name of the error of a collection that a newer version of the extension has written. */
export const NEWER = 'NewerCollectionError';

/** Makes an error that `troubleOf` knows by its name. */
export const namedError = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/**
 * Names of errors by which browsers tell that the store itself is in trouble, not the query. Chromium: UnknownError for every
 * failure of LevelDB, among them "Internal error opening backing store"; Firefox: InvalidStateError of a connection that a
 * full disk closed; Dexie: DatabaseClosedError.
 */
const troubles: ReadonlySet<string> = new Set([
  'UnknownError',
  'InvalidStateError',
  'DatabaseClosedError',
  'OpenFailedError',
  'NotReadableError',
  CLOSED,
  'DataError.corrupt',
]);
/** The same where a browser gives a general name: Chromium aborts transactions with such words, and Firefox with its own codes. */
const troubleWords =
  /backing store|disk (?:is )?full|no space left|NS_ERROR_(?:FILE_NO_DEVICE_SPACE|DOM_INDEXEDDB_UNKNOWN)|connection was (?:lost|closed)|database connection is clos/i;

/** What an error tells of the storage, also where Dexie wraps it in an abort, or in one error of many rows. */
export function troubleOf(error: unknown): StorageProblem {
  const all = causesOf(error, 0);
  const named = (name: string): boolean => all.some((one) => one.name === name);
  if (named(NEWER) || named('VersionError')) return 'storage-newer';
  if (named('QuotaExceededError')) return 'storage-full';
  if (named(HELD) && !named(CLOSED)) return 'storage-full';
  return all.some(({ name, message }) => troubles.has(name) || troubleWords.test(message))
    ? 'storage-trouble'
    : 'storage-failed';
}

/** Errors that an error wraps, itself first. Chains of Dexie's are short; one that leads back to itself ends here. */
function causesOf(error: unknown, depth: number): readonly { readonly name: string; readonly message: string }[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const own = { name: textOf(error, 'name'), message: textOf(error, 'message') };
  const inner = 'inner' in error && error.inner !== error ? [error.inner] : [];
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
  return [own, ...[...inner, ...failures].flatMap((one) => causesOf(one, depth + 1))];
}

const textOf = (error: object, name: string): string => String(Reflect.get(error, name) ?? '');
