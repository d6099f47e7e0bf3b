import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { editMany } from '../../../lib/collection/actions/edit-many.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getEssay } from '../../../lib/collection/get-essay.ts';
import { putImages } from '../../../lib/collection/images/images.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { areLacksFilled, fillLacks, refillLacks } from '../../../lib/collection/lacks/fill-lacks.ts';
import { noteMissingImages } from '../../../lib/collection/lacks/note-missing-images.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { EssayGap } from '../../../lib/search/contract.ts';
import { openEngine } from '../../../lib/search/engine.ts';
import { filtersOfGap } from '../../../lib/search/query/filters-of-gap.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

type Keeping = ReturnType<typeof numberedKeeping>;

/** A keeping whose record says that a page is missing, or that its title was cut short. */
function lackingKeeping(n: number, lack: { pages?: boolean; title?: boolean; image?: string }): Keeping {
  const keeping = numberedKeeping(n, lack.image ? { html: `<p>图<img src="${lack.image}"></p>` } : {});
  const { provenance } = keeping.essay;
  const title = {
    value: keeping.essay.title,
    raw: keeping.essay.title,
    place: 'title-element',
    qualifier: 'truncated',
  } as const;
  return {
    ...keeping,
    essay: {
      ...keeping.essay,
      provenance: {
        ...provenance,
        missingPages: lack.pages ? ['http://a.example/2.html'] : [],
        fields: { ...provenance.fields, ...(lack.title && { title }) },
      },
    },
  };
}

const keep = async (collection: Collection, keeping: Keeping): Promise<string> =>
  expectValue(await keepEssay(collection, keeping)).id;

const lacksOf = async (collection: Collection, id: string) => expectValue(await getEssay(collection, id))?.lacks ?? [];

/** The essays that a filter finds. */
async function found(collection: Collection, gap: EssayGap): Promise<readonly string[]> {
  const engine = openEngine(collection);
  const { result, total } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen: filtersOfGap(gap) });
  return engine.ids(result, 0, total);
}

/** The rows as a version before wrote them: they tell nothing of what they lack. */
async function forgetLacks(collection: Collection): Promise<void> {
  await collection.transaction('rw', rowTables(collection), async () => {
    const rows = await collection.essays.toArray();
    const changes = rows.map((before) => {
      const { lacks: _, ...after } = before;
      return { before, after };
    });
    await putRows(collection, changes);
  });
  await refillLacks(collection);
}

async function fillAll(collection: Collection): Promise<void> {
  while (await fillLacks(collection));
}

it('what an essay lacks is told as it is kept, and is a filter', async () => {
  const collection = emptyCollection();
  const [pages, title] = [
    await keep(collection, lackingKeeping(1, { pages: true })),
    await keep(collection, lackingKeeping(2, { title: true })),
  ];
  await keep(collection, numberedKeeping(3));
  expect(await lacksOf(collection, pages)).toEqual(['missing-pages']);
  expect(await found(collection, 'missing-pages')).toEqual([pages]);
  expect(await found(collection, 'doubtful-title')).toEqual([title]);
  expectValue(await editMany(collection, [title], { title: '另起的题名' }));
  expect(await found(collection, 'doubtful-title')).toEqual([]);
});

it('images that could not be had are noted, and are forgotten when they come', async () => {
  const collection = emptyCollection();
  const id = await keep(collection, lackingKeeping(1, { image: 'http://a.example/1.gif' }));
  await noteMissingImages(collection, id, true);
  expect(await found(collection, 'missing-images')).toEqual([id]);
  await noteMissingImages(collection, id, false);
  expect(await found(collection, 'missing-images')).toEqual([]);
  expect(Object.hasOwn(expectValue(await getEssay(collection, id)) ?? {}, 'lacks')).toBe(false);
});

it('essays of an older version are told of when there is time, from where that was broken off; the check takes them for whole', async () => {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 1; n <= 40; n += 1)
    ids.push(
      await keep(collection, lackingKeeping(n, { pages: n % 4 === 0, image: 'http://a.example/i.gif?a=1&amp;b=2' })),
    );
  const [first = ''] = ids;
  const image = {
    address: 'http://a.example/i.gif?a=1&b=2',
    type: '',
    bytes: null,
    problem: 'unreachable',
    takenAt: '2026-01-01T00:00:00.000Z',
  } as const;
  expectValue(await putImages(collection, first, [image]));
  await forgetLacks(collection);
  await checkCollection(collection);
  expect(expectValue(await listFindings(collection, 10))).toMatchObject({ openCount: 0, pastCount: 0 });
  expect(await fillLacks(collection)).toBe(true);
  expect(await areLacksFilled(collection)).toBe(false);
  await fillAll(collection);
  expect(await areLacksFilled(collection)).toBe(true);
  expect((await found(collection, 'missing-pages')).length).toBe(10);
  expect(await found(collection, 'missing-images')).toEqual([first]);
});
