import * as v from 'valibot';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { type AskZotero, localHeaders } from '../ask.ts';
import { pathOf, type ZoteroState } from '../connector/target.ts';
import type { ZoteroProblem } from '../problems.ts';

/**
 * Whether this Zotero takes changes by its local interface: it says which one it is since it does (Zotero 10, server_localAPI.js).
 * `off`: it could, and the reader has not allowed it in its settings.
 */
export type LocalApi =
  | { readonly is: 'open'; readonly server: string }
  | { readonly is: 'off' }
  | { readonly is: 'none' };

/** Asks whether the local interface takes changes. */
export async function askLocalApi(ask: AskZotero, version: string): Promise<LocalApi> {
  const root = await ask({ method: 'GET', path: '/api/', headers: localHeaders });
  if (!root.ok) return { is: 'none' };
  const { status, headers } = root.value;
  const server = headers['zotero-server-id'] ?? '';
  if (status === 200 && server !== '') return { is: 'open', server };
  return status === 403 && Number.parseInt(version, 10) >= FIRST_THAT_WRITES ? { is: 'off' } : { is: 'none' };
}

/** The first Zotero whose local interface takes changes. */
const FIRST_THAT_WRITES = 10;

/** A library and a collection of it, as the local interface names them. */
export interface LocalPlace {
  /** `users/0` or `groups/4711`. */
  readonly library: string;
  /** The key of the collection, null for the library itself. */
  readonly collection: string | null;
}

const groups = v.array(v.object({ id: v.number(), data: v.object({ name: v.string() }) }));
const collections = v.array(
  v.object({
    key: v.string(),
    data: v.object({ name: v.string(), parentCollection: v.union([v.string(), v.boolean()]) }),
  }),
);

/** The number that Zotero gives to the reader's own library (zotero/zotero, userdata.sql). */
const OWN_LIBRARY = 'L1';

/**
 * The same place by the local interface: the connector tells numbers, the local interface keys, so that it is found by the names that
 * lead to it. Null where two have the same names: which is meant cannot be known.
 */
export async function localPlace(ask: AskZotero, { targets }: ZoteroState, id: string): Promise<LocalPlace | null> {
  const [library, ...path] = pathOf(targets, id);
  if (library === undefined) return null;
  const read = async <S extends v.GenericSchema>(where: string, shape: S): Promise<v.InferOutput<S> | null> => {
    const answer = await ask({ method: 'GET', path: `/api/${where}`, headers: localHeaders });
    const told = v.safeParse(shape, answer.ok && answer.value.status === 200 ? jsonOf(answer.value.text) : null);
    return told.success ? told.output : null;
  };
  let prefix = 'users/0';
  if (library.id !== OWN_LIBRARY) {
    const named = (await read('users/0/groups', groups))?.filter(({ data }) => data.name === library.name) ?? [];
    if (named.length !== 1) return null;
    prefix = `groups/${named[0]?.id}`;
  }
  if (path.length === 0) return { library: prefix, collection: null };
  const all = (await read(`${prefix}/collections`, collections)) ?? [];
  let parents: readonly (string | false)[] = [false];
  for (const { name } of path) {
    parents = all
      .filter(
        ({ data }) =>
          data.name === name && parents.includes(data.parentCollection === true ? false : data.parentCollection),
      )
      .map(({ key }) => key);
  }
  const [key] = parents;
  return parents.length === 1 && typeof key === 'string' ? { library: prefix, collection: key } : null;
}

const allowed = v.object({ key: v.string(), remember: v.boolean() });

/**
 * Asks Zotero for a key; Zotero asks the reader. A key for one change is of no use: a sending is several. Waits for the reader.
 */
export async function askForKey(ask: AskZotero): Promise<Outcome<string, ZoteroProblem>> {
  const answer = await ask({
    method: 'POST',
    path: '/api/local/authorize',
    headers: { ...localHeaders, 'Content-Type': 'application/json' },
    text: JSON.stringify({ appName: '文存 Wencun' }),
  });
  if (!answer.ok) return answer;
  const { status, text } = answer.value;
  if (status === 403) return fail('denied');
  if (status === 429) return fail('asked-too-often');
  const told = v.safeParse(allowed, jsonOf(text));
  if (status !== 200 || !told.success) return fail('refused', `${status} ${text.slice(0, 200)}`);
  return told.output.remember ? succeed(told.output.key) : fail('allowed-once');
}
