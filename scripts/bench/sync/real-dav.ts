import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** A program from Debian that serves a folder by WebDAV. */
export interface RealServer {
  readonly address: string;
  readonly close: () => void;
}

/** The path of a program, in the PATH or where Debian puts servers; null where it is not installed. */
export const programPath = (name: string): string | null =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null;

/** `rclone serve webdav`, which looks at no precondition and keeps no etag. */
export const startRclone = (program: string): Promise<RealServer> =>
  started((folder, port) =>
    spawn(
      program,
      ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`, '--user', 'reader', '--pass', 'app-password'],
      {
        stdio: 'ignore',
        env: { ...process.env, RCLONE_CONFIG: '/notfound' },
      },
    ),
  );

/** Apache with mod_dav, which a reader's own server often is. */
export const startApache = (program: string): Promise<RealServer> =>
  started((folder, port) => {
    const own = join(folder, '..');
    const modules = [join(dirname(program), '../lib/apache2/modules'), '/usr/lib/apache2/modules'].find((path) =>
      existsSync(path),
    );
    const load = ['mpm_event', 'authz_core', 'dav', 'dav_fs']
      .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
      .join('\n');
    writeFileSync(
      join(own, 'httpd.conf'),
      `ServerRoot ${own}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${own}/pid\nErrorLog ${own}/log\n${load}\nDavLockDB ${own}/locks\nDocumentRoot ${folder}\n<Directory ${folder}>\nDav On\nRequire all granted\n</Directory>\n`,
    );
    return spawn(program, ['-f', join(own, 'httpd.conf'), '-DFOREGROUND'], { stdio: 'ignore' });
  });

async function started(start: (folder: string, port: number) => ChildProcess): Promise<RealServer> {
  const own = mkdtempSync(join(tmpdir(), 'wencun-dav-'));
  mkdirSync(join(own, 'files'));
  const port = await freePort();
  const child = start(join(own, 'files'), port);
  const close = (): void => {
    child.kill('SIGTERM');
    rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const address = `http://127.0.0.1:${port}/`;
  for (let at = 0; at < 200; at += 1) {
    const isUp = await fetch(address, { method: 'OPTIONS' }).then(
      () => true,
      () => false,
    );
    if (isUp) return { address, close };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  close();
  throw new Error('The server did not start.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
