import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Result, since } from './steps.ts';

/** A bound on what is loaded together, gzip-compressed, in kilobytes of 1000 bytes. */
interface Bound {
  readonly name: string;
  readonly files: readonly string[];
  readonly kilobytes: number;
}

const gzipped = async (file: string): Promise<number> => gzipSync(await readFile(file), { level: 9 }).length;

/** What a page of the extension loads at once: its HTML with the styles in it, its scripts, and what they import in turn. */
async function loadedBy(folder: string, page: string): Promise<string[]> {
  const html = await readFile(join(folder, page), 'utf8');
  const found = new Set<string>([page]);
  const add = async (file: string): Promise<void> => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const source = await readFile(join(folder, file), 'utf8');
    const imports = source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
    for (const [, name] of imports) await add(posix.join(posix.dirname(file), name ?? ''));
  };
  for (const [, name] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) await add(name ?? '');
  return [...found];
}

async function measure(
  folder: string,
  { name, files, kilobytes }: Bound,
): Promise<{ readonly ok: boolean; readonly line: string }> {
  const sizes = await Promise.all(files.map((file) => gzipped(join(folder, file))));
  const size = sizes.reduce((sum, one) => sum + one, 0) / 1000;
  const ok = files.length > 0 && size <= kilobytes;
  return { ok, line: `  ${name}: ${size.toFixed(1)} kB gzip of ${kilobytes}${ok ? '' : ': TOO LARGE'}` };
}

/** Holds the built extension to its sizes: what runs on pages unasked, what is injected to clip, what the popup loads. */
export async function checkSizes(folder: string): Promise<Result> {
  const start = performance.now();
  try {
    const bounds: readonly Bound[] = [
      {
        name: 'prefilter, on every page',
        files: ['prefilter.js'],
        kilobytes: 15,
      },
      {
        name: 'recogniser, on pages that may be a school’s',
        files: ['recognise.js'],
        kilobytes: 44,
      },
      { name: 'clipper', files: ['clip.js'], kilobytes: 105 },
      { name: 'popup', files: await loadedBy(folder, 'popup.html'), kilobytes: 80 },
    ];
    const measured = await Promise.all(bounds.map((bound) => measure(folder, bound)));
    const failed = measured.filter(({ ok }) => !ok).length;
    const output = measured.map(({ line }) => line).join('\n');
    return {
      name: 'sizes',
      passed: measured.length - failed,
      failed,
      began: start / 1000,
      seconds: since(start),
      output,
    };
  } catch (problem) {
    return { name: 'sizes', passed: 0, failed: 1, began: start / 1000, seconds: since(start), output: String(problem) };
  }
}
