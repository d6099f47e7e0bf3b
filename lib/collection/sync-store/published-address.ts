import { PUBLISHED_FOLDER } from '../../sync/log/paths.ts';
import type { ServerTarget } from './target.ts';

/** Where a server has what is published beside what is synced by it: in a folder, or in a database whose name says so. */
export const publishedAddress = ({ kind, address }: Pick<ServerTarget, 'kind' | 'address'>): string => {
  const place = address.replace(/\/*$/, '');
  return kind === 'couchdb' ? `${place}-published/` : `${place}/${PUBLISHED_FOLDER}`;
};
