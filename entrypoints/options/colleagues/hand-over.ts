import { i18n } from '#i18n';
import { publishedAddress } from '../../../lib/collection/sync-store/published-address.ts';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { PUBLISHED_FOLDER } from '../../../lib/sync/log/paths.ts';

const sentences = {
  jianguoyun: 'colleagues.handJianguoyun',
  nextcloud: 'colleagues.handNextcloud',
  webdav: 'colleagues.handWebdav',
  couchdb: 'colleagues.handCouchdb',
  folder: 'colleagues.handFolder',
} as const satisfies Record<SyncTarget['kind'], string>;

/** What to hand to colleagues, by where it is published: a link that the server makes, or the folder's address. */
export const handOver = (target: SyncTarget): string =>
  i18n.t(sentences[target.kind], [target.kind === 'folder' ? PUBLISHED_FOLDER : publishedAddress(target)]);
