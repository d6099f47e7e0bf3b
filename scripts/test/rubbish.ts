import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, since } from './steps.ts';

/** What has the browser collect as a whole (`lib/collection/rubbish/let-rubbish-go.ts`): a buffer of so many bytes, whose memory is given back at once. */
const ASKED = 72 * 1024 * 1024;
const GIVEN_BACK = /\bnew ArrayBuffer\([\w$]+\)\)?\.transfer\?\.\(0\)/;
/** Where rows are read and written by thousands: the background, the library, and the search of its own thread. */
const places = [/^background\.js$/, /^chunks\/library-[^/]+\.js$/, /^assets\/worker-[^/]+\.js$/];

/**
 * Holds the built extension to asking for collections of rubbish: a buffer that nobody reads looks like dead code to a press, and without it an import
 * holds a fifth more memory, which no test of what it does would see.
 */
export async function checkRubbish(folder: string): Promise<Result> {
  const start = performance.now();
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const missing: string[] = [];
  for (const place of places) {
    const scripts = await Promise.all(
      files.filter((file) => place.test(file)).map((file) => readFile(join(folder, file), 'utf8')),
    );
    if (!scripts.some((script) => script.includes(String(ASKED)) && GIVEN_BACK.test(script)))
      missing.push(`${place.source} asks for no collection of rubbish.`);
  }
  return {
    name: 'rubbish',
    passed: places.length - missing.length,
    failed: missing.length,
    began: start / 1000,
    seconds: since(start),
    output: missing.join('\n'),
  };
}
