import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { couchFolder } from '../../setup/couch.ts';
import { asReader, emptyCouch, givenCouches } from './given-servers.ts';
import type { RealServer } from './real-dav.ts';

/**
 * express-pouchdb, which speaks CouchDB's protocol and is not CouchDB, as a process of its own; or the one at that place of those that were given instead.
 * Its address is the server's, without a database.
 */
export async function startCouch(at = 0): Promise<RealServer> {
  const given = givenCouches();
  if (given.length > 0) return emptyCouch(given[at % given.length] ?? '');
  const own = mkdtempSync(join(tmpdir(), 'wencun-couch-'));
  // It writes a log where it is started.
  const child = spawn(process.execPath, [join(couchFolder, 'serve.mjs')], {
    cwd: own,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = (): void => {
    child.kill('SIGTERM');
    rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /^http:\S+/.exec(line) ?? [];
    if (address !== undefined) return { address, close };
  }
  close();
  throw new Error('The server did not start.');
}

/** Has a server bring a database of one server to another, once, by CouchDB's replication. */
export async function replicate(from: string, to: string): Promise<void> {
  const named = (address: string): string => address.replace(/\/$/, '').replace('//', '//reader:app-password@');
  const answer = await fetch(new URL('/_replicate', to), {
    method: 'POST',
    headers: { ...asReader, 'content-type': 'application/json' },
    body: JSON.stringify({ source: named(from), target: named(to) }),
  });
  if (!answer.ok) throw new Error(`The database was not replicated: ${answer.status} ${await answer.text()}`);
}

/** Lets an account that is no administrator read and write a database: a new one of CouchDB is for administrators alone. */
export async function letIn(database: string, name: string): Promise<void> {
  const answer = await fetch(new URL('_security', database), {
    method: 'PUT',
    headers: { ...asReader, 'content-type': 'application/json' },
    body: JSON.stringify({ admins: { names: [], roles: [] }, members: { names: [name], roles: [] } }),
  });
  if (!answer.ok) throw new Error(`Nobody was let in: ${answer.status} ${await answer.text()}`);
}
