import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/build.ts';
import type { PageRecord } from '../../../scripts/clip/record.ts';
import { answer } from '../../corpus/portal/routes.ts';

/** What the command line prints for the bytes that the sample portal serves under each address, in order. */
export const clipByCommandLine = (urls: readonly string[]): PageRecord[] =>
  runClip(urls, ['--any', '--second-reader'], ({ stdout }) => stdout) as PageRecord[];

/** The lines of JSONL that the command line writes for these addresses, in order. */
export const exportByCommandLine = (urls: readonly string[]): readonly Readonly<Record<string, unknown>>[] =>
  runClip(urls, ['--any', '--second-reader', '--format', 'jsonl', '--out', 'out'], ({ folder }) =>
    readFileSync(join(folder, 'out', 'essays.jsonl'), 'utf8'),
  ) as Record<string, unknown>[];

interface Run {
  readonly folder: string;
  readonly stdout: string;
}

/** Clips pages in a folder of their own and gives what the lines of its output hold. */
function runClip(urls: readonly string[], options: readonly string[], output: (run: Run) => string): unknown[] {
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
    const run = spawnSync(process.execPath, [script, '--manifest', manifest, ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`clip ended with ${run.status}: ${run.stderr}`);
    return output({ folder, stdout: run.stdout })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
