import { describe, expect, it } from 'vitest';
import { base64OfBytes } from '../../../lib/essay/base64.ts';
import { lockedStorage } from '../../../lib/sync/lock/locked-storage.ts';
import { seal } from '../../../lib/sync/lock/seal.ts';
import { newLock, unlock, type VaultLock } from '../../../lib/sync/lock/vault-lock.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { memoryReplica } from '../../support/sync/memory-replica.ts';
import { memoryStorage } from '../../support/sync/memory-storage.ts';
import { randomOf } from '../../support/sync/random.ts';

const START = Date.UTC(2026, 10, 27);
const SECRET = '只有自己知道的一句话';

async function world() {
  const time = { at: START };
  const now = (): number => {
    time.at += 1000;
    return time.at;
  };
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const [one, other] = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
  one.write([{ table: 'tags', key: 't', row: { id: 't', name: '绝密标签', folded: '绝密标签' } }]);
  const { lock, key } = await newLock(SECRET);
  const plain = storage.seenBy('aaaa');
  const sync = (replica: typeof one, over: SyncStorage, lock: VaultLock | null) =>
    syncOnce(replica, over, { now, lock });
  return { one, other, sync, plain, lock, key, sealed: lockedStorage(plain, key), files: storage.files('aaaa') };
}

/** A lock as earlier versions made it: of a passphrase with the blanks around it. */
async function lockAsIs(passphrase: string): Promise<{ readonly lock: VaultLock }> {
  const salt = new Uint8Array(16).fill(7);
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 };
  const key = await crypto.subtle.deriveKey(by, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const check = await seal(key, 'wencun-sync', new TextEncoder().encode('wencun-sync'));
  const way = 'PBKDF2-SHA-256, AES-256-GCM' as const;
  return { lock: { way, iterations: 600_000, salt: base64OfBytes(salt), check: base64OfBytes(check) } };
}

describe('a folder with a passphrase', () => {
  it('shows nothing of what is in it, and is read by whoever knows it', async () => {
    const { one, other, sync, plain, lock, sealed, files } = await world();
    expect(await sync(one, sealed, lock)).toMatchObject({ ok: true });
    const texts = [...files.values()].map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(texts.filter((text) => /绝密标签|aaaa/.test(text))).toEqual([]);
    const there = await unlock(SECRET, lock);
    if (there === null) throw new Error('The passphrase is the right one.');
    expect(await sync(other, lockedStorage(plain, there.key), there.lock)).toMatchObject({ ok: true });
    expect(other.rows('tags').get('t')).toMatchObject({ name: '绝密标签' });
    // Nothing new is nothing new, also where files are longer than what is in them.
    expect(await sync(one, sealed, lock)).toMatchObject({ ok: true, value: { notices: [], sent: 0 } });
  });

  it('is the same for a passphrase that another keyboard writes otherwise', async () => {
    const { lock } = await newLock('cafe\u0301 １２');
    expect(await unlock('caf\u00e9 12', lock)).not.toBeNull();
    expect(await unlock('cafe 12', lock)).toBeNull();
  });

  it('is the same for a passphrase that is copied with blanks around it, on either side', async () => {
    const { lock } = await newLock(' 一句 话\n');
    expect(await unlock('一句 话', lock)).not.toBeNull();
    expect(await unlock('\u3000一句\u3000话 ', lock)).not.toBeNull();
    expect(await unlock('一句话', lock)).toBeNull();
    const blanks = await newLock('  ');
    expect(await unlock('  ', blanks.lock)).not.toBeNull();
    expect(await unlock('', blanks.lock)).toBeNull();
  });

  it('is opened by the very passphrase that an earlier version took with its blanks', async () => {
    const { lock } = await lockAsIs('一句 ');
    expect(await unlock('一句 ', lock)).not.toBeNull();
    expect(await unlock('一句', lock)).toBeNull();
  });

  it('is left as it is by a device without the passphrase, or with another', async () => {
    const { one, other, sync, plain, lock, sealed, files } = await world();
    await sync(one, sealed, lock);
    const before = [...files.keys()];
    expect(await sync(other, plain, null)).toMatchObject({ problem: { code: 'needs-passphrase' } });
    const another = await newLock('另一句');
    expect(await sync(other, lockedStorage(plain, another.key), another.lock)).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    });
    expect([...files.keys()]).toEqual(before);
    expect(other.rows('tags').size).toBe(0);
  });

  it('is not made of one that has none', async () => {
    const { one, other, sync, plain, lock, sealed } = await world();
    await sync(one, plain, null);
    expect(await sync(other, sealed, lock)).toMatchObject({ problem: { code: 'not-encrypted' } });
  });

  it('takes a file that was changed, cut off, or put in the place of another for a torn one', async () => {
    const { one, other, sync, lock, sealed, files } = await world();
    await sync(one, sealed, lock);
    const [path, file] = [...files].find(([name]) => name.endsWith('.seg')) ?? [];
    if (path === undefined || file === undefined) throw new Error('There is no segment.');
    const put = (bytes: Uint8Array<ArrayBuffer>) => files.set(path, { ...file, bytes });
    const flipped = file.bytes.slice();
    flipped.set([(flipped[40] ?? 0) ^ 1], 40);
    const elsewhere = files.get('wencun/heads/aaaa.json')?.bytes ?? new Uint8Array();
    for (const bytes of [flipped, file.bytes.slice(0, 50), elsewhere, new Uint8Array()]) {
      put(bytes);
      expect(await sync(other, sealed, lock)).toMatchObject({ ok: true, value: { notices: [{ notice: 'half' }] } });
    }
    put(file.bytes);
    expect(await sync(other, sealed, lock)).toMatchObject({ ok: true, value: { notices: [] } });
    expect(other.rows('tags').size).toBe(1);
  });
});
