import { describe, expect, it } from 'vitest';
import { checkRow, readableRow } from '../../../../lib/collection/checked/check-row.ts';
import { noProvenance } from '../../../../lib/collection/checked/mends.ts';
import type { CheckedTable } from '../../../../lib/collection/checked/row-shapes.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const long = (size: number): string => '水'.repeat(size);
const hex = 'a'.repeat(64);
const copy = { archive: 'wayback', url: 'http://web.archive.org/web/1/http://a.cn/', capturedAt: '2007-07-02' };
const edit = { id: 'x1', madeAt: '2026-03-01', kind: 'corrected', found: '塘', text: '堤', after: null };
const page = { address: 'http://a.cn/2', charset: 'utf-8', sha256: hex, byteLength: 1, gzip: new Uint8Array([1]) };
const manners = { rest: [1, 2], backOff: 3, longestBackOff: 4, tries: 5 };
const counts = { waiting: 1, asked: 0, kept: 0, already: 0, failed: 0 };

/** What a damaged part becomes, where it is left out, and where the row cannot be read. */
const gone = Symbol('gone');
const unreadable = Symbol('unreadable');

describe('a damaged part', () => {
  it.each<[CheckedTable, string, unknown, unknown]>([
    ['essays', 'id', '', unreadable],
    ['essays', 'id', long(2001), unreadable],
    ['essays', 'title', 7, '7'],
    ['essays', 'title', null, ''],
    ['essays', 'title', long(100_001), ''],
    ['essays', 'authors', ['林有禾', 7, '', null], ['林有禾']],
    ['essays', 'authors', '林有禾', []],
    ['essays', 'column', 7, []],
    ['essays', 'keywords', [1], []],
    ['essays', 'publishedOn', '昨天', null],
    ['essays', 'publishedOn', '2005-7', null],
    ['essays', 'publishedOn', '20050', null],
    ['essays', 'unit', 7, null],
    ['essays', 'source', 7, null],
    ['essays', 'issue', { title: '求是' }, null],
    ['essays', 'issue', { title: '求是', year: 2005, issue: '3', date: '昨天', page: '1' }, null],
    ['essays', 'institution', 7, null],
    ['essays', 'hits', '3', null],
    ['essays', 'editor', 7, null],
    ['essays', 'abstract', 7, null],
    ['essays', 'kind', 'poem', 'essay'],
    ['essays', 'originalUrl', null, ''],
    ['essays', 'archivedCopy', { ...copy, url: 'javascript:1' }, null],
    ['essays', 'archivedCopy', { ...copy, capturedAt: '昨天' }, null],
    ['essays', 'archivedCopy', { ...copy, archive: 7 }, null],
    ['essays', 'length', -1, 0],
    ['essays', 'length', 1.5, 0],
    ['essays', 'keptAt', '昨天', ''],
    ['essays', 'captureId', '', 'none'],
    ['essays', 'trashedAt', 7, ''],
    ['essays', 'doc', -1, Number.MAX_SAFE_INTEGER],
    ['essays', 'doc', 'a', Number.MAX_SAFE_INTEGER],
    ['essays', 'tags', ['t1', ''], ['t1']],
    ['essays', 'shelves', null, []],
    ['essays', 'note', 7, '7'],
    ['essays', 'note', null, ''],
    ['essays', 'edited', { title: '甲', hits: 'a', owner: '乙' }, { title: '甲' }],
    ['essays', 'edited', null, {}],
    ['essays', 'edited', 7, {}],
    ['essays', 'cluster', 7, ''],
    ['essays', 'textEdits', [edit, 7, { ...edit, id: '' }, { ...edit, id: long(101) }, { ...edit, kind: 'x' }], [edit]],
    ['essays', 'textEdits', 7, gone],
    ['essays', 'lacks', 7, gone],
    ['essays', 'doubts', -1, gone],
    ['essays', 'checked', '', gone],
    ['essays', 'readState', 'unread', gone],
    ['essays', 'givenCopy', null, gone],
    ['captures', 'id', 7, unreadable],
    ['captures', 'essayId', '', unreadable],
    ['captures', 'pageUrl', 7, ''],
    ['captures', 'takenAt', '昨天', ''],
    ['captures', 'charset', 7, 'utf-8'],
    ['captures', 'originalForm', 'x', 'serialised'],
    ['captures', 'rulesVersion', -1, 0],
    ['captures', 'sha256', 'a', '0'.repeat(64)],
    ['captures', 'sha256', 'A'.repeat(64), '0'.repeat(64)],
    ['captures', 'sha256', 'a'.repeat(65), '0'.repeat(64)],
    ['captures', 'byteLength', 'a', 0],
    ['captures', 'cleanedFrom', '', gone],
    ['captures', 'tried', [{ address: 'a' }], gone],
    ['captures', 'takenFrom', { name: 'a' }, gone],
    ['bodies', 'title', 7, '7'],
    ['bodies', 'kind', 'poem', 'essay'],
    ['bodies', 'originalUrl', 'a', 'http://unknown.invalid/'],
    ['bodies', 'originalUrl', 'data:text/html,1', 'http://unknown.invalid/'],
    ['bodies', 'archivedCopy', 7, null],
    ['bodies', 'html', 7, '<p>塘</p>'],
    ['bodies', 'text', 7, '塘'],
    ['bodies', 'provenance', 7, noProvenance],
    ['bodies', 'provenance', null, noProvenance],
    [
      'bodies',
      'provenance',
      { ...noProvenance, extractor: 7, removals: [{ rule: 'a', text: 'b' }], owner: 1 },
      { ...noProvenance, removals: [{ rule: 'a', text: 'b' }] },
    ],
    ['bodies', 'digest', 'a', gone],
    ['bodies', 'captureId', '', unreadable],
    ['originals', 'gzip', [1], unreadable],
    ['originals', 'otherPages', 7, []],
    ['originals', 'otherPages', [{ ...page, gzip: 7 }], []],
    ['originals', 'otherPages', [{ ...page, sha256: 'a' }], []],
    ['images', 'essayId', '', unreadable],
    ['images', 'address', 7, unreadable],
    ['images', 'type', 7, ''],
    ['images', 'bytes', [1], null],
    ['images', 'problem', 7, 'unreachable'],
    ['images', 'takenAt', 7, ''],
    ['images', 'digest', 'a', gone],
    ['highlights', 'id', '', unreadable],
    ['highlights', 'colour', 'red', 'yellow'],
    ['highlights', 'note', 7, '7'],
    ['highlights', 'madeAt', 7, ''],
    ['highlights', 'quote', { exact: '塘' }, unreadable],
    ['highlights', 'position', { start: -1, end: 1 }, unreadable],
    ['sent', 'library', '', unreadable],
    ['sent', 'sentAt', '昨天', unreadable],
    ['sent', 'parts', [{ is: 'note' }], unreadable],
    ['fingerprints', 'bands', Array(65).fill('a'), unreadable],
    ['fingerprints', 'minhash', Array(65).fill(1), unreadable],
    ['fingerprints', 'minhash', ['1'], unreadable],
    ['tags', 'name', 7, '水利'],
    ['tags', 'folded', 7, '水利'],
    ['shelves', 'name', 7, unreadable],
    ['shelves', 'parent', 7, ''],
    ['shelves', 'order', '1', 0],
    ['searches', 'name', 7, ''],
    ['searches', 'query', 7, unreadable],
    ['searches', 'madeAt', 7, ''],
    ['clusters', 'mainId', '', 'none'],
    ['clusters', 'id', '', unreadable],
    ['apart', 'id', '', unreadable],
    ['jobs', 'state', 'x', 'paused'],
    ['jobs', 'hosts', { a: { notBefore: 1 } }, {}],
    ['jobs', 'kind', 'x', 'addresses'],
    ['jobs', 'title', 7, ''],
    ['jobs', 'address', 7, ''],
    ['jobs', 'madeAt', 7, ''],
    ['jobs', 'rows', 7, ''],
    ...[
      { ...manners, rest: [1] },
      { ...manners, rest: [-1, 2] },
      { ...manners, rest: [1, 86_400_001] },
      { ...manners, backOff: -1 },
      { ...manners, longestBackOff: '4' },
      { ...manners, tries: 0 },
      { ...manners, tries: 101 },
      { ...manners, tries: 1.5 },
    ].map((damaged): [CheckedTable, string, unknown, unknown] => [
      'jobs',
      'manners',
      damaged,
      { rest: [1500, 3500], backOff: 10_000, longestBackOff: 600_000, tries: 6 },
    ]),
    ['jobs', 'counts', { ...counts, asked: -1 }, { waiting: 0, asked: 0, kept: 0, already: 0, failed: 0, unchosen: 0 }],
    [
      'jobs',
      'counts',
      { ...counts, unchosen: -1 },
      { waiting: 0, asked: 0, kept: 0, already: 0, failed: 0, unchosen: 0 },
    ],
    ['jobs', 'choosing', false, gone],
    ['jobs', 'years', { from: 1 }, gone],
    ['jobs', 'into', { shelf: '' }, gone],
    ['jobs', 'notice', 'x', gone],
    ['jobItems', 'job', '', unreadable],
    ['jobItems', 'number', -1, unreadable],
    ['jobItems', 'kind', 'x', 'essay'],
    ['jobItems', 'address', 7, ''],
    ['jobItems', 'key', 7, 'damaged 7'],
    ['jobItems', 'title', 7, ''],
    ['jobItems', 'date', 7, null],
    ['jobItems', 'state', 'x', 'failed'],
    ['jobItems', 'tries', -1, 0],
    ['jobItems', 'reason', 7, 'damaged'],
    ['jobItems', 'column', 7, gone],
    ['jobItems', 'others', [7], gone],
    ['jobItems', 'digests', { a: 7 }, gone],
    ['jobItems', 'tried', 7, gone],
  ])('of %s, %s: %j', (table, part, damaged, mended) => {
    const row: Record<string, unknown> = { ...wholeRows[table], [part]: damaged };
    const { [part]: _, ...others } = row;
    const expected =
      mended === unreadable
        ? { is: 'unreadable', lost: [part] }
        : { is: 'mended', row: mended === gone ? others : { ...others, [part]: mended }, lost: [part] };
    expect(checkRow(table, row)).toEqual(expected);
    expect(row[part]).toBe(damaged);
  });

  it.each([
    ['<p>甲</p><p>乙</p>', '甲\n乙'],
    ['<h2>甲</h2><ul><li>乙</li></ul><blockquote>丙</blockquote>', '甲\n乙\n丙'],
    ['甲<br>乙<br />丙', '甲\n乙\n丙'],
    ['<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table><pre>丙</pre><div>丁</div>', '甲\n乙\n丙\n丁'],
    ['<figure><figcaption>甲</figcaption></figure>乙', '甲\n乙'],
    ['<p> 甲<b>乙</b> </p><p> </p>', '甲乙'],
    ['<p>甲&amp;&lt;&gt;&quot;&nbsp;乙&x;</p>', '甲&<>"\u00a0乙&x;'],
  ])('of a body, the text of %s', (html, text) => {
    expect(readableRow('bodies', { ...wholeRows.bodies, html, text: 7 })?.text).toBe(text);
  });

  it('of a body, the markup of a text', () => {
    expect(readableRow('bodies', { ...wholeRows.bodies, html: 7, text: '甲&<b>"\n乙' })?.html).toBe(
      '<p>甲&amp;&lt;b&gt;&quot;</p><p>乙</p>',
    );
    expect(readableRow('bodies', { ...wholeRows.bodies, html: 7, text: '' })).toBeNull();
    expect(readableRow('bodies', { ...wholeRows.bodies, html: '', text: 7 })).toBeNull();
    expect(readableRow('bodies', { ...wholeRows.bodies, html: 7, text: 7 })).toBeNull();
  });

  it('of a tag, its name where neither is left', () => {
    expect(readableRow('tags', { id: 't1', name: '', folded: 7 })).toBeNull();
    expect(readableRow('tags', { id: 't1', name: 7, folded: '' })).toBeNull();
    expect(readableRow('tags', { id: 't1', name: 'Ａ  b', folded: 7 })?.folded).toBe('a b');
  });
});
