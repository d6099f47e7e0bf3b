import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { readSegmentName } from '../../../lib/collection/copy/segment.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

describe('the name of a segment', () => {
  const name = (from: string, to: string): string => `new-0-${from}-${to}-0123456789abcdef.seg`;

  it('tells what it holds', () => {
    expect(readSegmentName(name('000000000003', '000000000009'))).toMatchObject({ stream: 'new', from: 3, to: 9 });
  });

  it('is whole, from its first sign to its last', () => {
    const whole = name('000000000003', '000000000009');
    expect(readSegmentName(whole.replace('new-0', 'acts-12'))).toEqual({
      stream: 'acts',
      level: 12,
      from: 3,
      to: 9,
      digest: '0123456789abcdef',
    });
    for (const other of [
      `x${whole}`,
      `${whole}x`,
      whole.replace('new', 'maps'),
      whole.replace('-0-', '--'),
      whole.replace('f.seg', '.seg'),
    ])
      expect(readSegmentName(other), other).toBeNull();
  });

  it('is none of ours where it counts backwards, or further than the database does', () => {
    expect(readSegmentName(name('000000000009', '000000000003'))).toBeNull();
    expect(readSegmentName(name('000000000003', '9007199254740993'))).toBeNull();
  });

  it('holds nothing up where it counts far beyond what it holds: what is kept afterwards is copied, and comes back', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    await keepEssay(collection, numberedKeeping(1));
    await copyChanges(collection, folder);
    for (const to of ['99999999999999999999', '4000000000000000'])
      folder.files.set(name('000000000001', to), new Uint8Array([1, 2, 3]));
    const again = emptyCollection();
    await rebuildFromCopy(again, folder);
    expectValue(await keepEssay(again, numberedKeeping(2)));
    await copyChanges(again, folder);
    const third = emptyCollection();
    await rebuildFromCopy(third, folder);
    expect(expectValue(await countEssays(third))).toBe(2);
  });
});
