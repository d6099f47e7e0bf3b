import type { ServerTarget, SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { isLocalHost } from '../../../lib/essay/archive-hosts.ts';
import type { SyncServer } from '../../../lib/sync/server/sync-server.ts';

/** Where 坚果云 has its WebDAV (its own help, "坚果云第三方应用授权WebDAV开启方法"). */
const JIANGUOYUN = 'https://dav.jianguoyun.com/dav/';
/** That help, which shows where an app password is made. */
export const JIANGUOYUN_HELP = 'https://help.jianguoyun.com/?p=2064';

/** What a database is called where the reader names none. */
const DATABASE = 'wencun';

/** What the reader entered about a server. */
export interface ServerForm {
  readonly kind: ServerTarget['kind'];
  /** Of a Nextcloud the address of its server, of a CouchDB the database's, of another the folder's. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** The server that was entered, or what is wrong with its address. */
export function serverOf(form: ServerForm): SyncServer | 'badAddress' | 'insecure' {
  const { user } = form;
  const base = form.kind === 'jianguoyun' ? JIANGUOYUN : withScheme(form.address);
  if (!URL.canParse(base)) return 'badAddress';
  const url = new URL(base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'badAddress';
  if (url.protocol === 'http:' && !isLocalHost(url.hostname)) return 'insecure';
  const place = `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
  return {
    address: addressOf(form.kind, place, url.hash, user),
    user: user.trim(),
    password: passwordOf(form.password),
  };
}

function addressOf(kind: ServerForm['kind'], place: string, hash: string, user: string): string {
  if (kind === 'nextcloud') return filesOfNextcloud(place, user);
  return kind === 'couchdb' ? databaseOf(place, hash) : place;
}

/** The database of a CouchDB; `wencun` where the server alone is named. A page of Fauxton, which its administrators see it by, may have been pasted. */
function databaseOf(place: string, hash: string): string {
  const server = place.replace(/_utils\/.*$/, '');
  const shown = /^#\/?(?:database\/)?([^/?]+)/.exec(hash)?.[1];
  if (shown !== undefined && server !== place) return `${server}${shown}/`;
  return new URL(server).pathname === '/' ? `${server}${DATABASE}/` : server;
}

/**
 * The files of a user of Nextcloud (its manual, "Accessing Nextcloud files using WebDAV"); an address that leads there already stays. Its server may stand in
 * a folder, and a page of it may have been pasted, or its address of all WebDAV, below which nobody may write.
 */
function filesOfNextcloud(place: string, user: string): string {
  if (/\/remote\.php\/(?:webdav|dav\/files\/[^/]+)\//.test(place)) return place;
  return `${serverOfNextcloud(new URL(place))}remote.php/dav/files/${encodeURIComponent(user.trim())}/`;
}

/** Where a Nextcloud stands, by the address of one of its pages: those of files, shares, calls and people lie beside each other. */
const serverOfNextcloud = ({ origin, pathname }: URL): string =>
  `${origin}${pathname
    .replace(/(?<=\/)(?:(?:index|remote|public|status)\.php|apps|settings|login|ocs|dav|call|[fsu])(?:\/.*)?$/, '')
    .replace(/\/*$/, '/')}`;

/** The page of a Nextcloud where app passwords are made; null while no server is named. */
export function nextcloudSecurity(address: string): string | null {
  const base = withScheme(address);
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) return null;
  return `${serverOfNextcloud(new URL(base))}settings/user/security`;
}

/** An app password of Nextcloud, which is copied with what stands around it; any other password is as it was entered. */
const passwordOf = (password: string): string =>
  /^\s*([A-Za-z\d]{5}(?:-[A-Za-z\d]{5}){4})\s*$/.exec(password)?.[1] ?? password;

/** Most type a server's name alone. */
const withScheme = (address: string): string => {
  const text = address.trim();
  return text === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
};

/** What stands in the form at first: what was there before, where the reader connects anew. */
export function firstForm(target: SyncTarget | null): ServerForm {
  if (target === null || target.kind === 'folder') return { kind: 'jianguoyun', address: '', user: '', password: '' };
  const { kind, address, user } = target;
  return { kind, address: kind === 'jianguoyun' ? '' : address, user, password: '' };
}

/** What a computer is called until its reader calls it otherwise, e.g. `Chrome · Windows`. */
export function usualDeviceName(agent: string): string {
  const first = (names: readonly (readonly [RegExp, string])[]): string =>
    names.find(([pattern]) => pattern.test(agent))?.[1] ?? '';
  const browser = first([
    [/Firefox\//, 'Firefox'],
    [/Edg\//, 'Edge'],
    [/Chrome\//, 'Chrome'],
  ]);
  const system = first([
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/CrOS/, 'ChromeOS'],
    [/Android/, 'Android'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}
