import { expect, it, vi } from 'vitest';
import { openSearch } from '../../../lib/search/open-search.ts';
import { type Call, RESULT_GONE } from '../../../lib/search/protocol.ts';

const total = 80;
const asked: string[] = [];

/** A worker that holds the newest result alone. */
class OneResult extends EventTarget {
  #newest = 0;

  postMessage({ call, act, given }: Call): void {
    asked.push(act);
    const answer = (value: unknown): void =>
      void this.dispatchEvent(new MessageEvent('message', { data: { call, ok: true, value } }));
    if (act === 'find') {
      this.#newest += 1;
      answer({ result: this.#newest, total, first: ['a'], firstKeyed: [], terms: [], tookMs: 0 });
    } else if (given[0] === this.#newest) answer(act === 'ids' ? ['b', 'c'] : { institution: [] });
    else {
      const message = `Error: ${RESULT_GONE}`;
      this.dispatchEvent(new MessageEvent('message', { data: { call, ok: false, message } }));
    }
  }
}

it('finds a result again that other searches of the page pushed out', async () => {
  vi.stubGlobal('Worker', OneResult);
  const search = openSearch();
  const request = { query: '改革', place: 'kept', sort: 'kept', chosen: {} } as const;
  const list = await search.find(request);
  await search.find({ ...request, query: '党史' });
  expect(await list.ids(1, 3)).toEqual(['b', 'c']);
  expect(await list.counts()).toEqual({ institution: [] });
  await search.find({ ...request, query: '县域' });
  expect(await list.counts()).toEqual({ institution: [] });
  expect(asked).toEqual(['find', 'find', 'ids', 'find', 'ids', 'counts', 'find', 'counts', 'find', 'counts']);
});
