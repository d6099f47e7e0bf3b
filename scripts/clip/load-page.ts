import { readFile, stat } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { isBinary } from '../../lib/import/sources/binary.ts';
import { largestPage } from '../../lib/import/sources/limits.ts';

/** The bytes of a page on disk, or why it cannot be read; never throws. */
export async function loadPage(file: string): Promise<Outcome<Uint8Array, 'unreadable'>> {
  try {
    const { size } = await stat(file);
    if (size > largestPage) return fail('unreadable', `too large: ${size} bytes, at most ${largestPage}`);
    const bytes = await readFile(file);
    if (bytes.length === 0) return fail('unreadable', 'empty file');
    return isBinary(bytes) ? fail('unreadable', 'binary file, not a page') : succeed(bytes);
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}
