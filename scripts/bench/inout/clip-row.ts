import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../build.ts';
import { megabytes, type Row, sized, whole } from '../rows/row.ts';

const THREADS = 2;
/** Lines after which everything is loaded and every buffer has been needed: what memory holds then is the start of what must stay flat. */
const WARM = 2000;
/** Growth that is no growth: a garbage collector's mood. */
const FLAT = 1.15;

/** Megabytes of a process; null where the system does not tell. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}

/** A manifest of the sample pages, over and over. */
function writeManifest(file: string, pages: number): void {
  const folder = join(root, 'tests/pages');
  const samples = readdirSync(folder).map((slug) => {
    const { url } = JSON.parse(readFileSync(join(folder, slug, 'origin.json'), 'utf8')) as { url: string };
    const name = readdirSync(join(folder, slug)).find((each) => each.startsWith('source.')) ?? '';
    return JSON.stringify({ id: slug, file: join(folder, slug, name), url });
  });
  writeFileSync(file, Array.from({ length: pages }, (_, n) => samples[n % samples.length]).join('\n'));
}

/** The command line over the sample pages. */
export const clipRow: Row = {
  id: 'clip',
  what: 'command line on 2 cores, 20,000 sample pages',
  bar: '≥ 40 pages/s, memory flat',
  async run({ scale }) {
    const pages = sized(20_000, scale);
    const folder = mkdtempSync(join(tmpdir(), 'wencun-clip-'));
    const manifest = join(folder, 'manifest.jsonl');
    writeManifest(manifest, pages);
    const script = join(root, 'scripts/clip.ts');
    const started = performance.now();
    const child = spawn(process.execPath, [script, '--manifest', manifest, '--jobs', String(THREADS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const memory: { readonly lines: number; readonly size: number }[] = [];
    const state = { lines: 0 };
    const watching = setInterval(() => {
      const size = memoryOf(child.pid);
      if (size !== null) memory.push({ lines: state.lines, size });
    }, 500);
    try {
      const ended = once(child, 'exit');
      for await (const _ of createInterface({ input: child.stdout })) state.lines += 1;
      const [code] = await ended;
      const pace = state.lines / ((performance.now() - started) / 1000);
      const after = (from: number, to: number): number =>
        Math.max(0, ...memory.filter(({ lines }) => lines >= from && lines < to).map(({ size }) => size));
      const early = after(Math.min(WARM, pages / 4), pages / 2);
      const late = after(pages / 2, pages + 1);
      return {
        text: `${pace.toFixed(1)} pages/s; at most ${megabytes(early)} in the first half of ${whole(pages)} pages, ${megabytes(late)} in the second`,
        met: code === 0 && state.lines === pages && pace >= 40 && late <= early * FLAT,
      };
    } finally {
      clearInterval(watching);
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
