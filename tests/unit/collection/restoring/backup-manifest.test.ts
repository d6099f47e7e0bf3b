import { describe, expect, it } from 'vitest';
import { type Manifest, readManifest } from '../../../../lib/collection/backup/manifest.ts';
import { lineOfRow, rowOfLine } from '../../../../lib/collection/backup/row-text.ts';

const sha256 = 'a'.repeat(64);
const file = (name: string, rows = 1) => ({ name, rows, bytes: 9, sha256 });
const entry = (table: string, rows = 1, number = '00001') => ({ ...file(`${table}/${number}.jsonl`, rows), table });

/** Counts of a manifest: a row is wanted of each table that has one. */
const none = Object.fromEntries(
  ['tags', 'shelves', 'searches', 'clusters', 'apart', 'essays', 'captures', 'bodies', 'originals'].map((name) => [
    name,
    0,
  ]),
);
const rest = { images: 0, highlights: 0, sent: 0, fingerprints: 0 };
const backup = {
  format: 'wencun-backup',
  version: 3,
  madeAt: '2026-03-01T09:30:00.000Z',
  counts: { ...none, ...rest, tags: 3 },
  leftOut: { ...none, ...rest },
  quarantine: [file('quarantine/00001.jsonl')],
  damaged: [{ table: 'tags', key: 't1', reason: 'mended', title: '' }],
  collection: 'k1',
  settings: { keepByItself: true },
  entries: [entry('tags', 2), entry('tags', 1, '00002')],
};
const handed = {
  ...backup,
  format: 'wencun-collection',
  version: 1,
  handed: { title: '梯田', from: '王芳', own: true },
  counts: { ...none, ...rest, tags: 1, highlights: 1 },
  quarantine: [],
  settings: {},
  entries: [entry('tags'), entry('highlights')],
};

const told = (value: object): Manifest | string => readManifest(JSON.stringify(value)) ?? 'none';
const isRead = (value: object): string => {
  const manifest = told(value);
  return typeof manifest === 'string' ? manifest : 'read';
};

describe('what a backup says of itself', () => {
  it('is read as it was written', () => {
    expect(told(backup)).toEqual(backup);
    expect(told(handed)).toEqual(handed);
  });

  it('lacks what older forms did not have', () => {
    const { quarantine, damaged, collection, ...older } = backup;
    expect(told({ ...older, version: 1 })).toEqual({
      ...older,
      version: 1,
      quarantine: [],
      damaged: [],
      collection: '',
    });
  });

  it.each(['', '{', '7', 'null', '[]', '{}'])('is none in %j', (text) => {
    expect(readManifest(text)).toBeNull();
  });

  it.each<[object, string]>([
    [{ version: 4 }, 'newer'],
    [{ version: 4, entries: 'of a form that is not known yet' }, 'newer'],
    [{ version: '4' }, 'none'],
    [{ version: 0 }, 'none'],
    [{ version: -1 }, 'none'],
    [{ version: 2.5 }, 'none'],
    [{ version: 1 }, 'read'],
    [{ format: 'wencun' }, 'none'],
    [{ madeAt: '昨天' }, 'none'],
    [{ collection: 7 }, 'none'],
    [{ settings: null }, 'none'],
    [{ surprise: 1 }, 'none'],
    [{ damaged: [{ table: 'tags' }] }, 'none'],
    [{ leftOut: { strange: 1 } }, 'none'],
    [{ handed: handed.handed }, 'none'],
  ])('with %j: %s', (change, result) => {
    expect(isRead({ ...backup, ...change })).toBe(result);
  });

  it.each<[string, object, string]>([
    ['as many rows', { counts: { tags: 3 } }, 'read'],
    ['fewer rows', { counts: { tags: 4 } }, 'none'],
    ['more rows', { counts: { tags: 2 } }, 'none'],
    ['rows of a table that is not counted', { counts: {} }, 'none'],
    ['none of a table that is counted', { counts: { tags: 3, apart: 1 } }, 'none'],
    ['half a row', { counts: { tags: 2.5 } }, 'none'],
    ['two parts of one name', { entries: [entry('tags', 2), entry('tags', 1)] }, 'none'],
    ['a part with the name of a damaged one', { quarantine: [file('tags/00001.jsonl')] }, 'none'],
    ['a part elsewhere', { entries: [{ ...entry('tags', 3), name: '../tags/00001.jsonl' }] }, 'none'],
    ['a part of a longer name', { entries: [{ ...entry('tags', 3), name: 'tags/00001.jsonl.exe' }] }, 'none'],
    ['a part of few figures', { entries: [{ ...entry('tags', 3), name: 'tags/0001.jsonl' }] }, 'none'],
    ['a part of another ending', { entries: [{ ...entry('tags', 3), name: 'tags/00001-jsonl' }] }, 'none'],
    ['a short digest', { entries: [{ ...entry('tags', 3), sha256: 'a'.repeat(63) }] }, 'none'],
    ['a long digest', { entries: [{ ...entry('tags', 3), sha256: 'a'.repeat(65) }] }, 'none'],
    ['a digest after something', { entries: [{ ...entry('tags', 3), sha256: `-${sha256}` }] }, 'none'],
    ['bytes below none', { entries: [{ ...entry('tags', 3), bytes: -1 }] }, 'none'],
    ['no bytes', { entries: [{ ...entry('tags', 3), bytes: 0 }] }, 'read'],
    ['a strange table', { entries: [entry('tags', 3), entry('strange', 0)] }, 'none'],
  ])('with parts that hold %s: %s', (_, change, result) => {
    expect(isRead({ ...backup, ...change })).toBe(result);
  });
});

