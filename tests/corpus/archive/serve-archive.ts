import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStandInArchive, type StandInArchive } from './archive.ts';
import type { Capture } from './capture.ts';
import type { ArchiveSettings } from './settings.ts';

/** A stand-in archive on a port of this machine. */
export interface ServedArchive extends StandInArchive {
  /** `http://127.0.0.1:PORT`. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** Serves a stand-in archive until it is closed. Where it blocks whoever asks, it cuts the connection. */
export async function serveArchive(
  captures: readonly Capture[],
  given: Partial<ArchiveSettings> = {},
  now?: () => number,
): Promise<ServedArchive> {
  const held: { archive: StandInArchive | null } = { archive: null };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method = 'GET', url: path = '/', headers } = request;
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const answer = held.archive?.answer({ method, path, headers: flat, body }) ?? 'blocked';
    if (answer === 'blocked') request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const archive = createStandInArchive(captures, { base, ...given }, now);
  held.archive = archive;
  return {
    ...archive,
    base,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
