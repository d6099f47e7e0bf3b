import { type ArchiveAnswer, textAnswer } from './answer.ts';
import { collapsed, type FieldRow, fieldNames, otherNames, passes, rowOf } from './index-rows.ts';
import type { ArchiveSettings } from './settings.ts';
import type { Shelf, ShelvedCapture } from './shelf.ts';
import { urlKeyOf } from './url-key.ts';

/** Rows of a block of the index; pages are counted in blocks. */
const A_BLOCK = 3000;

/** Answers a query of the index: the CDX server of the Wayback Machine, or that of pywb. */
export function answerIndex(shelf: Shelf, query: string, settings: ArchiveSettings): ArchiveAnswer {
  const asked = new URLSearchParams(query);
  const url = asked.get('url') ?? '';
  if (url === '') return textAnswer('Url parameter required', 400);
  const inScope = scopeOf(url, asked.get('matchType'));
  const hostOfKey = (key: string): string => key.replace(/\).*$/s, '');
  const isExcluded = (key: string): boolean => inScope(key) || hostOfKey(key) === hostOfKey(urlKeyOf(url));
  if (settings.excluded.some((host) => isExcluded(urlKeyOf(`http://${host}/`)))) return excludedAnswer(settings);
  const found = shelf.all().filter(({ urlkey }) => inScope(urlkey));
  const pageSize = Number(asked.get('pageSize') ?? 1) * A_BLOCK;
  const page = asked.get('page');
  if (!settings.paging && (page !== null || asked.has('showNumPages'))) return textAnswer('Paging not supported', 400);
  if (asked.get('showNumPages') === 'true') return textAnswer(`${Math.ceil(found.length / pageSize)}\n`);
  const scanned = page === null ? found : found.slice(Number(page) * pageSize, (Number(page) + 1) * pageSize);
  const { rows, key } = selected(scanned, asked, settings);
  if (settings.software === 'pywb') return pywbAnswer(rows, asked);
  return asked.get('output') === 'json' ? jsonRows(rows, key, asked) : textRows(rows, key, asked);
}

/** Which keys a query is about: `matchType`, or `host/*` and `*.host`. */
function scopeOf(url: string, matchType: string | null): (urlkey: string) => boolean {
  const type = matchType ?? (/^\*\./.test(url) ? 'domain' : url.endsWith('*') ? 'prefix' : 'exact');
  const key = urlKeyOf(url.replace(/^\*\./, '').replace(/\*$/, ''));
  const host = key.replace(/\).*$/s, '');
  switch (type) {
    case 'domain':
      return (urlkey) => urlkey.startsWith(`${host})`) || urlkey.startsWith(`${host},`);
    case 'host':
      return (urlkey) => urlkey.startsWith(`${host})`);
    case 'prefix':
      return (urlkey) => urlkey.startsWith(key);
    default:
      return (urlkey) => urlkey === key;
  }
}

function selected(
  captures: readonly ShelvedCapture[],
  asked: URLSearchParams,
  settings: ArchiveSettings,
): { readonly rows: readonly FieldRow[]; readonly key: string | null } {
  const from = (asked.get('from') ?? '').padEnd(14, '0');
  const to = (asked.get('to') ?? '').padEnd(14, '9');
  const within = captures.filter(({ timestamp }) => timestamp >= from && timestamp <= to).map(rowOf);
  const filters = asked.getAll('filter');
  const all = collapsed(
    within.filter((row) => filters.every((filter) => passes(filter, row))),
    asked.getAll('collapse'),
  );
  const resumed = asked.get('resumeKey');
  const start = resumed === null ? 0 : all.findIndex((row) => keyOf(row) >= resumed);
  const rest = start < 0 ? [] : all.slice(start);
  const limit = Number(asked.get('limit') ?? 0);
  if (limit < 0) return { rows: rest.slice(limit), key: null };
  const most = Math.min(limit || settings.mostRows, settings.mostRows);
  const next = rest[most];
  const told = asked.get('showResumeKey') === 'true' && next !== undefined;
  return { rows: rest.slice(0, most), key: told ? escapedKey(keyOf(next)) : null };
}

/** As Java's URLEncoder writes it. */
const escapedKey = (key: string): string =>
  encodeURIComponent(key)
    .replace(/[()!'~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

const keyOf = ({ urlkey = '', timestamp = '' }: FieldRow): string => `${urlkey} ${timestamp}`;

const wantedFields = (asked: URLSearchParams): readonly string[] =>
  (asked.get('fl') ?? asked.get('fields') ?? fieldNames.join(',')).split(',').map((name) => otherNames[name] ?? name);

/** A row a line, as the Wayback Machine writes it; nothing at all is an empty list. */
function jsonRows(rows: readonly FieldRow[], key: string | null, asked: URLSearchParams): ArchiveAnswer {
  const fields = wantedFields(asked);
  const lines = rows.map((row) => JSON.stringify(fields.map((name) => row[name] ?? '-')));
  const told = key === null ? [] : ['[]', JSON.stringify([key])];
  const all = rows.length === 0 ? [] : [JSON.stringify(fields), ...lines, ...told];
  return textAnswer(`[${all.join(',\n')}]\n`, 200, { 'content-type': 'application/json' });
}

function textRows(rows: readonly FieldRow[], key: string | null, asked: URLSearchParams): ArchiveAnswer {
  const fields = wantedFields(asked);
  const lines = rows.map((row) => `${fields.map((name) => row[name] ?? '-').join(' ')}\n`);
  return textAnswer(lines.join('') + (key === null ? '' : `\n${key}\n`));
}

/** pywb: an object a line, or CDXJ. */
function pywbAnswer(rows: readonly FieldRow[], asked: URLSearchParams): ArchiveAnswer {
  if (rows.length === 0)
    return textAnswer(JSON.stringify({ message: `No Captures found for: ${asked.get('url')}` }), 404);
  const lines = rows.map(({ urlkey, timestamp, original, mimetype, statuscode, digest, length }) => {
    const facts = {
      url: original,
      mime: mimetype,
      status: statuscode,
      digest,
      length,
      offset: '0',
      filename: 'a.warc.gz',
    };
    return asked.get('output') === 'json'
      ? JSON.stringify({ urlkey, timestamp, ...facts })
      : `${urlkey} ${timestamp} ${JSON.stringify(facts)}`;
  });
  return textAnswer(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/x-ndjson' });
}

const excludedAnswer = ({ excludedStatus }: ArchiveSettings): ArchiveAnswer =>
  textAnswer(
    'org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.RobotAccessControlException: Blocked Site Error\n',
    excludedStatus,
  );
