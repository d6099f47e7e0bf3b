import { browser } from 'wxt/browser';
import { makeBackup } from '../../lib/collection/backup/make-backup.ts';
import { openCollection } from '../../lib/collection/collection.ts';
import { bytesOfBase64 } from '../../lib/essay/base64.ts';
import { onMessage, type SentPage } from '../../lib/messages/protocol.ts';
import type { ServedPage } from '../../lib/queue/fetch-page.ts';
import { openFrameReaders } from '../../lib/reading-frame/open-readers.ts';
import { indexAtRest } from '../../lib/search/index-at-rest.ts';
import { indexWhileIdle } from '../../lib/search/index-while-idle.ts';

/*
 * A page that nobody sees, for Chrome alone: it has what the background has fetched read, and makes the files of backups. It
 * fetches nothing, runs nothing of what is read, and remembers nothing, so that the background may close it at any time.
 * While it is there it has what the queue keeps indexed.
 */
const collection = openCollection();
indexAtRest(collection);

const { served: reader } = openFrameReaders();

onMessage('readServedEssay', ({ data, sender }) => {
  expectBackground(sender);
  return reader.essay(data.pages.map(received), data.missing);
});
onMessage('readServedList', ({ data, sender }) => {
  expectBackground(sender);
  return reader.list(received(data.page), data.rows);
});
onMessage('readNamedEssays', ({ data, sender }) => {
  expectBackground(sender);
  return reader.named(received(data.page));
});
onMessage('indexKept', ({ sender }) => {
  expectBackground(sender);
  return indexWhileIdle(collection);
});

onMessage('makeBackup', ({ data, sender }) => {
  expectBackground(sender);
  return makeBackup(collection, data.settings);
});

const received = ({ bytes, ...page }: SentPage): ServedPage => ({
  ...page,
  bytes: bytesOfBase64(bytes) ?? new Uint8Array(),
});

/** Content scripts can send messages too, and share their process with a page. */
function expectBackground({ id, tab }: { readonly id?: string; readonly tab?: object }): void {
  if (id !== browser.runtime.id || tab !== undefined) throw new Error('Only the background may ask for this.');
}
