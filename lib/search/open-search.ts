import { type Collection, openCollection } from '../collection/collection.ts';
import { STATE_KEY } from '../collection/ledger/ledger-state.ts';
import { observe } from '../collection/observe.ts';
import { openSubscribed } from '../collection/subscriptions/open-subscribed.ts';
import type { FindRequest, Search } from './contract.ts';
import { type Call, RESULT_GONE, type WorkerAnswer, type WorkerCalls } from './protocol.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell: (share: number) => void;
}

/** Milliseconds that a worker's start is waited for: a page is to be there also where it does not come. */
const START = 2000;

/** The search of a page, whose worker may be on its way. */
export interface StartedSearch extends Search {
  /**
   * Settles when a worker that started at once runs by itself, or is not waited for any more; already settled for one that starts with the first question. Until then each
   * step of its start is a task of the page: a page that is made meanwhile holds it up for as long as that takes.
   */
  readonly awake: Promise<void>;
}

/**
 * The search of a page, or of what it shows of a subscription (`from`, its id): its worker starts with the first question, so that nothing of it is in the way of what the page shows
 * before. Where the page can show nothing before it has an answer, it starts `atOnce` and reads its ledger while the page is made. A page needs one; close it when it is not shown any more.
 */
export function openSearch(from = '', atOnce = false): StartedSearch {
  const waiting = new Map<number, Waiting>();
  const state = {
    calls: 0,
    worker: null as Worker | null,
    closed: false,
    /** Opened once for all that follows it: a list stops following and follows anew with each letter that is typed. */
    followed: null as Collection | null,
  };

  const failAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  const hear = ({ data }: MessageEvent<WorkerAnswer>): void => {
    const asked = waiting.get(data.call);
    if ('share' in data) {
      asked?.tell(data.share);
      return;
    }
    waiting.delete(data.call);
    if (data.ok) asked?.resolve(data.value);
    else asked?.reject(new Error(data.message));
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: from });
    worker.addEventListener('message', hear);
    worker.addEventListener('error', (event) => failAll(event.message || 'The search worker failed.'));
    return worker;
  };

  const send = <Act extends keyof WorkerCalls>(
    act: Act,
    given: Parameters<WorkerCalls[Act]>,
    tell: (share: number) => void,
  ): ReturnType<WorkerCalls[Act]> => {
    const call: Call = { call: state.calls, act, given };
    state.calls += 1;
    return new Promise<unknown>((resolve, reject) => {
      if (state.closed) throw new Error('The search was closed.');
      state.worker ??= start();
      waiting.set(call.call, { resolve, reject, tell });
      state.worker.postMessage(call);
    }) as ReturnType<WorkerCalls[Act]>;
  };
  const ask = <Act extends keyof WorkerCalls>(
    act: Act,
    ...given: Parameters<WorkerCalls[Act]>
  ): ReturnType<WorkerCalls[Act]> => send(act, given, () => undefined);

  // What fails here is told by the first question.
  const begin = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, START);
      send('begin', [], () => resolve()).then(resolve, () => resolve());
    });
  return {
    awake: atOnce ? begin() : Promise.resolve(),
    find: async (request: FindRequest) => {
      const { result, first, firstKeyed, ...summary } = await ask('find', request);
      const held = { result };
      // Other searches of the page push a result out of the worker, while its list is still in sight: it is found again.
      const ofResult = async <T>(use: (of: number) => Promise<T>): Promise<T> => {
        try {
          return await use(held.result);
        } catch (error) {
          if (!String(error).includes(RESULT_GONE)) throw error;
          held.result = (await ask('find', request)).result;
          return use(held.result);
        }
      };
      const atHand = (to: number): boolean => Math.min(to, summary.total) <= first.length;
      return {
        ...summary,
        ids: async (from, to) => (atHand(to) ? first.slice(from, to) : ofResult((of) => ask('ids', of, from, to))),
        keyed: async (from, to) =>
          Math.min(to, summary.total) <= firstKeyed.length
            ? firstKeyed.slice(from, to)
            : ofResult((of) => ask('keyed', of, from, to)),
        counts: () => ofResult((of) => ask('counts', of)),
        overview: () => ofResult((of) => ask('overview', of)),
      };
    },
    snippets: (ids, terms) => ask('snippets', ids, terms),
    complete: (prefix) => ask('complete', prefix),
    onChange: (listener) => {
      state.followed ??= from === '' ? openCollection() : openSubscribed(from);
      const { meta } = state.followed;
      // liveQuery calls at once with what is there, which is no change.
      const seen = { first: true };
      return observe(
        () => meta.get(STATE_KEY),
        () => {
          if (!seen.first) listener();
          seen.first = false;
        },
      );
    },
    index: () => ask('index'),
    rebuild: (tell) => send('rebuild', [], tell),
    close: () => {
      state.closed = true;
      state.worker?.terminate();
      state.followed?.close();
      failAll('The search was closed.');
    },
  };
}
