/** An answer of the stand-in. */
export interface DavAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Files and folders that answer as 坚果云 does, as far as is known of it. */
export interface DavFiles {
  readonly files: Map<string, Buffer>;
  readonly folders: Set<string>;
  readonly answer: (method: string, path: string, body: Buffer) => DavAnswer;
}

/** Files in memory; `listed`: entries that a listing has at most. Paths begin at `/dav`. */
export function davFiles(listed = 750): DavFiles {
  const files = new Map<string, Buffer>();
  const folders = new Set(['/dav']);
  const writes = { count: 0, tags: new Map<string, number>() };
  const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
  const entryOf = (name: string, bytes: Buffer): string =>
    `<d:response><d:href>${name.split('/').map(encodeURIComponent).join('/')}</d:href><d:propstat><d:prop><d:getetag>"${writes.tags.get(name)}"</d:getetag><d:getcontentlength>${bytes.length}</d:getcontentlength><d:resourcetype/></d:prop></d:propstat></d:response>`;

  const listing = (path: string): DavAnswer => {
    const own = files.get(path);
    if (own === undefined && !folders.has(path)) return { status: 404 };
    const inside = [...files].filter(([name]) => parentOf(name) === path).slice(0, listed - 1);
    const folder = `<d:response><d:href>${path}/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop></d:propstat></d:response>`;
    const entries =
      own === undefined ? [folder, ...inside.map(([name, bytes]) => entryOf(name, bytes))] : [entryOf(path, own)];
    return {
      status: 207,
      body: `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:s="http://ns.jianguoyun.com">${entries.join('')}</d:multistatus>`,
    };
  };

  const answer = (method: string, path: string, body: Buffer): DavAnswer => {
    if (method === 'PROPFIND') return listing(path);
    if (method === 'GET') {
      const bytes = files.get(path);
      if (bytes === undefined) return { status: folders.has(parentOf(path)) ? 404 : 409 };
      return { status: 200, body: bytes };
    }
    if (method === 'PUT') {
      if (!folders.has(parentOf(path))) return { status: 409 };
      const isNew = !files.has(path);
      writes.count += 1;
      writes.tags.set(path, writes.count);
      files.set(path, body);
      return { status: isNew ? 201 : 204 };
    }
    if (method === 'MKCOL') {
      const folder = path.replace(/\/$/, '');
      if (folders.has(folder)) return { status: 405 };
      if (!folders.has(parentOf(folder))) return { status: 409 };
      folders.add(folder);
      return { status: 201 };
    }
    if (method === 'DELETE') return { status: files.delete(path) ? 204 : 404 };
    return { status: 405 };
  };
  return { files, folders, answer };
}

/** What stands between a program and its server: it may answer itself, do nothing, or change what comes back. `done` asks the server. */
export type Meddler = (
  request: { readonly method: string; readonly path: string; readonly body: Buffer; readonly n: number },
  done: () => DavAnswer,
) => DavAnswer | 'cut';

/** `fetch` over such files without a network, for tests that ask much: `meddle` is asked at each request, which `n` counts from 1. */
export function davFetch(dav: DavFiles, held: { meddle: Meddler | null; n: number }): typeof fetch {
  return async (input, init) => {
    held.n += 1;
    const { n } = held;
    const { pathname } = new URL(String(input));
    const path = decodeURIComponent(pathname).replace(/(?<=.)\/$/, '');
    const method = init?.method ?? 'GET';
    const body = Buffer.from(await new Response(init?.body ?? '').arrayBuffer());
    const done = (): DavAnswer => dav.answer(method, path, body);
    const answer = held.meddle === null ? done() : held.meddle({ method, path, body, n }, done);
    if (answer === 'cut') throw new TypeError('fetch failed');
    const { status, headers, body: content = '' } = answer;
    const isEmpty = status === 204 || status === 304;
    return new Response(isEmpty ? null : typeof content === 'string' ? content : new Uint8Array(content), {
      status,
      ...(headers !== undefined && { headers: { ...headers } }),
    });
  };
}
