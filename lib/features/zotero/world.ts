import type { Collection } from '../../collection/collection.ts';
import { readZoteroKey, writeZoteroKey } from '../../collection/sent/zotero-keys.ts';
import { fail } from '../../essay/outcome.ts';
import { sendMessage } from '../../messages/protocol.ts';
import { askForHost, hasHost } from '../../settings/host-access.ts';
import { type AskZotero, ZOTERO_ORIGIN } from '../../zotero/ask.ts';

/** What sending to Zotero needs of the browser. */
export interface ZoteroWorld {
  readonly ask: AskZotero;
  readonly isAllowed: () => Promise<boolean>;
  /** Asks the reader to let us speak with this computer; within a press, before anything is awaited. */
  readonly allow: () => Promise<boolean>;
  readonly readKey: (server: string) => Promise<string>;
  readonly writeKey: (server: string, key: string) => Promise<void>;
}

/** The browser itself: the background does the asking. */
export const browserWorld = (collection: Collection): ZoteroWorld => ({
  ask: (request) => sendMessage('askZotero', request).catch(() => fail('no-answer')),
  isAllowed: () => hasHost(ZOTERO_ORIGIN),
  allow: () => askForHost(ZOTERO_ORIGIN),
  readKey: (server) => readZoteroKey(collection, server),
  writeKey: (server, key) => writeZoteroKey(collection, server, key),
});
