import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../lib/collection/duplicates/minhash.ts';
import { createBuckets } from '../../../scripts/clip/merge/buckets.ts';
import { merge } from '../../../scripts/clip/merge/merge.ts';
import { createNearFinder } from '../../../scripts/clip/merge/near.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun merge '));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prose of its own for each number, long enough to be compared. */
const textOf = (n: number): string =>
  Array.from({ length: 160 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * at * 7 + n * 977 + at * 31) % 8000)),
  ).join('');

function line(essayId: string | null, capturedAt: string | null, more: object = {}): string {
  const url = essayId === null ? null : `http://web.archive.org/web/${capturedAt}/http://a.example/${essayId}`;
  const essay =
    essayId === null
      ? null
      : {
          originalUrl: `http://a.example/${essayId}`,
          missingPages: [],
          text: textOf(Number.parseInt(essayId, 16)),
          ...more,
        };
  return JSON.stringify({
    id: `${essayId} ${capturedAt}`,
    essay,
    essayId,
    archivedCopy: { archive: 'wayback', url, capturedAt },
  });
}

const lines = [
  line('b1', '2005-01-01T00:00:00Z'),
  line('a1', '2007-01-01T00:00:00Z', { originalUrl: 'http://www.a.example/a1' }),
  line(null, null),
  '{"broken',
  line('a1', '2009-01-01T00:00:00Z', { missingPages: ['http://a.example/2'] }),
  line('a1', '2009-01-01T00:00:00Z'),
  line('c1', '2004-01-01T00:00:00Z', { text: textOf(0xb1) }),
];
const read = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
const write = (name: string, some: readonly string[]) => {
  const text = `${some.join('\n')}\n`;
  writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  return join(folder, name);
};

describe('merging', () => {
  it('has each essay once, as its newest whole capture has it, with all its addresses', async () => {
    const one = write('one.jsonl', lines);
    expect(await merge([one, '--out', join(folder, 'merged.jsonl'), '--near', join(folder, 'near.jsonl')])).toBe(0);
    const merged = read('merged.jsonl');
    expect(merged.map(({ essayId, captures }) => [essayId, captures])).toEqual([
      ['a1', 3],
      ['b1', 1],
      ['c1', 1],
    ]);
    expect(merged[0]).toMatchObject({
      archivedCopy: { capturedAt: '2009-01-01T00:00:00Z' },
      essay: { missingPages: [] },
      addresses: [
        'http://a.example/a1',
        'http://web.archive.org/web/2007-01-01T00:00:00Z/http://a.example/a1',
        'http://web.archive.org/web/2009-01-01T00:00:00Z/http://a.example/a1',
        'http://www.a.example/a1',
      ],
    });
    expect(read('near.jsonl')).toEqual([{ essays: ['b1', 'c1'] }]);
  });

  it('gives the same bytes whatever the order and the parts', async () => {
    const parts = [write('2.jsonl.gz', lines.slice(4).toReversed()), write('1.jsonl', lines.slice(0, 4).toReversed())];
    await merge([...parts, '--out', join(folder, 'other.jsonl')]);
    expect(readFileSync(join(folder, 'other.jsonl'))).toEqual(readFileSync(join(folder, 'merged.jsonl')));
    expect(readdirSync(folder).filter((name) => /sorting|part$/.test(name))).toEqual([]);
  });

  it('says which parts of a folder are missing', async () => {
    mkdirSync(join(folder, 'parts'));
    write('parts/shard-00001-of-00002.jsonl', lines);
    const told = { shard: '1/2', output: { file: 'shard-00001-of-00002.jsonl' } };
    writeFileSync(join(folder, 'parts', 'shard-00001-of-00002.manifest.json'), JSON.stringify(told));
    expect(await merge([join(folder, 'parts'), '--out', join(folder, 'none.jsonl')])).toBe(1);
    expect(readdirSync(folder)).not.toContain('none.jsonl');
  });

  it('is not led astray by lines that the command line never wrote', async () => {
    const odd = ['null', '5', '[]', '{}', '{"essayId":5}', '{"essayId":"a1"}', '{"essayId":"a1","essay":{}}'];
    const shallow = '{"essayId":"a1","essay":{"text":"","originalUrl":"","missingPages":null},"archivedCopy":null}';
    const one = write('odd.jsonl', [...odd, shallow, ...lines, lines[0]?.slice(0, 50) ?? '']);
    expect(await merge([one, '--out', join(folder, 'odd.merged'), '--near', join(folder, 'odd.near')])).toBe(0);
    expect(readFileSync(join(folder, 'odd.merged'))).toEqual(readFileSync(join(folder, 'merged.jsonl')));
  });

  it.each([
    ['a packed input that is cut short', 'cut/1.jsonl.gz', gzipSync(lines.join('\n')).subarray(0, 60)],
    ['a manifest that is cut short', 'cut/shard-00001-of-00001.manifest.json', '{"shard": "1/1", '],
    ['a manifest of another kind', 'cut/shard-00001-of-00001.manifest.json', '{}'],
    ['a part that is shorter than what was written', 'cut/shard-00001-of-00001.jsonl', 'x'],
  ])('writes nothing of %s, and says so', async (_, name, content) => {
    rmSync(join(folder, 'cut'), { recursive: true, force: true });
    mkdirSync(join(folder, 'cut'));
    write('cut/shard-00001-of-00001.jsonl', lines);
    const { size } = statSync(join(folder, 'cut/shard-00001-of-00001.jsonl'));
    const told = { shard: '1/1', output: { file: 'shard-00001-of-00001.jsonl', bytes: size } };
    writeFileSync(join(folder, 'cut/shard-00001-of-00001.manifest.json'), JSON.stringify(told));
    expect(await merge([join(folder, 'cut'), '--out', join(folder, 'cut.merged')])).toBe(0);
    rmSync(join(folder, 'cut.merged'));
    writeFileSync(join(folder, name), content);
    expect(await merge([join(folder, 'cut'), '--out', join(folder, 'cut.merged')])).toBe(1);
    expect(readdirSync(folder)).not.toContain('cut.merged');
  });

  it('needs to know where to', async () => {
    await expect(merge([join(folder, 'one.jsonl')])).rejects.toThrow('--out');
  });
});

describe('buckets on the disk', () => {
  it('have the same lines in the same order as in memory', async () => {
    const keys = Array.from({ length: 300 }, (_, n) => ((n * 2654435761) % 2 ** 32).toString(16).padStart(8, '0'));
    const sorted = async (size: number): Promise<readonly string[]> => {
      const buckets = createBuckets(join(folder, `buckets ${size}`), size);
      for (const key of keys) await buckets.add(key, key);
      const all: string[] = [];
      for await (const some of buckets.all()) all.push(...some.toSorted());
      await buckets.remove();
      return all;
    };
    expect(await sorted(1e9)).toEqual(keys.toSorted());
    expect(await sorted(10)).toEqual(keys.toSorted());
  });

  it('find what is alike as memory does', async () => {
    const groups = async (essays: number) => {
      const finder = createNearFinder(join(folder, `near ${essays}`), essays);
      for (const [at, n] of [1, 2, 1, 3, 2, 1].entries()) {
        const fingerprint = await fingerprintOf(textOf(n));
        if (fingerprint !== null) await finder.add(`e${at}`, fingerprint);
      }
      const found = await finder.groups();
      await finder.remove();
      return found;
    };
    const alike = [
      ['e0', 'e2', 'e5'],
      ['e1', 'e4'],
    ];
    expect(await groups(1)).toEqual(alike);
    expect(await groups(1_000_000)).toEqual(alike);
  });
});
