import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { isBinary } from '../../lib/import/sources/binary.ts';
import { largestPage } from '../../lib/import/sources/limits.ts';

/** The bytes of a page on disk, or why it cannot be read; never throws. */
export async function loadPage(file: string): Promise<Outcome<Uint8Array, 'unreadable'>> {
  try {
    const at = statSync(file);
    if (at.size > largestPage) return fail('unreadable', `too large: ${at.size} bytes, at most ${largestPage}`);
    // Each thread reads one page at a time: to wait for a file at once costs less than four turns to other threads. A pipe may never end.
    return readablePage(at.isFile() ? readFileSync(file) : await readFile(file));
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}

/** The bytes, or why they are no page. */
export function readablePage(bytes: Uint8Array): Outcome<Uint8Array, 'unreadable'> {
  if (bytes.length === 0) return fail('unreadable', 'empty file');
  if (bytes.length > largestPage) return fail('unreadable', `too large: ${bytes.length} bytes, at most ${largestPage}`);
  return isBinary(bytes) ? fail('unreadable', 'binary file, not a page') : succeed(bytes);
}
