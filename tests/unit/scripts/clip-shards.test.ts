import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShards } from '../../../scripts/clip/shards/shard.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { kesionPath, pageOf, stoneWalls } from '../../support/paged-essay.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun shards '));
const script = join(import.meta.dirname, '../../../scripts/clip.ts');
const rows = 7;

function clip(...args: readonly string[]) {
  const input = args[0] === '-' ? readFileSync(join(folder, 'm.jsonl')) : '';
  return spawnSync(process.execPath, [script, ...args, '--jobs', '1'], { cwd: folder, encoding: 'utf8', input });
}

beforeAll(() => {
  for (const n of [1, 2, 3]) writeFileSync(join(folder, `${n}.html`), encodeGb2312(pageOf(stoneWalls, n)));
  writeFileSync(join(folder, 'empty.html'), '');
  const manifest = Array.from({ length: rows }, (_, n) => {
    const page = (n % 3) + 1;
    const file = n === 5 ? 'empty.html' : `${page}.html`;
    return JSON.stringify({ id: `row ${n}`, file, url: `http://www.qsdx.gov.cn${kesionPath(page)}&n=${n}` });
  });
  writeFileSync(join(folder, 'm.jsonl'), `${manifest.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('parts of an input', () => {
  it.each([
    ['3/20', { from: 3, to: 3, of: 20 }],
    ['1-5/20', { from: 1, to: 5, of: 20 }],
    ['0/20', null],
    ['21/20', null],
    ['5-3/20', null],
    ['3', null],
    ['1/9999999', null],
  ])('%s', (written, shards) => {
    expect(readShards(written)).toEqual(shards);
  });

  it('have together what one run has, each with its manifest', { timeout: 120_000 }, () => {
    const whole = clip('--manifest', 'm.jsonl');
    expect(whole.status).toBe(0);
    expect(clip('-').stdout).toBe(whole.stdout);
    expect(clip('--manifest', 'm.jsonl', '--out', 'parts', '--shard', '1-2/3').status).toBe(0);
    expect(clip('--manifest', 'm.jsonl', '--out', 'parts', '--shard', '3/3', '--gzip').status).toBe(0);
    const names = readdirSync(join(folder, 'parts')).sort();
    expect(names).toEqual(
      [1, 2, 3].flatMap((n) => [
        `shard-0000${n}-of-00003.jsonl${n === 3 ? '.gz' : ''}`,
        `shard-0000${n}-of-00003.manifest.json`,
      ]),
    );
    const read = (name: string) => readFileSync(join(folder, 'parts', name));
    const lines = names
      .filter((name) => !name.endsWith('.json'))
      .flatMap((name) => (name.endsWith('.gz') ? gunzipSync(read(name)) : read(name)).toString().split('\n'));
    const sorted = (all: readonly string[]) => all.filter((line) => line !== '').toSorted();
    expect(sorted(lines)).toEqual(sorted(whole.stdout.split('\n')));
    const [, , third] = [1, 2, 3].map((n) => JSON.parse(read(`shard-0000${n}-of-00003.manifest.json`).toString()));
    expect(third).toMatchObject({ shard: '3/3', records: 2, essays: 1, errors: { 'empty file': 1 } });
  });

  it('that are whole are passed over; one that is not is worked again', { timeout: 120_000 }, () => {
    const part = join(folder, 'again', 'shard-00001-of-00002.jsonl');
    const run = () => clip('--manifest', 'm.jsonl', '--out', 'again', '--shard', '1-2/2');
    expect(run().status).toBe(0);
    const before = readFileSync(part, 'utf8');
    const { mtimeMs } = statSync(part);
    expect(run().stderr.match(/is there already/g)).toHaveLength(2);
    expect(statSync(part).mtimeMs).toBe(mtimeMs);
    // What a killed worker leaves: some of the lines, under the name of an unfinished file.
    rmSync(join(folder, 'again', 'shard-00001-of-00002.manifest.json'));
    rmSync(part);
    writeFileSync(`${part}.part`, before.slice(0, 100));
    expect(run().stderr.match(/is there already/g)).toHaveLength(1);
    expect(readFileSync(part, 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'again')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the exit status', () => {
  it('is 0 when a page failed, 3 when every one was wanted, 1 without an input, 2 for wrong use', {
    timeout: 120_000,
  }, () => {
    mkdirSync(join(folder, 'pages'), { recursive: true });
    writeFileSync(join(folder, 'pages', 'a.html'), '');
    expect(clip('pages').status).toBe(0);
    expect(clip('pages', '--strict').status).toBe(3);
    expect(clip('pages', 'none.html').status).toBe(1);
    expect(clip('--manifest', 'none.jsonl').status).toBe(1);
    for (const wrong of [
      ['pages', '--shard', '1/2'],
      ['-', 'pages'],
      ['--format', 'csv', 'pages'],
      ['pages', '--format', 'none', '--out', 'x'],
    ])
      expect(clip(...wrong).status, wrong.join(' ')).toBe(2);
  });
});
