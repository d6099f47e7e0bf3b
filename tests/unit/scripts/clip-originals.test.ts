import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { root } from '../../../scripts/build.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun originals '));
afterAll(() => rmSync(folder, { recursive: true }));

const urls = [sampleUrls.paged(1), sampleUrls.paged(2), sampleUrls.paged(3)];
const [first, ...others] = urls.map((url, n) => ({ file: `${n}.html`, url, bytes: answer(new URL(url)).body }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a WARC of the command line', () => {
  it('holds every page of an essay as it lies on disk, dated by its file, and JSONL its digest', async () => {
    for (const { file, bytes } of [first, ...others].filter((page) => page !== undefined))
      writeFileSync(join(folder, file), bytes);
    const changed = new Date('2007-07-02T20:53:27Z');
    utimesSync(join(folder, first?.file ?? ''), changed, changed);
    const pages = others.map(({ file, url }) => ({ file, url }));
    writeFileSync(join(folder, 'm.jsonl'), JSON.stringify({ file: first?.file, url: first?.url, pages }));
    const write = (format: string) => {
      const given = ['--manifest', join(folder, 'm.jsonl'), '--format', format, '--out', join(folder, 'out')];
      return spawnSync(process.execPath, [join(root, 'scripts', 'clip.ts'), ...given], { encoding: 'utf8' }).stderr;
    };
    expect([write('warc'), write('jsonl')]).toEqual(['', '']);
    const records: (readonly [string | null | undefined, string | null | undefined, number])[] = [];
    for await (const record of WARCParser.iterRecords([readFileSync(join(folder, 'out', 'essays.warc.gz'))])) {
      if (record.warcType !== 'resource') continue;
      records.push([record.warcTargetURI, record.warcDate, (await record.readFully()).length]);
    }
    expect(records).toEqual(
      [first, ...others].map((page) => [page?.url, '2007-07-02T20:53:27.000Z', page?.bytes.length]),
    );
    const line = JSON.parse(readFileSync(join(folder, 'out', 'essays.jsonl'), 'utf8'));
    expect(line.originalSha256).toBe(sha256(first?.bytes ?? new Uint8Array()));
  });
});
