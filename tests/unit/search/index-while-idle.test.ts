import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usualSizes } from '../../../lib/search/index/sizes.ts';
import { indexWhileIdle } from '../../../lib/search/index-while-idle.ts';
import { emptyCollection } from '../../support/collections.ts';
import { putEssay } from './essays.ts';

/** A worker that does at once whatever it is asked. */
class ObligingWorker extends EventTarget {
  postMessage({ call }: { call: number }): void {
    this.dispatchEvent(new MessageEvent('message', { data: { call, ok: true, value: undefined } }));
  }
  terminate(): void {
    ended();
  }
}
const ended = vi.fn();

describe('indexing while nobody looks', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('starts no worker for a short tail, and ends the one that it starts', async () => {
    vi.stubGlobal('Worker', ObligingWorker);
    const collection = emptyCollection();
    await putEssay(collection, 0, { title: '党校', text: '学习' });
    await indexWhileIdle(collection);
    expect(ended).not.toHaveBeenCalled();
    await collection.meta.put({ key: 'ledger-version', value: { version: 2, next: usualSizes.tail, chunks: [1] } });
    await indexWhileIdle(collection);
    expect(ended).toHaveBeenCalledOnce();
  });
});
