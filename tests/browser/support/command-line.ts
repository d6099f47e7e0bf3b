import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/build.ts';
import type { PageRecord } from '../../../scripts/clip/record.ts';
import { answer } from '../../../scripts/portal/routes.ts';

/** What the command line prints for the bytes that the sample portal serves under each address, in order. */
export function clipByCommandLine(urls: readonly string[]): PageRecord[] {
  const folder = mkdtempSync(join(tmpdir(), 'wencun clip '));
  try {
    const rows = urls.map((url, index) => {
      const file = `${index}.html`;
      writeFileSync(join(folder, file), answer(new URL(url)).body);
      return JSON.stringify({ id: String(index), file, url });
    });
    const manifest = join(folder, 'manifest.jsonl');
    writeFileSync(manifest, rows.join('\n'));
    const script = join(root, 'scripts', 'clip.ts');
    const run = spawnSync(process.execPath, [script, '--manifest', manifest, '--any'], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`clip ended with ${run.status}: ${run.stderr}`);
    return run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
