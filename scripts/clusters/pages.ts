import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.ts';

/** A page that is read over and over, each time under another address. */
interface Sample {
  readonly slug: string;
  readonly file: string;
  readonly url: string;
}

function samples(): readonly Sample[] {
  const folder = join(root, 'tests/pages');
  return readdirSync(folder).flatMap((slug) => {
    const name = readdirSync(join(folder, slug)).find((file) => file.startsWith('source.'));
    const { url } = JSON.parse(readFileSync(join(folder, slug, 'origin.json'), 'utf8')) as { url?: string };
    return name === undefined || url === undefined ? [] : [{ slug, file: join(folder, slug, name), url }];
  });
}

const addressOf = (url: string, n: number): string => `${url}${url.includes('?') ? '&' : '?'}n=${n}`;

/** Writes a manifest of so many pages, and one of them is broken: a row without a file. */
export function writeManifest(file: string, pages: number): void {
  const all = samples();
  const rows = Array.from({ length: pages }, (_, n) => {
    const { slug, file: page, url } = all[n % all.length] as Sample;
    const id = `${n} ${slug}`;
    return JSON.stringify(n === 777 ? { id } : { id, file: page, url: addressOf(url, n) });
  });
  writeFileSync(file, `${rows.join('\n')}\n`);
}

/** The lines of so many pages with the pages in them, as a crawler sends them: none is held but one. */
export function* pageLines(pages: number): Generator<string> {
  const all = samples().map((sample) => ({ ...sample, body: readFileSync(sample.file).toString('base64') }));
  for (let n = 0; n < pages; n += 1) {
    const { slug, url, body } = all[n % all.length] as (typeof all)[number];
    yield `${JSON.stringify({ id: `${n} ${slug}`, url: addressOf(url, n), body, encoding: 'base64' })}\n`;
  }
}
