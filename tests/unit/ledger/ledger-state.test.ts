import { describe, expect, it } from 'vitest';
import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import { DamagedLedger } from '../../../lib/collection/ledger/damaged-ledger.ts';
import {
  changedLedger,
  chunksOf,
  clearedLedger,
  emptyState,
  type LedgerState,
  NO_CHUNK,
  readState,
  readTrueState,
  STATE_KEY,
  slotsOf,
  trueState,
  versionOf,
} from '../../../lib/collection/ledger/ledger-state.ts';

const written = (...chunks: readonly (readonly [number, boolean])[]): ReadonlyMap<number, boolean> => new Map(chunks);
/** A state in short: version, next number, first chunk and versions, and how many are kept. */
const inShort = ({ version, next, first, chunks, kept }: LedgerState): string =>
  `${version} ${next} ${first ?? '-'}:${chunks.join(',')} ${kept ?? '-'}`;
const three: LedgerState = { version: 7, next: 2 * CHUNK + 5, first: 0, chunks: [3, 5, 7], kept: 9 };

describe('the state after a change', () => {
  it.each<[string, LedgerState, number, ReadonlyMap<number, boolean>, number, string]>([
    ['of nothing', emptyState, 0, written(), 0, '1 0 0: 0'],
    ['of one slot', emptyState, 1, written([0, true]), 1, '1 1 0:1 1'],
    ['of a whole chunk', emptyState, CHUNK, written([0, true]), 2, `1 ${CHUNK} 0:1 2`],
    ['of a slot beyond it', emptyState, CHUNK + 1, written([0, true], [1, true]), 3, `1 ${CHUNK + 1} 0:1,1 3`],
    ['of a chunk amid others', three, three.next, written([1, true]), 9, `8 ${three.next} 0:3,8,7 9`],
    ['of one that is dead now', three, three.next, written([1, false]), 8, `8 ${three.next} 0:3,0,7 8`],
    ['of a first one that is dead now', three, three.next, written([0, false]), 8, `8 ${three.next} 1:5,7 8`],
    ['of two that are dead now', three, three.next, written([0, false], [1, false]), 1, `8 ${three.next} 2:7 1`],
    [
      'of all that are dead now, of which the last has room',
      three,
      three.next,
      written([0, false], [1, false], [2, false]),
      0,
      `8 ${three.next} 2:0 0`,
    ],
    [
      'of a whole last one that is dead',
      { ...three, next: 3 * CHUNK },
      3 * CHUNK,
      written([0, false], [1, false], [2, false]),
      0,
      `8 ${3 * CHUNK} 3: 0`,
    ],
    [
      'of one that begins later',
      { ...three, first: 1, chunks: [5, 7] },
      three.next,
      written([2, true]),
      9,
      `8 ${three.next} 1:5,8 9`,
    ],
    ['of a state that told no first', { version: 7, next: 3, chunks: [7] }, 4, written([0, true]), 2, '8 4 0:8 2'],
  ])('%s', (_, state, next, chunks, kept, wanted) => {
    expect(inShort(changedLedger(state, next, chunks, kept))).toBe(wanted);
  });

  it('is whole by its sum', () => {
    const state = changedLedger(three, three.next, written([1, true]), 9);
    const row = (value: unknown) => ({ key: STATE_KEY, value });
    expect(trueState(row(state))).toEqual(state);
    for (const damage of [
      { version: 9 },
      { next: state.next - 1 },
      { kept: 8 },
      { chunks: [3, 8, 6] },
      { sum: 1 },
      { first: undefined },
    ])
      expect(() => trueState(row({ ...state, ...damage }))).toThrow(DamagedLedger);
    expect(state.sum).not.toBe(changedLedger(three, three.next, written([1, true]), 8).sum);
  });

  it('of a cleared ledger begins with the chunk of the next number', () => {
    expect(inShort(clearedLedger(5, 3))).toBe('5 3 0:0 0');
    expect(inShort(clearedLedger(5, CHUNK))).toBe(`5 ${CHUNK} 1: 0`);
    expect(inShort(clearedLedger(5, 2 * CHUNK + 1))).toBe(`5 ${2 * CHUNK + 1} 2:0 0`);
  });
});

describe('a state as it is read', () => {
  const whole = { version: 2, next: CHUNK + 1, chunks: [1, 2] };
  it.each<[string, unknown, boolean]>([
    ['whole, without what came later', whole, true],
    ['with a first chunk', { ...whole, first: 1, chunks: [2] }, true],
    ['with a count', { ...whole, kept: 0 }, true],
    ['nothing', null, false],
    ['a text', 'state', false],
    ['a version that is none', { ...whole, version: '2' }, false],
    ['a version below none', { ...whole, version: -1 }, false],
    ['half a version', { ...whole, version: 1.5 }, false],
    ['a number that is none', { ...whole, next: null }, false],
    ['a first chunk that is none', { ...whole, first: null }, false],
    ['no chunks', { ...whole, chunks: undefined }, false],
    ['a chunk that is none', { ...whole, chunks: [1, '2'] }, false],
    ['a chunk less', { ...whole, chunks: [1] }, false],
    ['a chunk more', { ...whole, chunks: [1, 2, 3] }, false],
    ['as many chunks as without the first', { ...whole, first: 1 }, false],
    ['a count that is none', { ...whole, kept: -1 }, false],
    ['a sum that is another', { ...whole, sum: 1 }, false],
  ])('%s: %s', async (_, value, isWhole) => {
    const row = { key: STATE_KEY, value };
    const meta = { get: async (key: string) => (key === STATE_KEY ? row : undefined) };
    expect(await readState(meta)).toEqual(isWhole ? value : emptyState);
    if (isWhole) expect(await readTrueState(meta)).toEqual(value);
    else await expect(readTrueState(meta)).rejects.toThrow(DamagedLedger);
  });

  it('is none where there is no row', async () => {
    const meta = { get: async () => undefined };
    expect([await readTrueState(meta), await readState(meta)]).toEqual([null, emptyState]);
  });
});

it('chunks have rows, versions and slots', () => {
  const state: LedgerState = { version: 9, next: 3 * CHUNK + 4, first: 1, chunks: [5, NO_CHUNK, 9] };
  expect(chunksOf(state)).toEqual([1, 3]);
  expect([0, 1, 2, 3, 4].map((chunk) => versionOf(state, chunk))).toEqual([NO_CHUNK, 5, NO_CHUNK, 9, NO_CHUNK]);
  expect([0, 2, 3, 4].map((chunk) => slotsOf(state, chunk))).toEqual([CHUNK, CHUNK, 4, 0]);
  expect([chunksOf({ ...emptyState, chunks: [4] }), versionOf({ ...emptyState, chunks: [4] }, 0)]).toEqual([[0], 4]);
});
