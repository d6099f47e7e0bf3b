import { describe, expect, it } from 'vitest';
import { foldPlan } from '../../../lib/sync/log/fold-plan.ts';
import { decodeHead, encodeHead, type Head } from '../../../lib/sync/log/head.ts';
import { type LogSegment, packSegment, unpackSegment } from '../../../lib/sync/log/log-segment.ts';
import { deviceOfHead } from '../../../lib/sync/log/paths.ts';
import type { Operation } from '../../../lib/sync/model/operation.ts';

const one: Operation = {
  table: 'essays',
  key: 'e',
  field: 'note',
  stamp: '000000001-0000-aaaa',
  value: '记',
  over: {},
};
const head: Head = {
  format: 'wencun-sync',
  version: 1,
  vault: 'v',
  device: 'aaaa',
  name: '宿舍电脑',
  at: '2026-11-26T00:00:00.000Z',
  streams: { acts: [], originals: [], images: [] },
};

describe('a segment', () => {
  it('gives back its operations with their bytes, and lines of a newer version as they were', async () => {
    const original: Operation = { ...one, table: 'originals', field: '', value: { gzip: new Uint8Array([1, 2, 3]) } };
    const unknown = [{ t: 'ratings', k: 'x', how: 'otherwise' }];
    const { segment, bytes } = await packSegment('acts', { operations: [one, original], unknown }, { from: 0, to: 2 });
    expect(segment.name).toMatch(/^acts-000000000-[0-9a-f]{16}\.seg$/);
    expect(await unpackSegment(segment, bytes)).toEqual({ operations: [one, original], unknown });
  });

  it('takes operations that come one by one, each a place, and lines of more than one piece', async () => {
    const many = Array.from(
      { length: 400 },
      (_, at): Operation => ({ ...one, key: `e${at}`, value: '记'.repeat(at * 7) }),
    );
    async function* coming(): AsyncGenerator<Operation> {
      for (const operation of many) {
        await Promise.resolve();
        yield operation;
      }
    }
    const { segment, bytes } = await packSegment('acts', { operations: coming(), unknown: [] }, { from: 5 });
    expect(segment).toMatchObject({ from: 5, to: 405, gone: 0 });
    expect(await unpackSegment(segment, bytes)).toEqual({ operations: many, unknown: [] });
    const alone = await packSegment('acts', { operations: [...many.slice(-1)], unknown: [] }, { from: 0, to: 1 });
    expect(await unpackSegment(alone.segment, alone.bytes)).toEqual({ operations: many.slice(-1), unknown: [] });
  });

  it('rejects where operations fail to come, and leaves nothing waiting', async () => {
    async function* failing(): AsyncGenerator<Operation> {
      yield one;
      await Promise.resolve();
      throw new Error('The database could not be read.');
    }
    await expect(packSegment('acts', { operations: failing(), unknown: [] }, { from: 0 })).rejects.toThrow('database');
  });

  it('is none while it is torn, or another', async () => {
    const { segment, bytes } = await packSegment('acts', { operations: [one], unknown: [] }, { from: 0, to: 1 });
    expect(await unpackSegment(segment, bytes.slice(0, -1))).toBeNull();
    const other = bytes.slice();
    other[20] = (other[20] ?? 0) ^ 1;
    expect(await unpackSegment(segment, other)).toBeNull();
  });
});

