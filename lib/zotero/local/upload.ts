import * as v from 'valibot';
import { base64OfBytes } from '../../essay/base64.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { localHeaders } from '../ask.ts';
import type { ZoteroFile } from '../files.ts';
import { fits } from '../message-limit.ts';
import type { ZoteroProblem } from '../problems.ts';
import { change, type LocalWay, refusal } from './write.ts';

const granted = v.union([v.object({ exists: v.literal(1) }), v.object({ url: v.string(), uploadKey: v.string() })]);

/** `changed`: another file stands there than the one to be replaced. */
export type Uploaded = Outcome<'done' | 'changed', ZoteroProblem>;

/**
 * Gives an attachment its file, in the three steps of Zotero's interface: ask, send, register. `before` is the MD5 of the file that
 * this one takes the place of, null for none.
 */
export async function uploadFile(
  way: LocalWay,
  key: string,
  file: ZoteroFile,
  md5: string,
  before: string | null,
): Promise<Uploaded> {
  const { bytes, name, charset } = file;
  if (!fits(bytes)) return fail('too-large');
  const post = (form: Readonly<Record<string, string>>) =>
    change(way, {
      path: `/api/${way.place.library}/items/${key}/file`,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(before === null ? { 'If-None-Match': '*' } : { 'If-Match': before }),
      },
      text: formOf(form),
    });
  const asked = await post({
    md5,
    filename: name,
    filesize: String(bytes.byteLength),
    mtime: String(Date.now()),
    contentType: 'text/html',
    charset,
  });
  if (!asked.ok) return asked;
  if (asked.value.status === 412) return succeed('changed');
  const told = v.safeParse(granted, jsonOf(asked.value.text));
  if (asked.value.status !== 200 || !told.success) return refusal(asked.value);
  if ('exists' in told.output) return succeed('done');
  const { url, uploadKey } = told.output;
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  if (!path.startsWith('/api/local/uploads/')) return fail('refused', url.slice(0, 200));
  const sent = await way.ask({
    method: 'POST',
    path,
    headers: { ...localHeaders, 'Content-Type': 'application/octet-stream' },
    base64: base64OfBytes(bytes),
  });
  if (!sent.ok) return sent;
  if (sent.value.status !== 201) return refusal(sent.value);
  const registered = await post({ upload: uploadKey });
  if (!registered.ok) return registered;
  if (registered.value.status === 412) return succeed('changed');
  return registered.value.status === 204 ? succeed('done') : refusal(registered.value);
}

/** A form as Zotero reads it: it takes no `+` for a blank. */
const formOf = (form: Readonly<Record<string, string>>): string =>
  Object.entries(form)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
