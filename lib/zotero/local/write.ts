import * as v from 'valibot';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { FormatOptions } from '../../export/format.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { type AskZotero, localHeaders, type ZoteroAnswer, type ZoteroRequest } from '../ask.ts';
import type { ZoteroProblem } from '../problems.ts';
import type { LocalPlace } from './server.ts';

/** How a library of Zotero is read and changed by the local interface. */
export interface LocalWay {
  readonly ask: AskZotero;
  readonly place: LocalPlace;
  /** How HTML is read, where it is not by the page's own document. */
  readonly html?: FormatOptions;
  /** Which Zotero it is: it refuses changes that are meant for another. */
  readonly server: string;
  /** The key that lets us write, and another where Zotero does not know this one any more. */
  readonly key: () => string;
  readonly renew: () => Promise<Outcome<string, ZoteroProblem>>;
}

/** An object of Zotero as its interface tells it. */
const stored = v.looseObject({ key: v.string(), version: v.number(), data: v.record(v.string(), v.unknown()) });
export type StoredObject = v.InferOutput<typeof stored>;
const list = v.array(stored);
const written = v.object({
  successful: v.record(v.string(), stored),
  failed: v.record(v.string(), v.object({ code: v.number(), message: v.optional(v.string(), '') })),
});
/** What came of objects that were written, by their place among them. */
export type WrittenObjects = v.InferOutput<typeof written>;

/** The object of a key, null where there is none, or it is in Zotero's trash. */
export async function readObject(
  { ask, place }: LocalWay,
  key: string,
): Promise<Outcome<StoredObject | null, ZoteroProblem>> {
  const answer = await ask({ method: 'GET', path: `/api/${place.library}/items/${key}`, headers: localHeaders });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return succeed(null);
  const told = v.safeParse(stored, jsonOf(answer.value.text));
  if (answer.value.status !== 200 || !told.success) return refusal(answer.value);
  return succeed(told.output.data['deleted'] ? null : told.output);
}

/** Objects of a list, `items/top?q=…`, those in the trash apart. */
export async function readObjects(
  { ask, place }: LocalWay,
  path: string,
): Promise<Outcome<readonly StoredObject[], ZoteroProblem>> {
  const answer = await ask({ method: 'GET', path: `/api/${place.library}/${path}`, headers: localHeaders });
  if (!answer.ok) return answer;
  const told = v.safeParse(list, jsonOf(answer.value.text));
  if (answer.value.status !== 200 || !told.success) return refusal(answer.value);
  return succeed(told.output.filter(({ data }) => !data['deleted']));
}

/** Writes new objects, and changes of those that are there: each names its key and the version that it is a change of. */
export async function writeObjects(
  way: LocalWay,
  objects: readonly object[],
): Promise<Outcome<WrittenObjects, ZoteroProblem>> {
  const all: WrittenObjects = { successful: {}, failed: {} };
  for (let from = 0; from < objects.length; from += AT_A_TIME) {
    const answer = await change(way, {
      path: `/api/${way.place.library}/items`,
      headers: { 'Content-Type': 'application/json' },
      text: JSON.stringify(objects.slice(from, from + AT_A_TIME)),
    });
    if (!answer.ok) return answer;
    const told = v.safeParse(written, jsonOf(answer.value.text));
    if (answer.value.status !== 200 || !told.success) return refusal(answer.value);
    for (const kind of ['successful', 'failed'] as const)
      for (const [n, one] of Object.entries(told.output[kind])) Object.assign(all[kind], { [Number(n) + from]: one });
  }
  return succeed(all);
}

/** Objects that one request may write (zotero/zotero, server_localAPI.js). */
const AT_A_TIME = 50;

/** Sends a change, once more with another key where Zotero has forgotten this one. */
export async function change(
  way: LocalWay,
  request: Omit<ZoteroRequest, 'method'>,
): Promise<Outcome<ZoteroAnswer, ZoteroProblem>> {
  const send = (key: string) =>
    way.ask({
      ...request,
      method: 'POST',
      headers: { ...localHeaders, 'Zotero-API-Key': key, 'Zotero-Server-ID': way.server, ...request.headers },
    });
  const answer = await send(way.key());
  if (!answer.ok || answer.value.status !== 401) return answer;
  const key = await way.renew();
  return key.ok ? send(key.value) : key;
}

/** What an answer that is not the one hoped for means. */
export function refusal({ status, text }: ZoteroAnswer): {
  readonly ok: false;
  readonly problem: { readonly code: ZoteroProblem; readonly detail?: string };
} {
  if (status === 403) return fail('read-only');
  if (status === 401) return fail('denied');
  return fail('refused', `${status} ${text.slice(0, 200)}`.trim());
}

/** Signs of Zotero's keys (zotero/utilities, `generateObjectKey`). */
const keySigns = '23456789ABCDEFGHIJKLMNPQRSTUVWXYZ';

/** A new key, as Zotero makes them: eight signs by chance. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(8)), (n) => keySigns[n % keySigns.length]).join('');
