import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createStandInArchive, type StandInArchive } from '../../../tests/corpus/archive/archive.ts';
import type { Capture } from '../../../tests/corpus/archive/capture.ts';
import type { ArchiveSettings } from '../../../tests/corpus/archive/settings.ts';
import { selfSignedCertificate } from '../../../tests/corpus/portal/certificate.ts';

/** A stand-in archive under the Wayback Machine's own address, for a browser on this machine. */
export interface ArchiveHost {
  readonly archive: StandInArchive;
  /** Chromium's `--host-resolver-rules`: the archive here, every other host nowhere. */
  readonly resolverRules: string;
  readonly close: () => Promise<void>;
}

/** Serves captures as `https://web.archive.org` until it is closed. */
export async function hostArchive(
  captures: readonly Capture[],
  given: Partial<ArchiveSettings> = {},
): Promise<ArchiveHost> {
  const archive = createStandInArchive(captures, given);
  const server = createServer(selfSignedCertificate('Wencun stand-in archive'), (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { method = 'GET', url: path = '/' } = request;
    const answer = archive.answer({ method, path, headers, body: '' });
    if (answer === 'blocked') request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    archive,
    resolverRules: `MAP web.archive.org:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
