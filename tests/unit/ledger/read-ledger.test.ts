import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { CHUNK, type ChunkRow, deadSlot, writeSlots } from '../../../lib/collection/ledger/chunk.ts';
import { DamagedLedger } from '../../../lib/collection/ledger/damaged-ledger.ts';
import {
  changedLedger,
  clearedLedger,
  emptyState,
  type LedgerState,
  slotsOf,
} from '../../../lib/collection/ledger/ledger-state.ts';
import {
  emptyLedger,
  essayIdOf,
  type Ledger,
  refreshFrom,
  stateOf,
} from '../../../lib/collection/ledger/read-ledger.ts';
import { DEAD, LIVE, type Slot, TRASHED, textColumns } from '../../../lib/collection/ledger/slot.ts';
import type { ReadTransaction } from '../../../lib/collection/read-at-once.ts';
import { groupBy } from '../../../scripts/mutants/group.ts';

const idOf = (doc: number): string => (doc + 1).toString(16).padStart(24, 'a');
const slotOfDoc = (doc: number, more: Partial<Slot> = {}, title = `题${doc % 7}`): Slot => ({
  ...deadSlot,
  id: idOf(doc),
  state: doc % 5 === 0 ? TRASHED : LIVE,
  kind: doc % 3,
  published: 20_000_000 + doc,
  keptAt: 1000 + doc,
  trashedAt: doc % 5 === 0 ? 9000 + doc : 0,
  length: 50 + doc,
  texts: { ...deadSlot.texts, title, author: `甲${doc % 3}`, reading: 'read' },
  ...more,
});

/** A stored ledger that is written as entering rows does, and read as a transaction of the database is. */
function storedLedger() {
  const stored = {
    state: emptyState as LedgerState | undefined,
    rows: new Map<number, ChunkRow>(),
    essays: 0,
    asked: [] as number[],
  };
  const reading = {
    get: async ({ name }: { name: string }, key: unknown) => {
      if (name === 'meta') return stored.state && { key, value: stored.state };
      stored.asked.push(Number(key));
      return stored.rows.get(Number(key));
    },
    any: async ({ name }: { name: string }) => (name === 'ledger' ? stored.rows.size > 0 : stored.essays > 0),
  } as unknown as ReadTransaction;
  const tables = { essays: { name: 'essays' }, ledger: { name: 'ledger' }, meta: { name: 'meta' } } as unknown as Pick<
    Collection,
    'essays' | 'ledger' | 'meta'
  >;
  const write = (next: number, slots: ReadonlyMap<number, Slot>): void => {
    const before = stored.state ?? emptyState;
    const byChunk = groupBy(slots, ([doc]) => Math.floor(doc / CHUNK));
    const alive = new Map<number, boolean>();
    for (const [chunk, own] of byChunk) {
      const row = writeSlots(
        stored.rows.get(chunk),
        chunk,
        slotsOf({ next }, chunk),
        new Map(own.map(([doc, slot]) => [doc - chunk * CHUNK, slot])),
      );
      const lives = row.states.some((state) => state !== DEAD);
      alive.set(chunk, lives);
      if (lives) stored.rows.set(chunk, row);
      else stored.rows.delete(chunk);
    }
    stored.state = changedLedger(before, next, alive, 0);
  };
  return { stored, write, refresh: (known: Ledger) => refreshFrom(reading, tables, known) };
}

/** What a ledger in memory says of the document of a number. */
function saidOf(ledger: Ledger, doc: number) {
  const place = doc - ledger.base;
  const texts = Object.fromEntries(
    textColumns.map((name) => [name, ledger.columns[name].texts[ledger.columns[name].codes[place] ?? 0]]),
  );
  return {
    id: essayIdOf(ledger, place),
    state: stateOf(ledger, doc),
    kind: ledger.kinds[place],
    published: ledger.published[place],
    keptAt: ledger.keptAt[place],
    trashedAt: ledger.trashedAt[place],
    length: ledger.lengths[place],
    texts,
  };
}
const docs = (from: number, to: number): ReadonlyMap<number, Slot> =>
  new Map(Array.from({ length: to - from }, (_, at): [number, Slot] => [from + at, slotOfDoc(from + at)]));
const dead = (from: number, to: number): ReadonlyMap<number, Slot> =>
  new Map(Array.from({ length: to - from }, (_, at): [number, Slot] => [from + at, deadSlot]));

