import { isLocalHost } from '../../essay/archive-hosts.ts';
import type { SyncServer } from '../server/sync-server.ts';

/** What a colleague handed over, as it was entered. */
export interface ShareForm {
  /** A share link, or the address of a folder. */
  readonly link: string;
  /** Of a folder that asks who one is; '' for none. */
  readonly user: string;
  /** Of the folder or of the share; '' for none. */
  readonly password: string;
}

/**
 * Where a published folder may be, the likeliest first, all on one server; or what is wrong with the address. A share of a Nextcloud has two: by its
 * manual ("Accessing public shares over WebDAV") `public.php/dav/files/TOKEN` since version 29, with `anonymous` as user where it has
 * a password, and before `public.php/webdav` with the token as user.
 */
export function sharePlaces({ link, user, password }: ShareForm): readonly SyncServer[] | 'badAddress' | 'insecure' {
  const text = link.trim();
  const address = text === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return 'badAddress';
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '' || url.username !== '' || url.password !== '')
    return 'badAddress';
  if (url.protocol === 'http:' && !isLocalHost(url.hostname)) return 'insecure';
  return [...sharesOfNextcloud(url, password), { address: folderOf(url), user: user.trim(), password }];
}

/** A folder of a share is named in its address, by its pages of either age. */
function sharesOfNextcloud(url: URL, password: string): readonly SyncServer[] {
  const share = /^(.*?)\/(?:index\.php\/)?s\/([A-Za-z0-9]{8,64})(?:\/.*)?$/.exec(url.pathname);
  if (share === null) return [];
  const [, base = '', token = ''] = share;
  const within = (url.searchParams.get('dir') ?? url.searchParams.get('path') ?? '').split('/').filter(Boolean);
  const folder = within.map((name) => `${encodeURIComponent(name)}/`).join('');
  const server = `${url.origin}${base}/public.php`;
  return [
    { address: `${server}/dav/files/${token}/${folder}`, user: password === '' ? '' : 'anonymous', password },
    { address: `${server}/webdav/${folder}`, user: token, password },
  ];
}

/** One of its files may have been pasted. */
const folderOf = ({ origin, pathname }: URL): string =>
  `${origin}${pathname
    .replace(/\/{2,}/g, '/')
    .replace(/[^/]+\.(?:json|html?)$/i, '')
    .replace(/\/*$/, '/')}`;
