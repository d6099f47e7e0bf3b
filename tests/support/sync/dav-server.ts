import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { davFiles } from './dav-answers.ts';

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
  const { files, folders, answer } = davFiles(listed);
  const asked: string[] = [];
  const next: DavServer['next'] = [];
  const wanted = `Basic ${Buffer.from('reader:app-password').toString('base64')}`;

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
