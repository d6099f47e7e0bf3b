/** A file of a folder. */
export interface StoredFile {
  readonly name: string;
  /** Another one whenever the file was written anew, as far as its server tells. */
  readonly tag: string;
  readonly size: number;
}

/**
 * Where the devices meet: a folder of files on a server, or one that a program carries. Nothing else is asked of it: no locks, no
 * preconditions (nginx and rclone ignore them), and no file that two devices write. All reject with `SyncRefusal` where they can say
 * why. Paths have no slash at either end.
 */
export interface SyncStorage {
  /** The files of a folder; none for one that is not there. A server may leave some out. */
  readonly list: (folder: string) => Promise<readonly StoredFile[]>;
  /** The bytes of a file; null for one that is not there. */
  readonly get: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * What else stands at a path in a folder that was listed: servers that bring a file to each other keep both where each had another. Only of a
   * storage in which that may be.
   */
  readonly getOthers?: (path: string) => Promise<readonly Uint8Array<ArrayBuffer>[]>;
  /** Writes a file, in the place of one that is there. */
  readonly put: (path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Makes a folder within one that is there, or that of all, '', which a folder of another may be; one that is there already is no error. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Takes a file away; one that is not there is no error. */
  readonly remove: (path: string) => Promise<void>;
}

/** A folder that is only read. */
export type ReadingStorage = Pick<SyncStorage, 'list' | 'get' | 'getOthers'>;

/**
 * Why a sync stopped. Of the storage: not reached, not let in, and so on by its answer; `later` gives when to go on, in the detail,
 * milliseconds since 1970. Of what is there: `emptied` where this device's own files are gone, `own-missing` where some are not
 * there and the library is, as where a server has not brought them yet, `other-vault` where the folder is of another collection, `twin` where another browser writes as this device (a copied profile), `newer-format`, `many-deletions` where more would be deleted than one may without asking.
 * Of the passphrase: `needs-passphrase` where the folder has one and this device was told none, `wrong-passphrase`, `not-encrypted` where the
 * device has one and the folder none. `not-kept`: what was written is not what can be read. `not-allowed`: the browser lets nobody at the server or
 * the folder until the reader allows it. `stopped` by the reader. Of another's folder: `no-log` where nothing is published there, `too-large` where there
 * is more than is taken from anybody. Of a publication: `taken` where another computer publishes there. `other-page`: something else answers in the
 * server's place, as a network that wants one to sign in first. `broken`: the server says that it has a fault. `file-too-large`: it takes no file of that
 * size. `unfinished`: computers' files are there, and not what tells whose they are. `no-database`: there is none of that name, and the account may
 * make none. `out-of-service`: the server says that it is being maintained, or lacks something for a while. `own-folder`: it is the folder in which a log stands, or which is
 * published, and none to begin a sync in. `other-login`: the server takes no name and password as they are (Basic), but what its detail names.
 */
export type SyncProblem =
  | 'unreachable'
  | 'not-let-in'
  | 'forbidden'
  | 'no-folder'
  | 'locked'
  | 'later'
  | 'full'
  | 'refused'
  | 'emptied'
  | 'own-missing'
  | 'other-vault'
  | 'twin'
  | 'newer-format'
  | 'many-deletions'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'not-encrypted'
  | 'not-kept'
  | 'not-allowed'
  | 'stopped'
  | 'no-log'
  | 'too-large'
  | 'taken'
  | 'other-page'
  | 'broken'
  | 'file-too-large'
  | 'unfinished'
  | 'no-database'
  | 'out-of-service'
  | 'own-folder'
  | 'other-login';

/** Stops a sync, with what the reader is to be told. What was done until then stays, and the next one goes on from there. */
export class SyncRefusal extends Error {
  readonly code: SyncProblem;
  readonly detail: string;

  constructor(code: SyncProblem, detail = '') {
    super(`${code} ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
