import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense } from '../../../lib/sync/log/condense.ts';
import { deviceOf, hear, isDevice, isStamp, newClock, stampOf, tick, timeOf } from '../../../lib/sync/model/clock.ts';
import { essayOfFields, fieldsOf } from '../../../lib/sync/model/fields-of.ts';
import { joinOperation } from '../../../lib/sync/model/join.ts';
import { mergeOperations, sortOperations } from '../../../lib/sync/model/merge.ts';
import { lineOf, type Operation, operationOf } from '../../../lib/sync/model/operation.ts';
import {
  isAlive,
  isNoteField,
  noStamps,
  rowValues,
  type StampedRow,
  textsOf,
} from '../../../lib/sync/model/stamped-row.ts';
import { actOf, operationsOfAct } from '../../../lib/sync/model/synced-act.ts';
import { operationsOfWrite } from '../../../lib/sync/model/write.ts';

const YEAR = 365 * 86_400_000;
const stamp = (time: number, device = 'aaaa', count = 0): string => stampOf({ time, count }, device);

describe('the clock', () => {
  it('follows the time, and never falls behind what was heard', () => {
    const one = tick(newClock, 1000);
    const ahead = stamp(1000 + YEAR, 'bbbb');
    const after = stampOf(tick(hear(one, ahead), 2000), 'aaaa');
    expect(after > ahead).toBe(true);
    expect(timeOf(after) - timeOf(ahead)).toBe(0);
    expect(deviceOf(after)).toBe('aaaa');
  });

  it('orders what one device does where its clock goes back', () => {
    const clock = tick(tick(newClock, 5000), 1000);
    expect(stampOf(clock, 'aaaa') > stamp(5000)).toBe(true);
  });

  it('goes on where the counter is full', () => {
    const full = { time: 5, count: 36 ** 4 - 1 };
    expect(stampOf(tick(full, 1), 'aaaa') > stampOf(full, 'aaaa')).toBe(true);
  });

  it('takes nothing else for a stamp', () => {
    expect(isStamp(stamp(1000))).toBe(true);
    expect(['', '1-2-a', `${stamp(1)}\n`, stamp(1, '__proto__'), 7, null].some(isStamp)).toBe(false);
    // What every record of devices has, and no device put there.
    expect([isStamp(stamp(1, 'constructor')), isDevice('constructor'), isDevice('constructor1')]).toEqual([
      false,
      false,
      true,
    ]);
    // One that no clock could ever come after.
    expect(isStamp(stampOf({ time: 36 ** 9 - 1, count: 36 ** 4 - 1 }, 'aaaa'))).toBe(false);
  });
});

/** Operations of three devices on a few rows, each device's in order of its stamps. */
const operations = fc
  .array(
    fc.record({
      device: fc.constantFrom('aaaa', 'bbbb', 'cccc'),
      what: fc.constantFrom('note', 'title', 'tag', 'untag', 'mark', 'gone', 'made'),
      known: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }),
      text: fc.constantFrom('', '甲', '乙'),
    }),
    { maxLength: 40 },
  )
  .map((steps) =>
    steps.map(({ device, what, known, text }, at): Operation => {
      const own = { table: 'essays', key: 'e', stamp: stamp(1000 + at, device) };
      const before = known.filter((n) => n < at).map((n) => ({ n, by: steps[n]?.device ?? device }));
      const over = Object.fromEntries(
        before.toSorted((a, b) => a.n - b.n).map(({ n, by }) => [by, stamp(1000 + n, by)]),
      );
      if (what === 'note') return { ...own, field: 'note', value: text, over };
      if (what === 'gone') return { ...own, field: '', over };
      if (what === 'made') return { ...own, field: '', value: 1 };
      if (what === 'mark') return { ...own, table: 'highlights', key: 'h', owner: 'e', field: 'colour', value: 'blue' };
      if (what === 'title') return { ...own, field: 'edited/title', value: text };
      return { ...own, field: 'tags/t', ...(what === 'tag' && { value: true }) };
    }),
  );

