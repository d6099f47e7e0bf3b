import {
  createServer as createWebServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { selfSignedCertificate } from './certificate.ts';
import { type Answer, answer, sampleHosts, silentHost } from './routes.ts';
import type { NextTrouble } from './trouble.ts';

/** The running sample portal. */
export interface PortalServer {
  /** Port on 127.0.0.1: a web server for every sample host, and an HTTP proxy that knows no other host. */
  readonly port: number;
  /** Chromium's `--host-resolver-rules`: the sample's hosts here, every other host nowhere. */
  readonly resolverRules: string;
  /** Addresses of all pages asked for so far, in order. */
  readonly requests: readonly string[];
  /** Every answer that was given whole, in order. */
  readonly answers: readonly PortalAnswer[];
  /** Shows other bytes under an address from now on, as when an editor corrects a page. */
  readonly show: (page: ExtraPage) => void;
  /** Forgets what was asked, answered and shown beside the sample; false where it was closed. */
  readonly renew: () => boolean;
  readonly close: () => Promise<void>;
}

/** An answer of the portal, and what the request told of whoever asked. */
export interface PortalAnswer {
  readonly address: string;
  readonly status: number;
  readonly asked: IncomingHttpHeaders;
}

/** A page from disk, shown under an address of its own. */
export interface ExtraPage {
  readonly url: string;
  readonly body: Uint8Array;
  /** Content type; `text/html` unless told. */
  readonly type?: string;
  /** Where the server sends whoever asks for it. */
  readonly sendsTo?: string;
}

/** A proxy request names its address whole; a direct one names the path, and its host in a header. */
const addressOf = (request: IncomingMessage): URL =>
  new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the sample portal, and `extra` pages under their own addresses and hosts, until closed; with `trouble`, not every time. */
export async function servePortal(
  extra: readonly ExtraPage[] = [],
  trouble: NextTrouble = () => null,
): Promise<PortalServer> {
  const requests: string[] = [];
  const answers: PortalAnswer[] = [];
  const shown = new Map<string, ExtraPage>();
  const show = (page: ExtraPage): void => void shown.set(new URL(page.url).href, page);
  extra.forEach(show);
  const answerFor = (url: URL): Answer => {
    const page = shown.get(url.href);
    return page ? { status: 200, type: page.type ?? 'text/html', body: page.body } : answer(url);
  };
  const respond: RequestListener = (request, response) => {
    const url = addressOf(request);
    requests.push(url.href);
    if (url.hostname === silentHost) return;
    const { status, type, body } = answerFor(url);
    const sendsTo = shown.get(url.href)?.sendsTo;
    const now = trouble();
    const wait = now?.retryAfter ?? null;
    const send = (): void => {
      response.setHeader('content-type', type);
      response.setHeader('cache-control', 'private');
      response.setHeader('content-length', body.length);
      if (wait !== null) response.setHeader('retry-after', String(wait));
      if (sendsTo !== undefined) response.setHeader('location', sendsTo);
      const usual = sendsTo === undefined ? status : 302;
      response.writeHead(now && now.status !== 200 ? now.status : usual);
      response.on('finish', () =>
        answers.push({ address: url.href, status: response.statusCode, asked: request.headers }),
      );
      response.end(body);
    };
    if (now) setTimeout(send, now.delay);
    else send();
  };

  const web = createWebServer(respond);
  const secure = createSecureServer(selfSignedCertificate('Wencun sample portal'), respond);
  const [port, securePort] = await Promise.all([listen(web), listen(secure)]);
  const sockets = new Set<Socket>();
  for (const server of [web, secure]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }
  web.on('connect', (_request, socket: Socket) => {
    const tunnel = connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on('error', () => socket.destroy());
    socket.on('error', () => tunnel.destroy());
  });

  const hosts = [...sampleHosts, ...extra.map((page) => new URL(page.url).hostname)];
  return {
    port,
    requests,
    answers,
    resolverRules: [
      ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${securePort}, MAP ${host} 127.0.0.1:${port}`),
      'MAP * ~NOTFOUND',
      'EXCLUDE localhost',
      'EXCLUDE 127.0.0.1',
    ].join(', '),
    show,
    renew: () => {
      requests.length = 0;
      answers.length = 0;
      shown.clear();
      extra.forEach(show);
      return web.listening;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([web, secure].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