describe('a head', () => {
  it('is read as it was written, whole or not at all', async () => {
    const bytes = await encodeHead(head, 1);
    expect(await decodeHead(bytes)).toEqual(head);
    // What only fills may be cut off.
    const content = new TextEncoder().encode(new TextDecoder().decode(bytes).trimEnd()).byteLength;
    for (let length = 0; length < content; length += 7) expect(await decodeHead(bytes.slice(0, length))).toBe('half');
  });

  it('of a newer format is told, and one of strange names is none', async () => {
    expect(await decodeHead(await encodeHead({ ...head, version: 2 }, 1))).toBe('newer');
    const acts = [{ name: '../other', size: 1, sha: 'a'.repeat(64), from: 0, to: 1, gone: 0 }];
    expect(await decodeHead(await encodeHead({ ...head, streams: { ...head.streams, acts } }, 1))).toBe('half');
  });

  it('has another size each time, for servers that tell ages in seconds', async () => {
    const sizes = await Promise.all([1, 2, 3, 65].map(async (n) => (await encodeHead(head, n)).byteLength));
    expect(new Set(sizes.slice(0, 3)).size).toBe(3);
    expect(sizes[3]).toBe(sizes[0]);
  });

  it('is no file of other programs', () => {
    const others = [
      'desktop.ini',
      '.DS_Store',
      'aaaa.json.tmp',
      'aaaa (冲突副本).json',
      'aaaa 2.json',
      '~aaaa.json',
      'x.json',
    ];
    expect(others.map(deviceOfHead)).toEqual(others.map(() => null));
    expect(deviceOfHead('aaaa.json')).toBe('aaaa');
  });
});

describe('folding', () => {
  const segment = (size: number, from: number): LogSegment => ({
    name: `s${from}`,
    size,
    sha: '',
    from,
    to: from + 1,
    gone: 0,
  });
  /** What stands in a folder after so many syncs of so many bytes, the most that stood there, and the bytes that folding wrote. */
  const folderAfter = (syncs: number, sizeOf: (n: number) => number) => {
    let [segments, most, written]: [readonly LogSegment[], number, number] = [[], 0, 0];
    for (let n = 0; n < syncs; n += 1) {
      segments = [...segments, segment(sizeOf(n), n)];
      const plan = foldPlan(segments);
      if (plan !== null) {
        const size = plan.fold.reduce((sum, one) => sum + one.size, 0);
        segments = segments.toSpliced(plan.at, plan.fold.length, { ...segment(size, plan.at), to: n + 1 });
        written += size;
      }
      most = Math.max(most, segments.length);
    }
    return { most, written, largest: Math.max(...segments.map(({ size }) => size)) };
  };

  it('keeps a folder small through ten thousand syncs, and writes each byte a few times', () => {
    const { most, written } = folderAfter(10_000, () => 400);
    expect(most).toBeLessThan(40);
    expect(written).toBeLessThan(10 * 10_000 * 400);
  });

  it('keeps a gigabyte below the 750 files that 坚果云 lists, and files below their bound', () => {
    const { most, largest } = folderAfter(2_000, (n) => 100_000 + ((n * 7919) % 900_000));
    expect(most).toBeLessThan(600);
    expect(largest).toBeLessThanOrEqual(4_000_000);
  });

  const spanning = (operations: readonly number[]): readonly LogSegment[] => {
    let from = 0;
    return operations.map((count) => {
      const made = { ...segment(10_000, from), from, to: from + count };
      from += count;
      return made;
    });
  };

  it('leaves a first push as it is: each of its segments holds as much as memory should', () => {
    expect(foldPlan(spanning(Array.from({ length: 40 }, () => 25_000)))).toBeNull();
  });

  it('folds no more operations at a time than fifty thousand', () => {
    const plan = foldPlan(spanning([25_000, ...Array.from({ length: 8 }, () => 11_000)]));
    expect(plan?.at).toBe(1);
    expect(plan?.fold.map(({ from, to }) => to - from)).toEqual([11_000, 11_000, 11_000, 11_000]);
  });

  it('keeps a million changes of fields below a hundred files', () => {
    let segments: readonly LogSegment[] = [];
    for (let n = 0; n < 2_000; n += 1) {
      segments = [...segments, { ...segment(2_000, n), from: n * 500, to: (n + 1) * 500 }];
      const plan = foldPlan(segments);
      if (plan === null) continue;
      const [first, last] = [plan.fold[0], plan.fold.at(-1)];
      expect((last?.to ?? 0) - (first?.from ?? 0)).toBeLessThanOrEqual(50_000);
      const whole = { ...segment(2_000 * plan.fold.length, n), from: first?.from ?? 0, to: last?.to ?? 0 };
      segments = segments.toSpliced(plan.at, plan.fold.length, whole);
    }
    expect(segments.length).toBeLessThan(100);
  });
});
