import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server for tests that answers as 坚果云 does, as far as is known of it. */
export interface DavServer {
  readonly address: string;
  readonly files: Map<string, Buffer>;
  readonly folders: Set<string>;
  /** Every request that came in: `METHOD path`. */
  readonly asked: string[];
  /** Answers that are given in the place of the next ones. */
  readonly next: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }[];
  readonly close: () => Promise<void>;
}

/** What 坚果云 allows. */
export interface DavLimits {
  /** Entries of a listing. */
  readonly listed?: number;
  /** Requests, after which it answers 503. */
  readonly requests?: number;
}

/** Starts the server; `reader` with the password `app-password` may use it. */
export async function davServer({ listed = 750, requests = 600 }: DavLimits = {}): Promise<DavServer> {
  const files = new Map<string, Buffer>();
  const folders = new Set(['/dav']);
  const asked: string[] = [];
  const next: DavServer['next'] = [];
  const writes = { count: 0, tags: new Map<string, number>() };
  const wanted = `Basic ${Buffer.from('reader:app-password').toString('base64')}`;
  const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

  const answer = (method: string, path: string, body: Buffer): { status: number; body?: string | Buffer } => {
    if (method === 'PROPFIND') {
      if (!folders.has(path)) return { status: 404 };
      const inside = [...files].filter(([name]) => parentOf(name) === path).slice(0, listed - 1);
      const entries = inside.map(
        ([name, bytes]) =>
          `<d:response><d:href>${name.split('/').map(encodeURIComponent).join('/')}</d:href><d:propstat><d:prop><d:getetag>"${writes.tags.get(name)}"</d:getetag><d:getcontentlength>${bytes.length}</d:getcontentlength><d:resourcetype/></d:prop></d:propstat></d:response>`,
      );
      const own = `<d:response><d:href>${path}/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop></d:propstat></d:response>`;
      return {
        status: 207,
        body: `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:s="http://ns.jianguoyun.com">${own}${entries.join('')}</d:multistatus>`,
      };
    }
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

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(url).replace(/(?<=.)\/$/, '');
    asked.push(`${method} ${path}`);
    const forced = next.shift();
    if (forced !== undefined) return void response.writeHead(forced.status, forced.headers).end(forced.body);
    if (request.headers.authorization !== wanted)
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="dav"' }).end();
    if (asked.length > requests)
      return void response.writeHead(503).end('<s:exception>BlockedTemporarily</s:exception>');
    const given = answer(method, path, body);
    response.writeHead(given.status, { 'content-type': 'application/octet-stream' }).end(given.body);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}/dav/`, files, folders, asked, next, close };
}
