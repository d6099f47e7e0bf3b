import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { essayRowOf } from '../../../../lib/collection/keep/essay-row.ts';
import { noWork } from '../../../../lib/collection/rows.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import {
  applied,
  deletion,
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  stampAt,
  syncingCollection,
} from '../../../support/sync/syncing-collection.ts';

const held: { collection: Collection | null; from: number } = { collection: null, from: 1 };
beforeAll(async () => {
  held.collection = await syncingCollection();
});
afterAll(() => held.collection?.close());
const ours = (): Collection => {
  if (held.collection === null) throw new Error('Not opened yet.');
  return held.collection;
};

const KEPT = '2026-03-01T09:30:00.000Z';
/** A change of the text. */
const edit = { id: 'x', kind: 'taken-out', found: '塘', text: '', after: null, madeAt: KEPT };
const registers = (n: number) => ({ captureId: `c${n}`, keptAt: KEPT, trashedAt: '' });
/** An essay of another device with its text. */
const sent = (
  n: number,
  facts: Readonly<Record<string, unknown>> = {},
  stamp = stampAt(-500),
): readonly Operation[] => [
  ...fieldOperations('essays', essayIdOf(n), { ...registers(n), ...facts }, stamp),
  partOperation('bodies', partOf('bodies', n), stamp),
];
/** A number that no other test has. */
const next = (): number => {
  held.from += 10;
  return held.from;
};
const essay = async (n: number) => {
  const row = await ours().essays.get(essayIdOf(n));
  return row && { ...row, doc: 0 };
};
const rowOf = (n: number, own: object = {}, captureId = `c${n}`, text = '塘') =>
  ({
    ...essayRowOf(partOf('bodies', n, { captureId, text }) as never, KEPT, '', { ...noWork, ...own }),
    doc: 0,
  }) as object;
const findings = async (n: number): Promise<readonly string[]> =>
  (await ours().quarantine.toArray()).flatMap(({ table, id, reason, parts, essayId, settled }) =>
    essayId === essayIdOf(n) ? [[table, id.slice(table.length + 1), reason, parts.join('+'), settled].join(' ')] : [],
  );

