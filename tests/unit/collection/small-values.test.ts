import { describe, expect, it } from 'vitest';
import { foldName } from '../../../lib/collection/actions/fold-name.ts';
import { valuesBack } from '../../../lib/collection/actions/values-back.ts';
import { orderOf } from '../../../lib/collection/integrity/finding-order.ts';
import { findingId, keyOfFinding } from '../../../lib/collection/integrity/findings.ts';
import { keyOfRow } from '../../../lib/collection/integrity/judge-rows.ts';
import { isEssayId, slotOf } from '../../../lib/collection/ledger/slot.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { sizeOfValue } from '../../../lib/collection/size-of-value.ts';
import { isSameHost, standingOf } from '../../../lib/collection/standing.ts';
import { keyOfText, textOfKey } from '../../../lib/collection/sync/log-keys.ts';
import { readableClock } from '../../../lib/collection/sync/readable-clock.ts';
import { countChanged, unsentRowsOf } from '../../../lib/collection/sync/stamping/unsent-rows.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const row = wholeRows.essays as unknown as EssayRow;

describe('a slot of the ledger', () => {
  const textsOf = (parts: object) => slotOf({ ...row, ...parts }).texts;

  it('holds what a row tells', () => {
    expect(
      slotOf({
        ...row,
        authors: ['林有禾', '王芳'],
        column: ['理论', '党史'],
        trashedAt: '2026-03-02T00:00:00.000Z',
        kind: 'news',
      }),
    ).toEqual({
      id: 'e1',
      state: 1,
      kind: 2,
      published: 20050714,
      keptAt: Date.parse('2026-03-01T09:30:00.000Z'),
      trashedAt: Date.parse('2026-03-02T00:00:00.000Z'),
      length: 3,
      texts: {
        title: '论塘',
        institution: '',
        column: '理论 › 党史',
        author: '林有禾\n王芳',
        source: '求是',
        unit: '',
        tag: 't1',
        shelf: 's1',
        archive: '',
        cluster: '',
        check: '',
        reading: '',
      },
    });
  });

  it.each<[object, Partial<ReturnType<typeof slotOf>>]>([
    [{ publishedOn: '2005-07' }, { published: 20050700 }],
    [{ publishedOn: '2005' }, { published: 20050000 }],
    [{ publishedOn: null }, { published: 0 }],
    [{ publishedOn: '昨天' }, { published: 0 }],
    [{ publishedOn: 7 }, { published: 0 }],
    [{ keptAt: '' }, { keptAt: 0 }],
    [{ keptAt: '昨天' }, { keptAt: 0 }],
    [{ trashedAt: '' }, { trashedAt: 0, state: 0 }],
    [{ trashedAt: 7 }, { trashedAt: 0, state: 0 }],
    [{ kind: 'notice' }, { kind: 1 }],
    [{ kind: 'poem' }, { kind: 0 }],
    [{ length: 'a' }, { length: 0 }],
  ])('of %j: %j', (parts, slot) => {
    expect(slotOf({ ...row, ...(parts as Partial<EssayRow>) })).toMatchObject(slot);
  });

  it.each<[object, object]>([
    [{ title: '论\n塘\n堤' }, { title: '论 塘 堤' }],
    [{ title: 7 }, { title: '' }],
    [{ column: '理论' }, { column: '' }],
    [{ authors: '林有禾' }, { author: '' }],
    [{ authors: ['林有禾', 7, '王\n芳'] }, { author: '林有禾\n\n王 芳' }],
    [
      { institution: '清河党校', unit: '科研处', cluster: 'k1' },
      { institution: '清河党校', unit: '科研处', cluster: 'k1' },
    ],
    [{ archivedCopy: { archive: 'wayback', url: null, capturedAt: null } }, { archive: 'wayback' }],
    [{ doubts: 1 }, { check: 'second-reader' }],
    [{ doubts: 1, checked: 'c1' }, { check: '' }],
    [{ doubts: 1, checked: 'c0', lacks: ['date'] }, { check: 'second-reader\ndate' }],
    [{ lacks: ['doubtful-title', 'date'], edited: {} }, { check: 'doubtful-title\ndate' }],
    [{ lacks: ['doubtful-title', 'date'], edited: { title: '论堤' } }, { check: 'date' }],
    [{ lacks: 'date' }, { check: '' }],
    [{ readState: 'read' }, { reading: 'read' }],
    [{ readState: 'reading' }, { reading: 'reading' }],
  ])('of %j, the texts: %j', (parts, texts) => {
    expect(textsOf(parts)).toMatchObject(texts);
  });

  it.each<[unknown, boolean]>([
    ['0123456789abcdef01234567', true],
    ['0123456789abcdef0123456', false],
    ['0123456789abcdef012345678', false],
    ['0123456789ABCDEF01234567', false],
    [7, false],
  ])('has an id such as %s: %s', (id, isId) => {
    expect(isEssayId(id)).toBe(isId);
  });
});

