import { describe, expect, it } from 'vitest';
import { keepableRows } from '../../../../lib/collection/backup/keepable-rows.ts';
import type { Row } from '../../../../lib/collection/backup/row-text.ts';
import type { Rows } from '../../../../lib/collection/backup/rows-to-keep.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const found = (rows: Record<string, readonly unknown[]>): Rows => new Map(Object.entries(rows)) as never;
const { doc: _doc, ...essay } = wholeRows.essays;
const version = (id: string, essayId: string, title: string, takenAt: string) => ({
  captures: { ...wholeRows.captures, id, essayId, takenAt },
  bodies: { ...wholeRows.bodies, captureId: id, essayId, title },
});
const [own, others] = [version('c1', 'e1', '甲', '2026-03-01'), version('c2', 'e2', '乙', '2026-03-02')];
const versions = { captures: [own.captures, others.captures], bodies: [own.bodies, others.bodies] };

describe('rows that go into a backup', () => {
  it('are themselves where they are whole', () => {
    const { rows, damaged } = keepableRows(found({ tags: [wholeRows.tags], essays: [essay] }));
    expect([rows.get('tags')?.[0] === wholeRows.tags, rows.get('essays')?.[0] === essay, damaged]).toEqual([
      true,
      true,
      [],
    ]);
  });

  it('are mended, or left out, and told of as they were', () => {
    const [mended, lost] = [
      { ...wholeRows.shelves, order: 'a' },
      { ...wholeRows.shelves, id: 's2', name: 7 },
    ];
    const { rows, damaged } = keepableRows(found({ shelves: [mended, wholeRows.shelves, lost] }));
    expect(rows.get('shelves')).toEqual([{ ...wholeRows.shelves, order: 0 }, wholeRows.shelves]);
    expect(damaged).toEqual([
      { table: 'shelves', key: 's1', reason: 'mended', parts: ['order'], essayId: '', title: '', row: mended },
      { table: 'shelves', key: 's2', reason: 'unreadable', parts: ['name'], essayId: '', title: '', row: lost },
    ]);
  });

  it.each<[string, object, object]>([
    ['the version that it names', { unit: 7, title: '旧' }, { title: '甲', unit: null, captureId: 'c1', note: '记' }],
    ['its newest, where that is lost', { captureId: 7, title: '旧' }, { title: '甲', captureId: 'c1' }],
    ['its versions’ time', { keptAt: 7, title: '旧' }, { keptAt: '2026-03-01' }],
  ])('of essays have from %s what is lost', (_, damage, expected) => {
    const { rows, damaged } = keepableRows(found({ essays: [{ ...essay, edited: {}, ...damage }], ...versions }));
    const row: Row = rows.get('essays')?.[0] ?? {};
    expect([row, Object.hasOwn(row, 'doc'), damaged.length]).toMatchObject([expected, false, 1]);
  });

  it('of essays without versions are mended by themselves', () => {
    const { rows } = keepableRows(
      found({ essays: [{ ...essay, unit: 7 }], ...versions, captures: [], bodies: [others.bodies] }),
    );
    expect(rows.get('essays')).toEqual([{ ...essay, unit: null }]);
  });
});
