import { decodeEscapes } from './decode-escapes.ts';
import { isPassingParameter, withoutSession } from './passing-parameters.ts';

/** The parts of an address, as it was written. */
interface Parts {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** The page of a folder itself. */
const defaultDocument = /\/(?:index|default)\.\w{2,5}$/;

/**
 * One form for all forms of an address that an index may hold of a page, to compare by; never to be fetched. Scheme, `www.`, default
 * port, letter case, doubled slashes, the name of a folder's own page, the order of parameters, empty ones, visits' ids and
 * tracking do not matter; escapes are the words that they stand for, in whatever encoding. Wider than the key that the collection knows
 * an essay by (`normaliseUrl`): there two addresses that differ in case may be two pages, here an index tells by its digests.
 */
export function foldAddress(original: string): string {
  const parts = partsOf(original);
  if (parts === null) return original.trim().toLowerCase();
  const { host, path, query } = parts;
  return `http://${foldHost(host)}${foldPath(path)}${foldQuery(query)}`;
}

/** The host of an address as folding leaves it, `nbdx.cn` or `nbdx.cn:8080`; '' where it has none. */
export function foldedHost(original: string): string {
  const parts = partsOf(original);
  return parts === null ? '' : foldHost(parts.host);
}

function partsOf(original: string): Parts | null {
  const text = original.trim().replace(/#.*$/s, '').replace(/&amp;/gi, '&');
  const [, host, rest = ''] = /^(?:https?:)?\/*(?:[^/?@\s]*@)?([^/?\\:\s]+(?::\d*)?)(.*)$/is.exec(text) ?? [];
  if (host === undefined) return null;
  const at = rest.search(/\?|%3f(?=[\w-]+=)/i);
  return {
    host,
    path: at < 0 ? rest : rest.slice(0, at),
    query: at < 0 ? '' : rest.slice(at).replace(/^(?:\?|%3f)/i, ''),
  };
}

function foldHost(written: string): string {
  const [name = '', port = ''] = decodeEscapes(written).toLowerCase().split(':');
  const bare = name.replace(/\.+$/, '').replace(/^www\d?\.(?=[^.]+\.)/, '');
  return bare + (/^(?:|80|443)$/.test(port) ? '' : `:${port}`);
}

function foldPath(written: string): string {
  const segments: string[] = [];
  for (const segment of withoutSession(written.replaceAll('\\', '/')).split('/')) {
    const plain = decodeEscapes(segment).trim();
    if (plain === '..') segments.pop();
    else if (plain !== '' && plain !== '.') segments.push(plain.toLowerCase());
  }
  const path = `/${segments.join('/')}`.replace(defaultDocument, '/');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function foldQuery(written: string): string {
  const parameters = written
    .split('&')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isPassingParameter(part))
    .map(foldParameter)
    // What is left empty says no more than what is left out.
    .filter((part) => part !== '' && !/^[^=]*=$/.test(part));
  const each = [...new Set(parameters)].sort();
  return each.length === 0 ? '' : `?${each.join('&')}`;
}

function foldParameter(part: string): string {
  const [name = '', value] = part.replaceAll('+', ' ').split(/=(.*)/s);
  const plain = decodeEscapes(name).toLowerCase();
  // A stroke or a question mark at the end of a value is a slip of whoever wrote the link.
  return value === undefined
    ? plain
    : `${plain}=${decodeEscapes(value)
        .trim()
        .toLowerCase()
        .replace(/[?/]+$/, '')}`;
}