describe('sizes, names and keys', () => {
  const ring: { self?: unknown; text: string } = { text: '塘水' };
  ring.self = ring;

  it.each<[unknown, number]>([
    ['塘水', 2],
    [new Uint8Array(5), 5],
    [7, 4],
    [null, 4],
    [undefined, 4],
    [{ a: '塘', b: ['水', 1] }, 6],
    [[], 0],
    [ring, 2],
  ])('%j takes %i', (value, size) => {
    expect(sizeOfValue(value)).toBe(size);
  });

  it.each([
    ['  Ａｂ  c ', 'ab c'],
    ['水\n利', '水 利'],
    ['', ''],
  ])('%j is compared as %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each<[unknown, string, string | [string, string]]>([
    ['e1', 'e1', 'e1'],
    [['e1', 'http://a.cn/a b'], 'e1 http://a.cn/a b', ['e1', 'http://a.cn/a b']],
    [7, '7', '7'],
  ])('%j stands in the log as %s', (key, text, back) => {
    expect(textOfKey(key)).toBe(text);
    expect(keyOfText(Array.isArray(key) ? 'images' : 'essays', text)).toEqual(back);
  });

  it('an image’s key without its essay has none', () => {
    expect(keyOfText('images', 'a')).toEqual(['', 'a']);
    expect(keyOfText('essays', 'a b')).toBe('a b');
  });

  it.each([
    ['essays', 'e1'],
    ['captures', 'c1'],
    ['bodies', 'c1'],
    ['originals', 'c1'],
    ['images', ['e1', 'http://dx.example/1.gif']],
    ['highlights', 'h1'],
    ['sent', 'z1'],
    ['fingerprints', 'e1'],
    ['tags', 't1'],
    ['shelves', 's1'],
    ['searches', 'q1'],
    ['clusters', 'k1'],
    ['apart', 'e1 e2'],
    ['jobs', 'j1'],
    ['jobItems', ['j1', 7]],
  ] as const)('a row of %s has the key %j', (table, key) => {
    expect(keyOfRow(table, wholeRows[table])).toEqual(key);
    expect(keyOfRow(table, {})).toEqual(Array.isArray(key) ? ['', ''] : '');
  });

  it('a finding is known by table and key', () => {
    expect(findingId('tags', 't1')).toBe('tags\nt1');
    expect(keyOfFinding({ id: 'tags\nt1', table: 'tags' })).toBe('t1');
    expect(orderOf({ settled: false, foundAt: '2026' })).toBe('12026');
    expect(orderOf({ settled: true, foundAt: '2026' })).toBe('02026');
    expect(orderOf({ settled: 1 as never, foundAt: 7 as never })).toBe('1');
  });
});

