import type { Collection } from '../../lib/collection/collection.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import type { ImportReason } from '../../lib/import/import-item.ts';
import { importPages } from '../../lib/import/import-pages.ts';
import { openInBrowser } from '../../lib/import/open-source.ts';
import { createSetReader } from '../../lib/import/set-reader.ts';

/** The sample that comes along: a page of our own writing in the form of a school's, as a browser saves it. */
const SAMPLE = '/sample.html';

/** Keeps the sample essay as any file is kept; gives its id. */
export async function keepSample(collection: Collection): Promise<Outcome<string, ImportReason>> {
  try {
    const reader = createSetReader(openInBrowser);
    const blob = await (await fetch(SAMPLE)).blob();
    for await (const { id, reason } of importPages(collection, [{ name: 'sample.html', blob }], { reader }))
      return id === null ? fail(reason ?? 'failed') : succeed(id);
  } catch {
    // Told as any other failure.
  }
  return fail('failed');
}
