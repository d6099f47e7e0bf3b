import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** When in a request the worker is ended: before the server hears of it, or when it has done it and nobody has its answer. */
export type KillMoment = 'before' | 'after';

/** Stands between a browser and its server, and has something done in the midst of one request. */
export interface KillingProxy {
  readonly address: string;
  /** Requests since `arm`. */
  readonly count: () => number;
  /** Counts anew; at request `at`, from 1, `kill` is awaited and the browser has no answer. */
  readonly arm: (at: number, moment: KillMoment, kill: () => Promise<void>) => void;
  readonly disarm: () => void;
  readonly close: () => Promise<void>;
}

/** Starts one before a server of this computer. */
export async function killingProxy(server: string): Promise<KillingProxy> {
  const { hostname, port } = new URL(server);
  const held: { n: number; at: number; moment: KillMoment; kill: () => Promise<void> } = {
    n: 0,
    at: 0,
    moment: 'before',
    kill: async () => undefined,
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    held.n += 1;
    const isTheOne = held.n === held.at;
    const body = await bytesOf(request);
    if (isTheOne && held.moment === 'before') {
      await held.kill();
      return void response.destroy();
    }
    const { method, url: path, headers } = request;
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      ask({ hostname, port, method, path, headers: { ...headers, host: `${hostname}:${port}` } }, resolve)
        .on('error', reject)
        .end(body),
    );
    const content = await bytesOf(answer);
    if (isTheOne) {
      await held.kill();
      return void response.destroy();
    }
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(content);
  };
  const proxy = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`,
    count: () => held.n,
    arm: (at, moment, kill) => {
      Object.assign(held, { n: 0, at, moment, kill });
    },
    disarm: () => {
      Object.assign(held, { n: 0, at: 0 });
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
