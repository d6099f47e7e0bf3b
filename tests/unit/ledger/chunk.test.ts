import { describe, expect, it } from 'vitest';
import { deadSlot, packChunk, unpackChunk } from '../../../lib/collection/ledger/chunk.ts';
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

describe('a chunk of the ledger', () => {
  it('gives back the slots that were packed, a dead one among them', () => {
    const slots = [
      slot('00ff10203040506070809aab', '论学习', '张三\n李四'),
      deadSlot,
      slot('f'.repeat(24), '论学习', ''),
    ];
    expect(unpackChunk(packChunk(3, slots))).toEqual(slots);
  });

  it('holds each text once', () => {
    const row = packChunk(0, [slot('0'.repeat(24), '论学习', ''), slot('1'.repeat(24), '论学习', '')]);
    expect(row.strings).toEqual(['论学习', '']);
  });
});