const merged = (all: readonly Operation[]): string => {
  const rows = new Map<string, StampedRow>();
  for (const one of all) for (const { after } of mergeOperations(rows, [one])) rows.set(after.id, after);
  const plain = [...rows.values()].map((row) => [
    row.id,
    isAlive(row),
    sortedEntries(rowValues(row)),
    sortedEntries(row.seen),
  ]);
  return JSON.stringify(plain.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
};
const sortedEntries = (record: object): unknown[] =>
  Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('joining', () => {
  it('gives the same rows whatever the order, and however often', () => {
    fc.assert(
      fc.property(operations, fc.infiniteStream(fc.nat()), (all, order) => {
        const shuffled = all.map((one) => [order.next().value, one] as const).toSorted(([a], [b]) => a - b);
        expect(merged(shuffled.map(([, one]) => one))).toBe(merged(all));
        expect(merged([...all, ...all.toReversed()])).toBe(merged(all));
      }),
    );
  });

  it('gives the same rows from a condensed log', () => {
    fc.assert(
      fc.property(operations, (all) => {
        const logs = ['aaaa', 'bbbb', 'cccc'].map((device) => all.filter((one) => deviceOf(one.stamp) === device));
        expect(merged(logs.flatMap((log) => condense(log)))).toBe(merged(all));
      }),
    );
  });

  it('gives the same rows from a condensed log that tells what other devices did, as one does after a backup was restored', () => {
    fc.assert(
      fc.property(operations, (all) => {
        expect(merged(condense(all))).toBe(merged(all));
      }),
    );
  });

  it('keeps both notes that were written at the same time, and what nobody saw over a deletion', () => {
    const row = noStamps('essays', 'e');
    const note = (device: string, time: number, value: string): Operation => ({
      table: 'essays',
      key: 'e',
      field: 'note',
      stamp: stamp(time, device),
      value,
      over: {},
    });
    const gone: Operation = {
      table: 'essays',
      key: 'e',
      field: '',
      stamp: stamp(9000, 'aaaa'),
      over: { aaaa: stamp(9000, 'aaaa') },
    };
    const after = [note('aaaa', 1, '甲'), note('bbbb', 2, '乙'), gone].reduce(joinOperation, row);
    expect(isAlive(after)).toBe(true);
    const field = after.fields['note'];
    // Both stand in the note that is shown, and what is written then is for both.
    expect(rowValues(after)['note']).toBe('乙\n\n甲');
    const act = actOf('essays', 'e', { note: '乙\n\n甲' }, { note: '甲乙' });
    const written = act === null ? [] : operationsOfAct('essays', act, after, stamp(9999, 'aaaa'));
    const settled = written.reduce(joinOperation, after);
    expect(rowValues(settled)['note']).toBe('甲乙');
    const one = settled.fields['note'];
    expect(one !== undefined && isNoteField(one) && textsOf(one).length).toBe(1);
    expect(field !== undefined && isNoteField(field) && textsOf(field).map(({ v }) => v)).toEqual(['乙', '甲']);
  });
});

describe('what a write comes to', () => {
  const essay = { id: 'e', captureId: 'c', keptAt: 'k', trashedAt: '', note: '', tags: ['t'], shelves: [], edited: {} };
  const write = (before: object | undefined, after: object | undefined, stamps = noStamps('essays', 'e')) =>
    operationsOfWrite(
      'essays',
      [{ key: 'e', before: before as Record<string, unknown>, after: after as Record<string, unknown> }],
      new Map([[stamps.id, stamps]]),
      new Set(['e']),
      stamp(5, 'aaaa'),
    );

  it('is what changed, and nothing that is worked out', () => {
    const told = write(essay, { ...essay, tags: ['t', 'u'], doc: 7, length: 9, cluster: 'x', title: '新' });
    expect(told.map(({ field, value }) => [field, value])).toEqual([['tags/u', true]]);
  });

  it('is all of it for a row that is new, and a deletion that names what was known', () => {
    const made = write(undefined, essay);
    expect(made.map(({ field }) => field).toSorted()).toEqual(['captureId', 'keptAt', 'note', 'tags/t', 'trashedAt']);
    const stamps = made.reduce(joinOperation, noStamps('essays', 'e'));
    expect(write(essay, undefined, stamps)).toMatchObject([{ field: '', over: { aaaa: stamp(5, 'aaaa') } }]);
  });

  it('reads back what it wrote', () => {
    const edits = {
      edited: { title: '改' },
      textEdits: [{ id: 'x', madeAt: '2026' }],
      readState: 'read',
      shelves: ['s'],
    };
    const fields = fieldsOf('essays', { ...essay, ...edits });
    const { id: _, ...own } = essay;
    expect(essayOfFields(fields)).toEqual({ ...own, ...edits });
  });
});

describe('a line of the log', () => {
  it('is what was written, and never what another form holds', () => {
    const one: Operation = {
      table: 'highlights',
      key: 'h',
      field: 'note',
      stamp: stamp(1),
      value: 'x',
      over: {},
      owner: 'e',
    };
    expect(operationOf(JSON.parse(JSON.stringify(lineOf(one))))).toEqual(one);
    const forged = [
      null,
      7,
      {},
      { ...lineOf(one), h: 'now' },
      { ...lineOf(one), b: { aaaa: stamp(1, 'bbbb') } },
      { ...lineOf(one), o: 4 },
    ];
    expect(forged.map(operationOf)).toEqual(forged.map(() => null));
  });

  it('of a newer version is told apart', () => {
    const of = (table: string, field: string): Operation => ({ table, key: 'k', field, stamp: stamp(1), value: 1 });
    const sorted = sortOperations([of('essays', 'stars'), of('ratings', ''), of('essays', 'note'), of('bodies', '')]);
    expect([sorted.newer, sorted.registers.length, sorted.parts.length]).toEqual([2, 1, 1]);
  });
});
