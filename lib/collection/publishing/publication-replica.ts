import { stampOf, tick } from '../../sync/model/clock.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { stampedId } from '../../sync/model/stamped-row.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';
import type { Replica, Unsent } from '../../sync/run/replica.ts';
import { rowGiven } from '../backup/handed/handed-row.ts';
import type { Collection } from '../collection.ts';
import { sizeOfValue } from '../size-of-value.ts';
import type { PartTable } from '../sync/parts-in-order.ts';
import type { PublishedRow, SyncStore } from '../sync-store/sync-store.ts';
import { changePublication, type Publication, readPublication } from './publication.ts';
import type { PublicationItem, PublicationPlan } from './publication-plan.ts';

/** Rows that one segment takes, and about how many characters or bytes of them. */
const ROWS = 400;
const SIZE = { acts: 8_000_000, originals: 3_800_000, images: 3_800_000 } as const;

/**
 * What is published, as a push sees it (`push`): a log of its own, of one device, which is fed by what differs from what was sent. Nothing of the
 * collection's own stamps is in it. What was cut off is found to differ once more.
 */
export function publicationReplica(collection: Collection, store: SyncStore, plan: PublicationPlan): Replica {
  const at: Record<LogStream, number> = { acts: 0, originals: 0, images: 0 };
  /** What was taken last, until it is sent. */
  const taken: { stream: LogStream; rows: readonly PublishedRow[]; gone: readonly string[] } = {
    stream: 'acts',
    rows: [],
    gone: [],
  };
  const publication = async (): Promise<Publication> => {
    const now = await readPublication(store);
    if (now === null) throw new Error('Nothing is published.');
    return now;
  };
  const nextStamp = async (): Promise<string> => {
    const { clock, state } = await publication();
    const ticked = tick(clock, collection.now());
    await changePublication(store, { clock: ticked });
    return stampOf(ticked, state.device);
  };

  async function take<Item>(
    stream: LogStream,
    items: readonly Item[],
    read: (item: Item) => Promise<readonly Operation[]>,
    tell: (items: readonly Item[]) => Promise<void>,
  ): Promise<Unsent> {
    const [marks, operations]: [number[], Operation[]] = [[], []];
    taken.stream = stream;
    const from = at[stream];
    let size = 0;
    for (let place = from; place < items.length && marks.length < ROWS && size < SIZE[stream]; place += 1) {
      const some = await read(items[place] as Item);
      size += some.reduce((sum, { value }) => sum + sizeOfValue(value), 0);
      operations.push(...some);
      marks.push(place);
    }
    await tell(items.slice(from, from + marks.length));
    return { marks, operations };
  }

  async function takeActs(): Promise<Unsent> {
    const stamp = plan.acts.length > at.acts ? await nextStamp() : '';
    const { device } = (await publication()).state;
    return take(
      'acts',
      plan.acts,
      (item) => operationsOf(collection, item, stamp, device),
      async (items) => {
        taken.rows = items.flatMap(({ fields, after }) => (fields === null ? [] : [after]));
        taken.gone = items.flatMap(({ fields, after }) => (fields === null ? [after.id] : []));
      },
    );
  }

  async function takeParts(stream: 'originals' | 'images'): Promise<Unsent> {
    const stamp = plan[stream].length > at[stream] ? await nextStamp() : '';
    const rowOf = async (essayId: string): Promise<PublishedRow | undefined> =>
      store.published.get(stampedId('essays', essayId));
    const sent: PublishedRow[] = [];
    const unsent = await take(
      stream,
      plan[stream],
      async (essayId) => {
        const row = await rowOf(essayId);
        if (row === undefined) return [];
        if (stream === 'originals') {
          const of = row.captureId ?? '';
          const value = await collection.originals.get(of);
          sent.push({ ...row, ...(value === undefined ? { originalLacked: of } : { originalOf: of }) });
          return value === undefined ? [] : [partOf('originals', value.captureId, essayId, value, stamp)];
        }
        const images = await collection.images
          .where('[essayId+address]')
          .between([essayId, ''], [essayId, '\uffff'])
          .toArray();
        const there = images.filter(({ bytes }) => bytes !== null);
        sent.push({ ...row, imagesOf: there.length, imagesLacked: images.length - there.length });
        return there.map((value) => partOf('images', `${essayId} ${value.address}`, essayId, value, stamp));
      },
      async () => undefined,
    );
    [taken.rows, taken.gone] = [sent, []];
    return unsent;
  }

  return {
    readState: async () => (await publication()).state,
    writeState: (state) => changePublication(store, { state }),
    unsent: (stream) => (stream === 'acts' ? takeActs() : takeParts(stream)),
    markSent: ({ marks }, state) =>
      store.transaction('rw', [store.facts, store.published], async () => {
        await store.published.bulkPut([...taken.rows]);
        await store.published.bulkDelete([...taken.gone]);
        await changePublication(store, { state });
        at[taken.stream] += marks.length;
      }),
    mostApplied: 1,
    apply: () => Promise.reject(new Error('A publication reads nothing.')),
    countDeleted: async () => ({ all: plan.essays, deleted: [] }),
    voidParts: async () => new Set(),
  };
}

/** A part as it goes to others: as it goes in a file that is handed over. */
const partOf = (table: PartTable, key: string, owner: string, value: object, stamp: string): Operation => ({
  table,
  key,
  field: '',
  stamp,
  owner,
  value: rowGiven(table, { ...value }, { own: false }),
});

/** The operations that make a row there what it is here. */
async function operationsOf(
  { captures, bodies }: Collection,
  { table, key, essayId, fields, before }: PublicationItem,
  stamp: string,
  device: string,
): Promise<readonly Operation[]> {
  const of = { table, key, stamp, ...(table === 'highlights' && { owner: essayId }) };
  if (fields === null) return [{ ...of, field: '', over: { [device]: stamp } }];
  const gone = (before?.names ?? []).filter((name) => !Object.hasOwn(fields, name));
  const changed = [
    ...Object.entries(fields).map(([field, value]) => ({ ...of, field, value })),
    ...gone.map((field) => ({ ...of, field })),
  ];
  const captureId = fields['captureId'];
  if (table !== 'essays' || typeof captureId !== 'string' || captureId === before?.captureId) return changed;
  const [capture, body] = [await captures.get(captureId), await bodies.get(captureId)];
  return [
    ...changed,
    ...(capture === undefined ? [] : [partOf('captures', captureId, key, capture, stamp)]),
    ...(body === undefined ? [] : [partOf('bodies', captureId, key, body, stamp)]),
  ];
}
