import { describe, expect, it } from 'vitest';
import { type ChunkRow, deadSlot, unpackChunk, writeSlots } from '../../../lib/collection/ledger/chunk.ts';
import type { Slot } from '../../../lib/collection/ledger/slot.ts';

const slot = (id: string, title: string, author: string): Slot => ({
  ...deadSlot,
  id,
  state: 1,
  kind: 2,
  published: 20050700,
  keptAt: Date.UTC(2026, 1, 2),
  trashedAt: Date.UTC(2026, 1, 3),
  length: 2730,
  texts: { ...deadSlot.texts, title, author },
});

/** A chunk of these slots and no others. */
const chunkOf = (slots: readonly Slot[]): ChunkRow => writeSlots(undefined, 3, slots.length, new Map(slots.entries()));

describe('a chunk of the ledger', () => {
  it('gives back the slots that were written, a dead one among them', () => {
    const slots = [
      slot('00ff10203040506070809aab', '论学习', '张三\n李四'),
      deadSlot,
      slot('f'.repeat(24), '论学习', ''),
    ];
    expect(unpackChunk(chunkOf(slots))).toEqual(slots);
  });

  it('holds each text once', () => {
    const row = chunkOf([slot('0'.repeat(24), '论学习', ''), slot('1'.repeat(24), '论学习', '')]);
    expect(row.strings).toEqual(['论学习', '']);
  });

  it('is what writing slot after slot into it makes, some of them again and some dead', () => {
    const written: Slot[] = [];
    let row: ChunkRow | undefined;
    for (let n = 0; n < 60; n += 1) {
      const at = n % 3 === 2 ? (n * 7) % written.length : written.length;
      const one = n % 5 === 4 ? deadSlot : slot(n.toString(16).padStart(24, '0'), `题${n % 4}`, `${n}`);
      written[at] = one;
      row = writeSlots(row, 3, written.length, new Map([[at, one]]));
    }
    expect(row && unpackChunk(row)).toEqual(written);
    expect(row?.strings.toSorted()).toEqual(chunkOf(written).strings.toSorted());
  });

  it('has dead slots where none was written', () => {
    const one = slot('a'.repeat(24), '论学习', '');
    expect(unpackChunk(writeSlots(chunkOf([one]), 3, 4, new Map([[2, one]])))).toEqual([one, deadSlot, one, deadSlot]);
  });

  it('keeps no text of an essay that is gone', () => {
    const row = chunkOf([slot('0'.repeat(24), '论学习', '张三'), slot('1'.repeat(24), '论读书', '')]);
    expect(writeSlots(row, 3, 2, new Map([[0, deadSlot]])).strings.toSorted()).toEqual(['', '论读书']);
  });
});
