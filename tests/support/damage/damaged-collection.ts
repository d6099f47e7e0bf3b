import { addHighlight } from '../../../lib/collection/actions/highlights.ts';
import { saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import { createShelf, putOnShelf } from '../../../lib/collection/actions/shelves.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { putImages } from '../../../lib/collection/images/images.ts';
import { addJob } from '../../../lib/collection/jobs.ts';
import { keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import { politely } from '../../../lib/queue-plan/answer.ts';
import { newJob } from '../../../lib/queue-plan/job.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection, expectValue } from '../collections.ts';
import { type AllRows, allRows, collectionOf } from '../copy-of-collection.ts';
import { numberedKeeping } from '../keepings.ts';

/** Essays of the collection that is damaged, the trash apart; one more is in the trash. */
export const ESSAYS = 12;

/** A word that every essay's text holds, and one that stands in the nth alone. */
export const everywhere = '梯田';
export const wordOf = (n: number): string => `独${String.fromCharCode(0x4e10 + n * 7)}词`;

/** A collection of twelve essays and one in the trash, indexed, with something in every table; `ids` in the order of keeping. */
export interface Victim {
  readonly collection: Collection;
  readonly ids: readonly string[];
  readonly trashed: string;
}

/** Small sizes, so that twelve essays make segments. */
export const smallSizes = { tail: 4, run: 1000, fan: 8, small: 100, dead: 8, chunks: 1, triples: 4 } as const;

/** A search of a collection as a page that is opened has it. */
export const searchOf = (collection: Collection): Engine => openEngine(collection, smallSizes);

/** Text of the nth essay: long enough to have a fingerprint, and unlike the others. */
function textOf(n: number): string {
  const unlike = Array.from({ length: 150 }, (_, at) => String.fromCharCode(0x5000 + n * 160 + at)).join('');
  return `${everywhere}一层又一层。${wordOf(n)}。\n${unlike}。`;
}

/** The collection as it was made, from which each victim is copied: making it takes ten times as long. */
const made: { first: Promise<Omit<Victim, 'collection'> & { readonly rows: AllRows }> | null } = { first: null };

/** A collection of its own for one damage. */
export async function makeVictim(): Promise<Victim> {
  made.first ??= makeFirst().then(async ({ collection, ...victim }) => ({
    ...victim,
    rows: await allRows(collection),
  }));
  const { rows, ...victim } = await made.first;
  return { ...victim, collection: await collectionOf(rows) };
}

async function makeFirst(): Promise<Victim> {
  const collection = emptyCollection();
  const keepings = Array.from({ length: ESSAYS + 1 }, (_, n) =>
    numberedKeeping(n, {
      text: textOf(n),
      html: textOf(n)
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join(''),
    }),
  );
  const kept = (await keepEssays(collection, keepings)).map((one) => expectValue(one));
  const ids = kept.slice(0, ESSAYS).map(({ id }) => id);
  const trashed = kept[ESSAYS]?.id ?? '';
  await moveToTrash(collection, [trashed]);
  await tagEssays(collection, ids.slice(0, 3), { add: ['待读'] });
  const shelf = expectValue(await createShelf(collection, '课题'));
  await putOnShelf(collection, ids.slice(0, 3), shelf.id);
  await saveSearch(collection, '梯田', 'q=梯田');
  for (const essayId of ids.slice(0, 2)) {
    const quote = { exact: everywhere, prefix: '', suffix: '一层' };
    await addHighlight(collection, { essayId, colour: 'green', note: '', quote, position: { start: 0, end: 2 } });
  }
  const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0]);
  const image = { type: 'image/gif', bytes: gif, problem: '', takenAt: '2026-04-02T09:30:00Z' } as const;
  for (const id of ids.slice(0, 2))
    expectValue(await putImages(collection, id, [{ address: 'http://a.example/1.gif', ...image }]));
  const wanted = [1, 2].map((n) => ({
    kind: 'essay' as const,
    address: `http://a.example/${n}.htm`,
    key: `k${n}`,
    title: `第${n}`,
    date: null,
  }));
  await addJob(collection, {
    job: newJob('j1', wanted),
    facts: {
      kind: 'column',
      title: '理论',
      address: 'http://a.example/',
      madeAt: '2026-04-02T09:30:00.000Z',
      rows: '',
      manners: politely,
    },
  });
  await searchOf(collection).index();
  return { collection, ids, trashed };
}

/** A damage to a collection. */
export interface Damage {
  /** What is damaged, and how. */
  readonly name: string;
  /** Which essay (by number) cannot be whole any more; null for none. */
  readonly harms: number | null;
  /** The table that the finding is to name. */
  readonly told: string;
  /** Parts of the essay's row that stand nowhere else and are lost by it. */
  readonly lost: readonly string[];
  readonly run: (victim: Victim) => Promise<void>;
}
