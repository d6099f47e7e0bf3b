import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
/** Where files are that one computer's page hands to another's. */
const CARRIED = '/carried';

/** Serves a built page on this computer, and holds what one browser's page hands to another's. Gives its address and what ends it. */
export async function servePage(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const carried = new Map<string, { readonly tag: string; readonly bytes: Buffer }>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.slice(CARRIED.length + 1);
    if (request.method === 'PUT') {
      void bytesOf(request).then((bytes) => {
        carried.set(name, { tag: searchParams.get('tag') ?? '', bytes });
        response.end();
      });
      return;
    }
    if (pathname === CARRIED) {
      response.end(JSON.stringify([...carried].map(([path, { tag }]) => ({ path, tag }))));
      return;
    }
    const path = join(folder, pathname);
    const bytes = carried.get(name)?.bytes ?? (existsSync(path) ? readFileSync(path) : null);
    response.writeHead(bytes === null ? 404 : 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    });
    response.end(bytes ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
