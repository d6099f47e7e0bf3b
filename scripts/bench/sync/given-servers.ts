import type { RealServer } from './real-dav.ts';

/** Who the servers of tests know: an administrator and, without that right, `member` with the same password. */
export const asReader = { authorization: `Basic ${Buffer.from('reader:app-password').toString('base64')}` };

/**
 * Addresses of servers of CouchDB itself that tests are to speak with, in WENCUN_COUCH with blanks between; none where it is not set. They are of this computer
 * and for tests alone, since all their databases are deleted.
 */
export const givenCouches = (): readonly string[] => {
  const addresses = (process.env['WENCUN_COUCH'] ?? '').split(' ').filter(Boolean);
  for (const address of addresses)
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname))
      throw new Error(`${address} is not of this computer: all its databases would be deleted.`);
  return addresses;
};

/** One of them, without a database, as if it had just been started. */
export async function emptyCouch(address: string): Promise<RealServer> {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, address), { ...init, headers: { ...asReader, 'content-type': 'application/json' } });
  const names: unknown = await (await ask('_all_dbs')).json();
  if (!Array.isArray(names)) throw new Error(`${address} is no CouchDB that knows reader.`);
  for (const name of names.map(String).filter((one) => !one.startsWith('_')))
    await ask(encodeURIComponent(name), { method: 'DELETE' });
  const member = { name: 'member', password: 'app-password', roles: [], type: 'user' };
  // 409: it is known already.
  await ask('_users/org.couchdb.user:member', { method: 'PUT', body: JSON.stringify(member) });
  return { address, close: () => undefined };
}