describe('a ledger in memory', () => {
  it('has all that was written, and asks for what was written since alone', async () => {
    const { stored, write, refresh } = storedLedger();
    const ledger = emptyLedger();
    expect(await refresh(ledger)).toBe(false);
    const next = 2 * CHUNK + 10;
    write(next, docs(0, next));
    expect(await refresh(ledger)).toBe(true);
    expect([ledger.version, ledger.base, ledger.size, stored.asked]).toEqual([1, 0, next, [0, 1, 2]]);
    for (const doc of [0, 1, 5, CHUNK - 1, CHUNK, next - 1]) expect(saidOf(ledger, doc)).toEqual(slotOfDoc(doc));
    expect(await refresh(ledger)).toBe(false);

    stored.asked = [];
    const changed = slotOfDoc(CHUNK + 3, { state: TRASHED, trashedAt: 77, length: 1 }, '另一题');
    write(
      next + 1,
      new Map([
        [CHUNK + 3, changed],
        [next, slotOfDoc(next)],
      ]),
    );
    expect(await refresh(ledger)).toBe(true);
    expect([ledger.version, ledger.size, stored.asked]).toEqual([2, next + 1, [1, 2]]);
    expect(saidOf(ledger, CHUNK + 3)).toEqual(changed);
    expect(saidOf(ledger, next)).toEqual(slotOfDoc(next));
  });

  it('lets go of what is dead at the beginning, and keeps the rest in its place', async () => {
    const { stored, write, refresh } = storedLedger();
    const ledger = emptyLedger();
    const next = 2 * CHUNK + 10;
    write(next, docs(0, next));
    await refresh(ledger);
    const ids = ledger.ids;
    write(next, dead(0, CHUNK));
    stored.asked = [];
    await refresh(ledger);
    expect([ledger.base, ledger.size, stored.asked]).toEqual([CHUNK, CHUNK + 10, []]);
    for (const doc of [CHUNK, CHUNK + 1, 2 * CHUNK, next - 1]) expect(saidOf(ledger, doc)).toEqual(slotOfDoc(doc));
    expect([stateOf(ledger, CHUNK - 1), stateOf(ledger, next), stateOf(ledger, next - 1)]).toEqual([DEAD, DEAD, LIVE]);
    // Results that were found before hold the ids of that time.
    expect([ids.length >= next * 12, essayIdOf({ ids }, 5)]).toEqual([true, idOf(5)]);

    write(next, dead(CHUNK, 2 * CHUNK));
    await refresh(ledger);
    expect([ledger.base, ledger.size]).toEqual([2 * CHUNK, 10]);
    expect(saidOf(ledger, next - 1)).toEqual(slotOfDoc(next - 1));
  });

  it('has dead places where a chunk amid others is dead', async () => {
    const { write, refresh } = storedLedger();
    const ledger = emptyLedger();
    const next = 3 * CHUNK;
    write(next, docs(0, next));
    write(next, dead(CHUNK, 2 * CHUNK));
    await refresh(ledger);
    const states = Array.from({ length: next }, (_, doc) => stateOf(ledger, doc) === DEAD);
    expect([states.indexOf(true), states.lastIndexOf(true), states.filter(Boolean).length]).toEqual([
      CHUNK,
      2 * CHUNK - 1,
      CHUNK,
    ]);
  });

  it('is read anew where it was made anew', async () => {
    const { stored, write, refresh } = storedLedger();
    const ledger = emptyLedger();
    write(9, docs(0, 9));
    write(9, docs(3, 4));
    await refresh(ledger);
    stored.state = clearedLedger(1, 0);
    stored.rows.clear();
    write(
      2,
      new Map([
        [0, slotOfDoc(40)],
        [1, slotOfDoc(41)],
      ]),
    );
    stored.state = { ...changedLedger({ ...emptyState, version: 0 }, 2, new Map([[0, true]]), 0) };
    await refresh(ledger);
    expect([ledger.version, ledger.base, ledger.size]).toEqual([1, 0, 2]);
    expect([saidOf(ledger, 0), saidOf(ledger, 1)]).toEqual([slotOfDoc(40), slotOfDoc(41)]);
  });

  it('has one code for a text once a text is looked for, though a first reading looks for no titles', async () => {
    const { write, refresh } = storedLedger();
    const ledger = emptyLedger();
    write(
      CHUNK + 2,
      new Map([
        [0, slotOfDoc(0, {}, '甲')],
        [CHUNK, slotOfDoc(1, {}, '甲')],
        [CHUNK + 1, slotOfDoc(2, {}, '甲')],
      ]),
    );
    await refresh(ledger);
    const { codes, texts, codeOf } = ledger.columns.title;
    expect([texts[codes[0] ?? 0], codes[0] === codes[CHUNK], codes[CHUNK] === codes[CHUNK + 1]]).toEqual([
      '甲',
      false,
      true,
    ]);
    write(CHUNK + 3, new Map([[CHUNK + 2, slotOfDoc(3, {}, '甲')]]));
    await refresh(ledger);
    expect(ledger.columns.title.codes[CHUNK + 2]).toBe(codes[CHUNK]);
    write(
      CHUNK + 4,
      new Map([
        [CHUNK + 3, slotOfDoc(4, {}, '乙')],
        [CHUNK, slotOfDoc(1, {}, '乙')],
      ]),
    );
    await refresh(ledger);
    const { codes: now } = ledger.columns.title;
    expect([now[CHUNK + 3] === now[CHUNK], codeOf.get('乙')]).toEqual([true, now[CHUNK]]);
    expect(ledger.columns.author.codes[0]).not.toBe(0);
  });
});

describe('a ledger that is damaged', () => {
  it.each<[string, (stored: ReturnType<typeof storedLedger>['stored']) => void, boolean]>([
    [
      'without a state and anything else is none',
      (stored) => {
        stored.state = undefined;
        stored.rows.clear();
      },
      true,
    ],
    [
      'without a state',
      (stored) => {
        stored.state = undefined;
      },
      false,
    ],
    [
      'without a state, with essays',
      (stored) => {
        stored.state = undefined;
        stored.rows.clear();
        stored.essays = 1;
      },
      false,
    ],
    [
      'without a chunk',
      (stored) => {
        stored.rows.delete(0);
      },
      false,
    ],
    [
      'with a chunk in another’s place',
      (stored) => {
        stored.rows.set(0, { ...(stored.rows.get(0) as ChunkRow), chunk: 1 });
      },
      false,
    ],
    [
      'with a state that cannot be read',
      (stored) => {
        stored.state = { ...emptyState, next: -1 };
      },
      false,
    ],
    ['in nothing', () => undefined, true],
  ])('%s', async (_, damage, isRead) => {
    const { stored, write, refresh } = storedLedger();
    write(3, docs(0, 3));
    damage(stored);
    const ledger = emptyLedger();
    if (isRead) await refresh(ledger);
    else await expect(refresh(ledger)).rejects.toThrow(DamagedLedger);
    if (!isRead) expect([ledger.version, ledger.size]).toEqual([0, 0]);
  });
});
