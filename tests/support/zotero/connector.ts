import { createHash, randomBytes } from 'node:crypto';
import { places, type StandInState, store } from './state.ts';

/** A request as the stand-in reads it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Status, body, headers. */
export type Told = readonly [number, unknown?, Record<string, string>?];

const newKey = (): string => randomBytes(4).toString('hex').toUpperCase();
const json = (asked: Asked): Record<string, unknown> => JSON.parse(asked.body.toString('utf8'));

/** The connector's interface, as server_connector.js of Zotero 7 to 10 answers. */
export function connector(state: StandInState, asked: Asked): Told {
  const { options, sessions } = state;
  const name = asked.path.replace('/connector/', '');
  if (name === 'ping') return [200, { prefs: { supportsAttachmentUpload: true } }];
  if (name === 'getSelectedCollection') return [200, selected(state)];
  if (name === 'saveItems') {
    const { sessionID, items } = json(asked) as { sessionID: string; items: Record<string, unknown>[] };
    if (sessions.has(sessionID)) return [409, { error: 'SESSION_EXISTS' }];
    const saved = new Map<string, string>();
    sessions.set(sessionID, saved);
    if (!options.editable) return [500, { libraryEditable: false }];
    for (const { id, notes, tags, ...fields } of items) {
      const key = newKey();
      const automatic = (tags as { tag: string }[]).map(({ tag }) => ({ tag, type: 1 }));
      store(state, key, { ...fields, tags: automatic, place: options.selected });
      for (const note of notes as { note: string }[])
        store(state, newKey(), { itemType: 'note', parentItem: key, note: note.note });
      saved.set(String(id), key);
    }
    return [201];
  }
  if (name === 'updateSession') return place(state, json(asked));
  if (name === 'saveAttachment') return attach(state, asked);
  return [404, 'No endpoint found\n'];
}

function selected({ options }: StandInState) {
  const at = places.find(({ id }) => id === options.selected) ?? places[0];
  const library = at?.id === 'L5' || at?.id === 'C6' ? places[4] : places[0];
  const isLibrary = at?.level === 0;
  const { filesEditable, editable } = options;
  return {
    libraryID: Number(library?.id.slice(1)),
    libraryName: library?.name,
    libraryEditable: editable,
    filesEditable,
    editable,
    id: isLibrary ? null : Number(at?.id.slice(1)),
    name: at?.name,
    targets: editable ? places.map(({ id, name, level }) => ({ id, name, level, filesEditable })) : [],
    tags: {},
  };
}

function place(state: StandInState, { sessionID, target, tags }: Record<string, unknown>): Told {
  const session = state.sessions.get(String(sessionID));
  if (session === undefined) return [400, { error: 'SESSION_NOT_FOUND' }];
  if (!places.some(({ id }) => id === target)) return [400, { error: 'COLLECTION_NOT_FOUND' }];
  const own = (tags as string[]).map((tag) => ({ tag }));
  for (const key of session.values()) {
    const data: Record<string, unknown> = { ...state.objects.get(key)?.data };
    store(state, key, { ...data, place: target, tags: [...(data['tags'] as object[]), ...own] });
  }
  return [200, {}];
}

function attach(state: StandInState, asked: Asked): Told {
  const told = asked.headers['x-metadata'];
  if (told === undefined) return [400, { error: 'METADATA_NOT_PROVIDED' }];
  const { sessionID, parentItemID, title, url } = JSON.parse(told);
  const session = state.sessions.get(sessionID ?? asked.query.get('sessionID'));
  if (session === undefined) return [400, { error: 'SESSION_NOT_FOUND' }];
  if (!state.options.filesEditable) return [200, 'Library files are not editable.'];
  const parentItem = session.get(parentItemID);
  if (parentItem === undefined) return [500, 'An error occurred\n'];
  const key = newKey();
  store(state, key, { itemType: 'attachment', parentItem, title, url, contentType: asked.headers['content-type'] });
  const md5 = createHash('md5').update(asked.body).digest('hex');
  state.files.set(key, { bytes: asked.body, md5, name: title });
  return [201];
}
