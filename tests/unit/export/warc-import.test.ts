import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { normaliseUrl } from '../../../lib/essay/identity.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import { importPages } from '../../../lib/import/import-pages.ts';
import { openSource } from '../../../lib/import/open-source.ts';
import { readSet } from '../../../lib/import/read-set.ts';
import { createSetReader } from '../../../lib/import/set-reader.ts';
import type { SourcePage } from '../../../lib/import/sources/source.ts';
import { openBytesWith } from '../../../scripts/clip/open-bytes.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { written } from './reading.ts';

const openInNode = openBytesWith(openPage);

const served = (address: string): SourcePage => ({
  name: address,
  address,
  capturedAt: null,
  charset: null,
  bytes: new Uint8Array(answer(new URL(address)).body),
  container: null,
});

/** Keeps a page as the popup does: its bytes as served, the other pages fetched. */
async function keep(
  collection: Collection,
  address: string,
  others: readonly string[] = [],
  first = served(address),
): Promise<string> {
  const opened = await openSource(first, openInNode);
  const pages = new Map(others.map((other) => [normaliseUrl(other), served(other)]));
  const keeping = expectValue(await readSet({ first, opened, others: pages }, openInNode, { secondReader: true }));
  opened.close();
  const capture = { ...keeping.capture, originalForm: 'served' as const };
  return expectValue(await keepEssay(collection, { ...keeping, capture })).id;
}

/** The essays of a collection, the keys of the database apart. */
async function essaysOf(collection: Collection) {
  const bodies = await collection.bodies.toArray();
  return bodies
    .map(({ captureId: _capture, digest: _digest, ...body }) => body)
    .toSorted((one, other) => one.essayId.localeCompare(other.essayId));
}

describe('a WARC of kept essays', () => {
  it('gives equal essays when it is imported: live, replayed, of several pages, and of a file', async () => {
    const collection = emptyCollection();
    const ids = [
      await keep(collection, sampleUrls.essay('1101')),
      await keep(collection, sampleUrls.essay('1104')),
      await keep(collection, sampleUrls.replay),
      await keep(collection, sampleUrls.paged(1), [sampleUrls.paged(2), sampleUrls.paged(3)]),
      await keep(collection, '', [], { ...served(sampleUrls.essay('1106')), name: '石坎.html', address: null }),
    ];
    const warc = await written('warc', recordsOf(collection, ids));
    const again = emptyCollection();
    const results: string[] = [];
    const file = { name: 'essays.warc.gz', blob: new Blob([warc]) };
    for await (const { result } of importPages(again, [file], { reader: createSetReader(openInNode) }))
      results.push(result);
    expect(results).toEqual(ids.map(() => 'kept'));

    const [before, after] = [await essaysOf(collection), await essaysOf(again)];
    const withoutCopy = (essays: typeof before) => essays.map(({ archivedCopy: _copy, ...essay }) => essay);
    expect(withoutCopy(after)).toEqual(withoutCopy(before));
    // What was live is now of a WARC, of the moment at which it was taken; a replay stays the replay.
    const replays = (essays: typeof before) =>
      essays.flatMap(({ archivedCopy: copy }) => (copy?.archive === 'wayback' ? [copy] : []));
    expect(replays(after)).toEqual(replays(before));
    expect(replays(after)).toHaveLength(1);
    const sums = async (of: Collection) => (await of.captures.toArray()).map(({ sha256 }) => sha256).toSorted();
    expect(await sums(again)).toEqual(await sums(collection));
  });
});
