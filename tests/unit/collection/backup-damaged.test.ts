import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fullCollection, recordsOf } from '../../support/full-collection.ts';

/** Numbers that look random and are the same in each run (Numerical Recipes' generator). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Bytes = Uint8Array<ArrayBuffer>;
type Mutation = (bytes: Bytes, below: (n: number) => number) => Bytes;

const join = (...parts: Bytes[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
};

const mutations: readonly Mutation[] = [
  // One byte, some bytes, a run of zeroes, the end cut off, a piece taken out, put in, or doubled.
  (bytes, below) => bytes.with(below(bytes.length), below(256)) as Bytes,
  (bytes, below) => {
    const copy = bytes.slice();
    for (let n = 0; n < 20; n += 1) copy[below(copy.length)] = below(256);
    return copy;
  },
  (bytes, below) => bytes.slice().fill(0, below(bytes.length), below(bytes.length)),
  (bytes, below) => bytes.slice(0, below(bytes.length)),
  (bytes, below) => {
    const at = below(bytes.length);
    return join(bytes.slice(0, at), bytes.slice(at + 1 + below(200)));
  },
  (bytes, below) => {
    const at = below(bytes.length);
    return join(bytes.slice(0, at), new Uint8Array(1 + below(64)).fill(below(256)), bytes.slice(at));
  },
  (bytes, below) => {
    const at = below(bytes.length);
    return join(bytes.slice(0, at), bytes.slice(Math.max(0, at - below(500))));
  },
  // The directory at the end, byte by byte: sizes, offsets and names that lie.
  (bytes, below) => bytes.with(bytes.length - 1 - below(Math.min(900, bytes.length)), below(256)) as Bytes,
];

const codes = ['not-a-backup', 'newer-version', 'damaged'];

describe('three hundred damaged backups', () => {
  let whole: Bytes;
  let source: Awaited<ReturnType<typeof recordsOf>>;
  let here: Collection;
  beforeAll(async () => {
    const collection = await fullCollection(6);
    const parts: Bytes[] = [];
    expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
    whole = join(...parts);
    source = await recordsOf(collection);
    here = await fullCollection(2);
  });

  it('are refused with a reason, or hold what the whole one held; nothing stored changes', async () => {
    const below = numbersFrom(7);
    const before = await recordsOf(here);
    let refused = 0;
    for (let n = 0; n < 300; n += 1) {
      const mutation = mutations[n % mutations.length];
      const bytes = mutation?.(whole, below) ?? whole;
      const opened = await openBackup(new Blob([bytes]));
      if (!opened.ok) {
        expect(codes, `mutation ${n}`).toContain(opened.problem.code);
        refused += 1;
        continue;
      }
      // A byte that says nothing, such as a time in the zip: then all of it must come back.
      const other = emptyCollection();
      expectValue(await restoreBackup(other, opened.value, 'merge'));
      expect(await recordsOf(other), `mutation ${n}`).toEqual(source);
    }
    expect(refused).toBeGreaterThan(250);
    expect(await recordsOf(here)).toEqual(before);
  });

  it('are refused at once when they claim to unpack to more than they could hold', async () => {
    const view = new DataView(whole.slice().buffer);
    for (let at = 0; at + 46 < view.byteLength; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 199_000_000, true);
    }
    const opened = await openBackup(new Blob([view.buffer]));
    expect(opened).toEqual({ ok: false, problem: { code: 'not-a-backup' } });
  });
});

describe.each([1, 2])('a backup of version %i', (version) => {
  const fixture = (name: string): Buffer<ArrayBuffer> =>
    readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

  it('restores as it was', async () => {
    const opened = expectValue(await openBackup(new Blob([fixture(`backup-v${version}.zip`)])));
    const collection = emptyCollection();
    expectValue(await restoreBackup(collection, opened, 'replace'));
    const asText = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (_, part: unknown) =>
          part instanceof Uint8Array ? Buffer.from(part).toString('base64') : part,
        ),
      );
    const records = JSON.parse(fixture(`backup-v${version}.json`).toString());
    // Version 1 had no images, and neither knew of Zotero.
    expect(asText(await recordsOf(collection))).toEqual({ images: [], sent: [], ...records });
    expect(opened.manifest.settings).toEqual({ keepByItself: true, appearance: { theme: 'sepia' } });
  });
});