describe('an essay of another device', () => {
  it('is the row that its fields and its text make', async () => {
    const n = next();
    await applied(
      ours(),
      ...sent(n, {
        note: '记',
        checked: `c${n}`,
        readState: 'read',
        'tags/tag b': true,
        'tags/tag a': true,
        'shelves/s': true,
        'edited/title': '论堤',
        'textEdits/x': edit,
      }),
    );
    expect(await essay(n)).toEqual(
      rowOf(n, {
        note: '记',
        checked: `c${n}`,
        readState: 'read',
        tags: ['tag a', 'tag b'],
        shelves: ['s'],
        edited: { title: '论堤' },
        textEdits: [edit],
      }),
    );
    expect(await findings(n)).toEqual([]);
  });

  it('is not shown before its text has come, and then whole', async () => {
    const n = next();
    const [fields, text] = [sent(n).slice(0, 3), sent(n).slice(3)];
    await applied(ours(), ...fields);
    expect(await essay(n)).toBeUndefined();
    await applied(ours(), ...text);
    expect(await essay(n)).toEqual(rowOf(n));
  });

  it('shows another text of it while that which is current is on its way: the last of them', async () => {
    const n = next();
    const texts = ['a', 'd', 'b'].map((captureId) =>
      partOperation('bodies', partOf('bodies', n, { captureId, text: captureId })),
    );
    await applied(ours(), ...sent(n, { captureId: 'e' }).slice(0, 3), ...texts);
    expect(await essay(n)).toEqual(rowOf(n, {}, 'd', 'd'));
    await applied(ours(), partOperation('bodies', partOf('bodies', n, { captureId: 'c', text: 'c' })));
    expect(await essay(n)).toEqual(rowOf(n, {}, 'd', 'd'));
    await applied(ours(), partOperation('bodies', partOf('bodies', n, { captureId: 'e', text: 'e' })));
    expect(await essay(n)).toEqual(rowOf(n, {}, 'e', 'e'));
    await applied(ours(), ...fieldOperations('essays', essayIdOf(n), { captureId: 'b' }, stampAt(-400)));
    expect(await essay(n)).toEqual(rowOf(n, {}, 'b', 'b'));
  });

  it('never shows the text of another essay', async () => {
    const [n, other] = [next(), next()];
    await applied(ours(), ...sent(n, { captureId: `c${other}` }).slice(0, 3), ...sent(other));
    expect([await essay(n), await essay(other)]).toEqual([undefined, rowOf(other)]);
  });

  it('whose text is lost here shows what the reader makes of it all the same', async () => {
    const n = next();
    await applied(ours(), ...sent(n));
    await ours().bodies.delete(`c${n}`);
    await applied(
      ours(),
      ...fieldOperations(
        'essays',
        essayIdOf(n),
        { note: '新记', 'tags/t': true, trashedAt: '2026-04-01', 'textEdits/x': edit },
        stampAt(-300),
      ),
    );
    expect(await essay(n)).toEqual({ ...rowOf(n, { note: '新记', tags: ['t'] }), trashedAt: '2026-04-01' });
  });

  it('keeps what each device knows by itself: its number, its cluster, what it lacks, the order of its tags', async () => {
    const n = next();
    await applied(
      ours(),
      ...sent(n, { 'tags/a': true, 'tags/b': true, 'tags/c': true, 'shelves/p': true, 'shelves/q': true }),
    );
    const own = { cluster: 'k', lacks: ['missing-images'], tags: ['c', 'b', 'a'], shelves: ['q', 'p'] } as const;
    await ours().essays.update(essayIdOf(n), own);
    const { doc } = (await ours().essays.get(essayIdOf(n))) ?? {};
    await applied(
      ours(),
      ...fieldOperations('essays', essayIdOf(n), { 'tags/b': undefined, 'tags/d': true }, stampAt(-300)),
    );
    expect(await essay(n)).toEqual({ ...rowOf(n, { ...own, tags: ['c', 'a', 'd'] }) });
    expect((await ours().essays.get(essayIdOf(n)))?.doc).toBeDefined();
    // Nothing is new: the row is not written again.
    const before = await ours().essays.get(essayIdOf(n));
    await applied(ours(), ...fieldOperations('essays', essayIdOf(n), { 'tags/a': true }, stampAt(-200)));
    expect(await ours().essays.get(essayIdOf(n))).toEqual(before);
    expect(doc).toBeTypeOf('number');
  });

  it('keeps the archived copy that stands for it here, until somebody says another', async () => {
    const n = next();
    const copy = (at: string) => ({
      archive: 'wayback',
      url: `https://web.archive.org/web/${at}/http://dx.example/1.htm`,
      capturedAt: null,
    });
    await applied(ours(), ...sent(n));
    await ours().transaction('rw', [ours().essays, ours().stamps, ours().sync], () =>
      ours().essays.update(essayIdOf(n), { givenCopy: copy('2001') as never }),
    );
    await applied(ours(), ...fieldOperations('essays', essayIdOf(n), { note: '记' }, stampAt(-300)));
    expect(await essay(n)).toMatchObject({ note: '记', givenCopy: copy('2001') });
    await applied(ours(), ...fieldOperations('essays', essayIdOf(n), { givenCopy: undefined }, stampAt(-200)));
    expect(Object.keys((await essay(n)) ?? {})).not.toContain('givenCopy');
  });

  it('is told of where one field is none of its own, and not written where nothing is another', async () => {
    const n = next();
    await applied(ours(), ...sent(n, { readState: 'constructor' }));
    expect(await findings(n)).toEqual([`essays ${essayIdOf(n)} mended readState true`]);
    await ours().uncopied.clear();
    await applied(ours(), ...fieldOperations('essays', essayIdOf(n), { trashedAt: '' }, stampAt(-300)));
    const marks = await ours().uncopied.toArray();
    expect(marks.flatMap(({ table, beside = [] }) => [table, ...beside.map((one) => one.table)])).toEqual(['stamps']);
  });

  it('is told of where fields are none of its own, and what is an essay’s id and what is not', async () => {
    const n = next();
    await applied(
      ours(),
      ...sent(n, { readState: 'constructor', 'edited/title': ['x'], 'edited/hits': 9 }),
      ...fieldOperations('essays', 'E1', registers(n)),
    );
    expect(await essay(n)).toEqual(rowOf(n, { edited: { hits: 9 } }));
    expect(await findings(n)).toEqual([`essays ${essayIdOf(n)} mended readState+edited/title true`]);
    expect(await ours().quarantine.get('essays\nE1')).toMatchObject({
      reason: 'unreadable',
      settled: true,
      essayId: 'E1',
    });
  });

  it('comes with a hundred others, the one like the other', async () => {
    const from = next();
    held.from += 104;
    const some = Array.from({ length: 104 }, (_, at) => from + at);
    await applied(
      ours(),
      ...some.flatMap((n) => sent(n, { note: String(n) }).slice(0, 4)),
      ...some.map((n) => partOperation('bodies', partOf('bodies', n))),
    );
    const rows = await ours().essays.bulkGet(some.map(essayIdOf));
    expect(rows.map((row) => row?.note)).toEqual(some.map(String));
    expect(new Set(rows.map((row) => row?.doc)).size).toBe(104);
    await applied(ours(), ...some.slice(2, 102).map((n) => deletion('essays', essayIdOf(n), [stampAt(-500)])));
    const left = await ours().essays.bulkGet(some.map(essayIdOf));
    expect(left.flatMap((row) => row?.note ?? [])).toEqual([...some.slice(0, 2), ...some.slice(102)].map(String));
  });

  it('is written as what is left of its cluster where the other of it goes, however many come between', async () => {
    const [n, gone] = [next(), next()];
    await applied(ours(), ...sent(n), ...sent(gone));
    await ours().essays.bulkUpdate([n, gone].map((one) => ({ key: essayIdOf(one), changes: { cluster: 'pair' } })));
    await ours().clusters.put({ id: 'pair', mainId: essayIdOf(gone) });
    const between = Array.from({ length: 100 }, (_, at) =>
      fieldOperations('essays', essayIdOf(9000 + at), { keptAt: KEPT }),
    );
    await applied(
      ours(),
      ...fieldOperations('essays', essayIdOf(n), { readState: 'read' }, stampAt(-300)),
      ...between.flat(),
      deletion('essays', essayIdOf(gone), [stampAt(-500), stampAt(0, 'aaaa')]),
    );
    expect([await essay(n), await essay(gone)]).toEqual([rowOf(n, { readState: 'read', cluster: '' }), undefined]);
    expect(await ours().clusters.count()).toBe(0);
  });
});
