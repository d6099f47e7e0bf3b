import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { checkCollection } from '../../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { stampOf } from '../../../../lib/sync/model/clock.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { collectionDevice } from '../../../support/sync/collection-device.ts';

const stamp = (time: number): string => stampOf({ time, count: 0 }, 'evil');
const NOW = Date.UTC(2026, 10, 27);

it('takes nothing from another device that a backup could not hold, names it, and goes on', async () => {
  const { collection, replica } = await collectionDevice('aaaa');
  const { id, captureId } = expectValue(await keepEssay(collection, numberedKeeping(1)));
  const body = await collection.bodies.get(captureId);
  const [capture] = await collection.captures.toArray();
  const of = (table: string, key: string, field: string, value: unknown, owner?: string): Operation => ({
    table,
    key,
    field,
    value,
    stamp: stamp(NOW + 86_400_000),
    ...(owner !== undefined && { owner }),
  });
  const part = { captureId: 'c2', essayId: id };
  const image = { essayId: id, address: 'http://a.example/1.svg', type: 'image/svg+xml', problem: '', takenAt: '2026' };
  const bytes = new TextEncoder().encode('<svg onload="alert(1)">');
  const wicked: readonly Operation[] = [
    of('essays', id, 'trashedAt', { toString: 1 }),
    of('essays', id, 'readState', 'constructor'),
    of('essays', id, 'edited/title', ['not', 'a', 'title']),
    of('essays', id, 'edited/__proto__', 'x'),
    of('essays', id, 'edited/html', '<script>alert(1)</script>'),
    of('essays', id, 'textEdits/x', { id: 'y', kind: 'corrected' }),
    of('essays', id, `tags/${'x'.repeat(5000)}`, true),
    of('essays', id, 'shelves/s', 'yes'),
    of('essays', 'javascript:alert(1)', 'keptAt', ''),
    of('tags', 'tag 经济', 'name', '农村'),
    of('tags', 'tag 经济', 'folded', '农村'),
    of('tags', 'other', 'name', '经济'),
    of('shelves', 's', 'name', 7),
    of('shelves', 's', 'parent', ''),
    of('shelves', 's', 'order', 0),
    of('highlights', 'h', 'essayId', id, id),
    of('highlights', 'h', 'quote', 'none', id),
    of('bodies', 'c2', '', { ...body, ...part, originalUrl: 'javascript:alert(1)' }, id),
    of('bodies', 'c3', '', { ...body, captureId: 'c4', essayId: id }, id),
    of('bodies', 'c5', '', { ...body, captureId: 'c5', essayId: 'another' }, id),
    of('bodies', 'c6', '', 'text', id),
    of('captures', 'c2', '', { ...capture, id: 'c2', sha256: 'none' }, id),
    of('originals', 'c2', '', { ...part, gzip: 'bytes', otherPages: [] }, id),
    of('images', `${id} ${image.address}`, '', { ...image, bytes }, id),
    of('images', `${id} file:///etc/passwd`, '', { ...image, address: 'file:///etc/passwd', bytes }, id),
  ];
  const before = await collection.essays.get(id);
  const state = await replica.readState();
  await replica.apply(wicked, () => state);

  const { doc: _doc, ...row } = (await collection.essays.get(id)) ?? { doc: 0 };
  const { doc: _was, ...was } = before ?? { doc: 0 };
  expect(row).toEqual(was);
  expect(await collection.essays.count()).toBe(1);
  for (const table of ['tags', 'shelves', 'highlights', 'images'] as const)
    expect([table, await collection.table(table).count()]).toEqual([table, 0]);
  expect((await collection.bodies.toArray()).map((one) => one.captureId).filter((one) => one !== captureId)).toEqual([
    'c2',
  ]);
  expect((await collection.bodies.get('c2'))?.originalUrl).toBe('http://unknown.invalid/');
  const named = (await collection.quarantine.toArray()).map((one) => one.id.replace('\n', ' '));
  expect(named).toEqual(
    expect.arrayContaining([
      `essays ${id}`,
      'essays javascript:alert(1)',
      'tags tag 经济',
      'tags other',
      'shelves s',
      'bodies c3',
      'bodies c5',
      'bodies c6',
      'originals c2',
    ]),
  );
  expect((await collection.quarantine.toArray()).every(({ settled }) => settled)).toBe(true);
  // What is still there is whole, and goes on.
  await checkCollection(collection);
  expect(expectValue(await keepEssay(collection, numberedKeeping(2))).change).toBe('new');
});