describe('what a file that is handed over says of itself', () => {
  it.each<[string, object, string]>([
    ['a newer form', { version: 2 }, 'newer'],
    ['nobody', { handed: undefined }, 'none'],
    ['damaged rows', { quarantine: backup.quarantine }, 'none'],
    ['settings', { settings: { keepByItself: true } }, 'none'],
    ['the reader’s own work and no highlights', { handed: { ...handed.handed, own: false } }, 'none'],
    ['a title of 200 characters', { handed: { ...handed.handed, title: '田'.repeat(200) } }, 'read'],
    ['a title of 201', { handed: { ...handed.handed, title: '田'.repeat(201) } }, 'none'],
    ['a name of 201', { handed: { ...handed.handed, from: '王'.repeat(201) } }, 'none'],
    ['more of the sender', { handed: { ...handed.handed, address: 'a' } }, 'none'],
    ['searches', { counts: { searches: 1 }, entries: [entry('searches')] }, 'none'],
    ['what was sent to Zotero', { counts: { sent: 1 }, entries: [entry('sent')] }, 'none'],
    ['tags alone', { counts: { tags: 1 }, entries: [entry('tags')] }, 'read'],
    ['a strange table beside', { counts: { tags: 1, apart: 1 }, entries: [entry('tags'), entry('apart')] }, 'none'],
  ])('with %s: %s', (_, change, result) => {
    expect(isRead({ ...handed, ...change })).toBe(result);
  });

  it('needs no highlights where no own work goes along', () => {
    const alone = { counts: { tags: 1 }, entries: [entry('tags')], handed: { ...handed.handed, own: false } };
    expect(isRead({ ...handed, ...alone })).toBe('read');
  });
});

describe('a row as a line', () => {
  it('comes back with its bytes, wherever they stand', () => {
    const row = { id: 'a', bytes: new Uint8Array([0, 255, 7]), pages: [{ gzip: new Uint8Array([1]) }], none: null };
    expect(rowOfLine(lineOfRow(row))).toEqual(row);
    expect(lineOfRow({ bytes: new Uint8Array([0, 255, 7]) })).toBe('{"bytes":{"$base64":"AP8H"}}');
  });

  it.each<[string, object | null]>([
    ['{"a":1}', { a: 1 }],
    ['{"a":{"$base64":"AQ=="}}', { a: new Uint8Array([1]) }],
    ['{"a":{"$base64":"?"}}', null],
    ['{"a":{"$base64":7}}', null],
    ['{"a":{"$base64":7},"b":{"$base64":"AQ=="}}', null],
    ['{"a":{"b":null}}', { a: { b: null } }],
    ['{"a":', null],
    ['', null],
    ['7', null],
    ['null', null],
    ['[]', null],
    ['"a"', null],
  ])('such as %s is %j', (line, row) => {
    expect(rowOfLine(line)).toEqual(row);
  });
});
