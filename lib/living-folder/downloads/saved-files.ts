/**
 * What a file does where one is there already. `beside`: it gets a number. `replace`: it takes the other's place, whatever that holds.
 * `once`: the other has the same bytes, being named by them, and stays.
 */
export type Clash = 'beside' | 'replace' | 'once';

/** A folder among the browser's downloads: it can be written into, and nothing of it can be read. */
export interface SavedFiles {
  /** Writes a file, and gives the path within the folder that it got. Rejects where the browser does not write it. */
  readonly save: (path: string, content: string | Uint8Array<ArrayBuffer>, clash: Clash) => Promise<string>;
}