describe('how well a capture proves where it is from', () => {
  const url = 'http://www.dx.example/1.htm';

  it.each<[string, 'served' | 'serialised' | 'file', 0 | 1 | 2]>([
    [url, 'served', 2],
    [url, 'serialised', 2],
    ['http://www.dx.example/2.htm', 'served', 2],
    [url, 'file', 1],
    ['http://web.archive.org/web/20070702205327/http://www.dx.example/1.htm', 'served', 2],
    ['http://other.example/1.htm', 'served', 0],
    ['file:///c:/1.htm', 'file', 1],
    ['', 'served', 0],
  ])('%s, %s: %i', (pageUrl, originalForm, standing) => {
    expect(standingOf({ pageUrl, originalForm }, url)).toBe(standing);
    expect(standingOf(undefined, url)).toBe(0);
  });

  it.each([
    ['http://a.cn/1', 'http://a.cn/2', true],
    ['http://a.cn/1', 'https://a.cn/2', true],
    ['http://a.cn/1', 'http://b.cn/1', false],
    ['http://a.cn:8080/1', 'http://a.cn/1', false],
    ['塘', '塘', false],
    ['', '', false],
  ])('%s and %s are of one host: %s', (one, other, isSame) => {
    expect(isSameHost(one, other)).toBe(isSame);
  });
});

describe('values that go back', () => {
  it.each<[object, object, object, object, boolean]>([
    [{ a: 2, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }, true],
    [{ a: 3, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }, {}, false],
    [{ a: 1, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }, {}, true],
    [{ a: 2, b: 3 }, { a: 1, b: 1 }, { a: 2, b: 2 }, { a: 1 }, false],
    [{ a: [2] }, { a: [1] }, { a: [2] }, { a: [1] }, true],
    [{ a: [1] }, { a: [1] }, { a: [1] }, {}, true],
  ])('now %j, before %j, after %j: %j', (now, before, after, back, whole) => {
    expect(valuesBack(now, before, after)).toEqual({ back, whole });
  });
});

describe('what waits to be sent', () => {
  const operation = (table: string, n: number) => ({ table, key: `k${n}`, field: 'a', value: 1, stamp: 's' }) as never;
  const many = (table: string, count: number) => Array.from({ length: count }, (_, n) => operation(table, n));

  it.each<[string, number, [string, number][]]>([
    ['essays', 500, [['acts', 500]]],
    [
      'essays',
      501,
      [
        ['acts', 500],
        ['acts', 1],
      ],
    ],
    ['bodies', 50, [['parts', 50]]],
    [
      'captures',
      51,
      [
        ['parts', 50],
        ['parts', 1],
      ],
    ],
    [
      'originals',
      51,
      [
        ['originals', 50],
        ['originals', 1],
      ],
    ],
    ['images', 1, [['images', 1]]],
  ])('of %s, %i operations', (table, count, rows) => {
    expect(unsentRowsOf(many(table, count)).map(({ stream, operations }) => [stream, operations.length])).toEqual(rows);
  });

  it('is counted by rows, what the reader changes apart from parts', () => {
    expect(countChanged(unsentRowsOf([...many('essays', 2), operation('essays', 0), ...many('images', 3)]))).toEqual({
      waiting: 2,
      waitingParts: 3,
    });
    expect(countChanged([{ stream: 'writes', operations: [], write: { acts: [1, 2] } as never }])).toEqual({
      waiting: 2,
      waitingParts: 0,
    });
  });
});

describe('a device’s clock', () => {
  const device = 'abcdefghij';
  const clock = { device, time: 5, count: 6, isBased: true, waiting: 7, waitingParts: 8 };

  it.each<[object, object | null]>([
    [{}, clock],
    [{ time: -1 }, { ...clock, time: 0, count: 0 }],
    [{ count: 'a' }, { ...clock, time: 0, count: 0 }],
    [{ count: -1 }, { ...clock, time: 0, count: 0 }],
    [{ isBased: 1 }, { ...clock, isBased: false }],
    [{ waiting: 1.5 }, { ...clock, waiting: 0 }],
    [{ waitingParts: -1 }, { ...clock, waitingParts: 0 }],
    [{ device: 7 }, null],
  ])('with %j', (damaged, read) => {
    expect(readableClock({ ...clock, ...damaged })).toEqual(read);
  });

  it('is none where nothing is stored', () => {
    expect(readableClock(undefined)).toBeNull();
    expect(readableClock(7)).toBeNull();
  });
});
