import { createHash, randomBytes } from 'node:crypto';
import type { Asked, Told } from './connector.ts';
import { places, type StandInObject, type StandInState, store } from './state.ts';

/** Which Zotero the stand-in is. */
export const SERVER = 'stand-in-1';

/** The local interface of Zotero 10, as server_localAPI.js answers; of older ones only `/api/` is asked. */
export function localApi(state: StandInState, asked: Asked): Told {
  const { options } = state;
  if (options.localApi === 'none') return asked.path === '/api/' ? [200, 'Nothing to see here.'] : [404, 'Not found'];
  if (options.localApi === 'off') return [403, 'Local API is not enabled'];
  const [status, body, headers = {}] = answer(state, asked);
  return [status, body, { ...headers, 'Zotero-API-Version': '3', 'Zotero-Server-ID': SERVER }];
}

function answer(state: StandInState, asked: Asked): Told {
  const { method, path, headers } = asked;
  if (path === '/api/') return [200, 'Nothing to see here.'];
  if (path === '/api/local/authorize') return authorize(state);
  if (path.startsWith('/api/local/uploads/')) return receive(state, asked);
  const provided = headers['zotero-server-id'];
  if (method === 'POST' && provided === undefined) return [428, 'Zotero-Server-ID not provided'];
  if (provided !== undefined && provided !== SERVER) return [412, 'Zotero-Server-ID does not match this server'];
  if (method === 'POST' && !admits(state, headers['zotero-api-key'] ?? '')) return [401, 'Invalid or expired API key'];
  if (method === 'POST' && !state.options.editable) return [403, 'Write access denied'];
  return method === 'GET' ? read(state, asked) : write(state, asked);
}

function authorize(state: StandInState): Told {
  const { answer } = state.options;
  if (answer === 'deny') return [403, { denied: true }];
  const key = randomBytes(16).toString('hex');
  state.keys.set(key, answer);
  return [200, { key, remember: answer === 'always' }];
}

function admits({ keys }: StandInState, key: string): boolean {
  const kind = keys.get(key);
  if (kind === 'once') keys.delete(key);
  return kind !== undefined;
}

const tell = ({ key, version, data }: StandInObject) => ({ key, version, data });

function read({ objects, files }: StandInState, { path, query }: Asked): Told {
  const [, , library, number, kind, key, below] = path.split('/');
  if (path === '/api/users/0/groups') return [200, [{ id: 4711, data: { name: '课题组' } }]];
  if (kind === 'collections') {
    const own = library === 'users' ? ['C2', 'C3', 'C4'] : ['C6'];
    const list = places.filter(({ id }) => own.includes(id));
    return [200, list.map(({ key, name, parent }) => ({ key, data: { name, parentCollection: parent || false } }))];
  }
  if (number === undefined || kind !== 'items') return [404, 'Not found'];
  const withFile = (object: StandInObject) => {
    const file = files.get(object.key);
    return file === undefined ? tell(object) : { ...tell(object), data: { ...object.data, md5: file.md5 } };
  };
  if (key === 'top') {
    const words = query.get('q') ?? '';
    const found = [...objects.values()].filter(
      ({ data }) => JSON.stringify(data).includes(words) && !data['parentItem'],
    );
    return [200, found.map(withFile)];
  }
  const object = objects.get(key ?? '');
  if (object === undefined) return [404, 'Not found'];
  if (below !== 'children') return [200, withFile(object)];
  return [200, [...objects.values()].filter(({ data }) => data['parentItem'] === key).map(withFile)];
}

function write(state: StandInState, asked: Asked): Told {
  const [, , , , , key, below] = asked.path.split('/');
  if (below === 'file') return giveFile(state, key ?? '', asked);
  const successful: Record<string, unknown> = {};
  const failed: Record<string, unknown> = {};
  const unchanged: Record<string, string> = {};
  const body = JSON.parse(asked.body.toString('utf8')) as Record<string, unknown>[];
  if (body.length > 50) return [413, 'Cannot add more than 50 items at a time'];
  for (const [n, { key, version, ...fields }] of body.entries()) {
    const there = state.objects.get(String(key));
    const expected = Number(version);
    if (there !== undefined && expected !== there.version)
      failed[n] = { key, code: 412, message: `item version mismatch: expected ${expected}, found ${there.version}` };
    else if (there === undefined && expected > 0) failed[n] = { key, code: 404, message: "item doesn't exist" };
    else if (!/^[23456789ABCDEFGHIJKLMNPQRSTUVWXYZ]{8}$/.test(String(key)) && there === undefined)
      failed[n] = { key, code: 400, message: 'Invalid key' };
    else {
      const merged = { ...there?.data, ...fields };
      successful[n] = tell(store(state, String(key), merged));
    }
  }
  return [200, { successful, success: {}, unchanged, failed }];
}

function giveFile(state: StandInState, key: string, { body, headers }: Asked): Told {
  if (!state.options.filesEditable) return [403, 'File editing denied'];
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return [400, 'Content-Type must be a form'];
  const form = new Map(
    body
      .toString('utf8')
      .split('&')
      .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
  );
  const there = state.files.get(key);
  const match = headers['if-match'];
  if (match === undefined && headers['if-none-match'] !== '*')
    return [428, 'If-Match/If-None-Match header not provided'];
  if (match === undefined ? there !== undefined : there?.md5 !== match) return [412, 'ETag does not match'];
  const upload = form.get('upload');
  if (upload !== undefined) {
    const sent = state.uploads.get(upload);
    if (sent?.item !== key || sent.bytes === null) return [400, 'File contents were not uploaded'];
    state.files.set(key, { bytes: sent.bytes, md5: sent.md5, name: sent.name });
    return [204];
  }
  const [md5, name, size, mtime] = ['md5', 'filename', 'filesize', 'mtime'].map((part) => form.get(part) ?? '');
  if (!/^[a-f0-9]{32}$/.test(md5 ?? '') || !name || !size || Number(mtime) < 10_000_000_000) return [400, 'Bad form'];
  if (/[/\\]/.test(name)) return [400, 'Invalid file name'];
  const uploadKey = randomBytes(16).toString('hex');
  state.uploads.set(uploadKey, { item: key, md5: md5 ?? '', name, bytes: null });
  return [200, { url: `http://${headers['host']}/api/local/uploads/${uploadKey}`, uploadKey, prefix: '', suffix: '' }];
}

function receive({ uploads }: StandInState, { path, body }: Asked): Told {
  const upload = uploads.get(path.split('/').at(-1) ?? '');
  if (upload === undefined) return [404, 'Unknown or expired upload key'];
  if (createHash('md5').update(body).digest('hex') !== upload.md5) return [400, 'File MD5 does not match'];
  upload.bytes = body;
  return [201];
}
