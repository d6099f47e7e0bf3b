import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskZotero } from '../../../lib/zotero/ask.ts';
import { answerOf } from './answerer.ts';
import type { Asked, Told } from './connector.ts';
import type { StandInState } from './state.ts';

/** A stand-in for Zotero on this computer. */
export interface StandIn {
  /** Asks it as the background does. */
  readonly ask: AskZotero;
  readonly close: () => Promise<void>;
}

/**
 * Listens on a port of this computer (23119 is Zotero's own, 0 any) and answers as Zotero's server does (server.js, as published in
 * zotero/zotero f2a42be): a browser that does not name the connector's version gets no answer at all, a foreign host 400.
 */
export async function serveZotero(state: StandInState, port = 0): Promise<StandIn> {
  const server = createServer(async (request, response) => {
    const asked = await read(request);
    const isBrowser = asked.headers['user-agent']?.startsWith('Mozilla/') || asked.headers['origin'] !== undefined;
    const named = asked.headers['x-zotero-connector-api-version'] ?? asked.headers['zotero-allowed-request'];
    if (isBrowser && named === undefined) {
      state.log.push(`${asked.method} ${asked.path} closed`);
      return void response.destroy();
    }
    const host = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(asked.headers['host'] ?? '');
    const [status, body, headers = {}] = host ? answerOf(state, asked) : ([400, 'Invalid Host header\n'] as Told);
    state.log.push(`${asked.method} ${asked.path} ${status}`);
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { ...headers, 'X-Zotero-Version': state.options.version });
    response.end(text);
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const { port: listening } = server.address() as AddressInfo;
  return { ask: askAt(listening), close: () => new Promise((done) => void server.close(() => done())) };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? '', path: pathname, query: searchParams, headers, body: Buffer.concat(parts) };
}

/** As the background asks, with the name of a browser; Node's own `fetch` refuses what is no Latin-1 in a header, as browsers do. */
const askAt =
  (port: number): AskZotero =>
  async ({ method, path, headers, text, base64 }) => {
    const body = base64 === undefined ? text : Buffer.from(base64, 'base64');
    try {
      const told = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { ...headers, 'User-Agent': 'Mozilla/5.0', Connection: 'close' },
        ...(body !== undefined && { body }),
      });
      return {
        ok: true,
        value: { status: told.status, headers: Object.fromEntries(told.headers), text: await told.text() },
      };
    } catch {
      return { ok: false, problem: { code: 'not-running' } };
    }
  };
