import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../scripts/clip.ts');
const folder = mkdtempSync(join(tmpdir(), 'wencun-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = JSON.stringify({ id: '1', url: 'http://dx.example/1.htm', body: '<title>甲</title><p>乙' });
const started = (cache: string) =>
  spawnSync(process.execPath, [script, '-', '--jobs', '1'], {
    input: `${line}\n`,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });

describe('the start of the command line', () => {
  it('keeps what was compiled, of its threads too, and answers alike from it', () => {
    const cache = join(folder, 'compiled');
    const [first, second] = [started(cache), started(cache)];
    expect(first.status).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).toContain('"id":"1"');
    const [kept = ''] = readdirSync(cache);
    // The extractor is loaded by threads alone.
    expect(readdirSync(join(cache, kept)).length).toBeGreaterThan(300);
  });

  it('does without where nothing can be kept', () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    expect(started(join(blocked, 'compiled'))).toMatchObject({ status: 0 });
  });
});
