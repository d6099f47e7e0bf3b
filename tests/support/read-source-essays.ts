import type { Essay } from '../../lib/essay/essay.ts';
import { imagesAtHand } from '../../lib/import/images-at-hand.ts';
import { pageSets } from '../../lib/import/page-sets.ts';
import { readSet } from '../../lib/import/read-set.ts';
import { pagesOfSource } from '../../lib/import/sources/read-source.ts';
import { openBytesWith } from '../../scripts/clip/open-bytes.ts';
import { openTestPage } from './parse-page.ts';

/** The essays that an import takes out of a file, recognised or not, with how many images come along. Throws at what it cannot read. */
export async function importable(name: string, bytes: Uint8Array): Promise<(Essay & { readonly images: number })[]> {
  const open = openBytesWith(openTestPage);
  const essays: (Essay & { readonly images: number })[] = [];
  for await (const set of pageSets(pagesOfSource({ name, blob: new Blob([new Uint8Array(bytes)]) }), open)) {
    if ('problem' in set) throw new Error(`${set.name}: ${set.problem.code}`);
    const read = await readSet(set, open, { any: true });
    if (!read.ok) throw new Error(read.problem.code);
    const { essay } = read.value;
    const images = await imagesAtHand(essay, [set.first, ...set.others.values()]);
    essays.push({ ...essay, images: images.length });
  }
  return essays;
}
