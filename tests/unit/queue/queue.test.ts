import { describe, expect, it } from 'vitest';
import { type Answer, politely, takeAnswer } from '../../../lib/queue-plan/answer.ts';
import { answerOfResponse } from '../../../lib/queue-plan/answer-of-response.ts';
import {
  addItems,
  countItems,
  type Job,
  mostItems,
  newJob,
  pauseJob,
  recoverJob,
  resumeJob,
  retryFailed,
  stopJob,
  type Wanted,
} from '../../../lib/queue-plan/job.ts';
import { nextItem } from '../../../lib/queue-plan/next-item.ts';

const wanted = (address: string): Wanted => ({ kind: 'essay', address, key: address, title: '石坎', date: null });
const essay = (n: number, host = 'a.example'): Wanted => wanted(`http://${host}/show.asp?id=${n}`);
const jobOf = (...items: Wanted[]): Job => newJob('job', items);
const again = (retryAfter: number | null = null): Answer => ({ kind: 'again', reason: 'http-503', retryAfter });

/** Asks for the next item, which there must be. */
function ask(job: Job, now: number) {
  const next = nextItem(job, now);
  if (next.kind !== 'ask') throw new Error(`nothing to ask for: ${next.kind}`);
  return next;
}

describe('asking', () => {
  it('goes in order, one at a time per host, another host at once', () => {
    const one = ask(jobOf(essay(1), essay(2), essay(3, 'b.example')), 0);
    expect(one.item.number).toBe(0);
    const two = ask(one.job, 0);
    expect(two.item.number).toBe(2);
    expect(nextItem(two.job, 0)).toEqual({ kind: 'busy' });
  });

  it('rests between two requests, by chance between the two bounds', () => {
    const { job } = ask(jobOf(essay(1), essay(2)), 1000);
    const waits = [0, 0.5].map((chance) => nextItem(takeAnswer(job, 0, { kind: 'kept' }, 2000, chance), 2000));
    expect(waits).toEqual([
      { kind: 'wait', until: 3500 },
      { kind: 'wait', until: 4500 },
    ]);
    expect(ask(takeAnswer(job, 0, { kind: 'kept' }, 2000, 0), 3500).item.number).toBe(1);
  });

  it('is not held up by a rest that a wrong clock gave', () => {
    const job = ask(jobOf(essay(1), essay(2)), Date.UTC(2036, 0)).job;
    const rested = takeAnswer(job, 0, { kind: 'kept' }, Date.UTC(2036, 0), 0);
    expect(nextItem(rested, Date.UTC(2036, 0)).kind).toBe('wait');
    expect(ask(rested, Date.UTC(2026, 0)).item.number).toBe(1);
  });

  it('takes no address twice, and no more than the cap', () => {
    const job = jobOf(essay(1), essay(1), essay(2));
    expect(addItems(job, [essay(2), essay(3)]).items.map(({ number }) => number)).toEqual([0, 1, 2]);
    const many = Array.from({ length: mostItems + 5 }, (_, n) => essay(n));
    expect(addItems(job, many).items).toHaveLength(mostItems);
  });
});

describe('a refusal', () => {
  it('doubles the rest each time in a row, up to the longest, and ends when one is answered', () => {
    let job = jobOf(essay(1), essay(2));
    const manners = { ...politely, tries: 20 };
    const rests: number[] = [];
    for (let time = 0; rests.length < 9; ) {
      job = takeAnswer(ask(job, time).job, 0, again(), time, 0, manners);
      const next = nextItem(job, time);
      if (next.kind !== 'wait') throw new Error(next.kind);
      rests.push(next.until - time - 1500);
      time = next.until;
    }
    expect(rests).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600].map((seconds) => seconds * 1000));
    job = takeAnswer(ask(job, 1e9).job, 0, { kind: 'kept' }, 1e9, 0);
    expect(job.hosts['a.example']).toEqual({ notBefore: 1e9 + 1500, failures: 0 });
  });

  it('waits as long as the server says, and fails after the last try with its reason', () => {
    let job = jobOf(essay(1));
    job = takeAnswer(ask(job, 0).job, 0, again(120_000), 0, 0);
    expect(nextItem(job, 0)).toEqual({ kind: 'wait', until: 121_500 });
    for (let n = 1; n < politely.tries; n += 1) job = takeAnswer(ask(job, n * 1e6).job, 0, again(), n * 1e6, 0);
    expect(job.items[0]).toMatchObject({ state: 'failed', reason: 'http-503', tries: politely.tries });
    expect(job.state).toBe('done');
  });

  it('is read from the response', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(answerOfResponse(200, null, now)).toBeNull();
    expect(answerOfResponse(404, null, now)).toEqual({ kind: 'failed', reason: 'http-404' });
    expect(answerOfResponse(503, null, now)).toEqual(again());
    expect(answerOfResponse(503, '30', now)).toEqual(again(30_000));
    expect(answerOfResponse(503, 'Thu, 01 Jan 2026 00:01:00 GMT', now)).toEqual(again(60_000));
    expect(answerOfResponse(503, '999999', now)).toEqual(again(3_600_000));
    expect(answerOfResponse(503, 'soon', now)).toEqual(again());
  });
});

describe('a job', () => {
  it('pauses, runs on, and stops for good; an answer that was under way counts', () => {
    const { job } = ask(jobOf(essay(1), essay(2)), 0);
    const paused = takeAnswer(pauseJob(job), 0, { kind: 'kept' }, 0, 0);
    expect(nextItem(paused, 1e6)).toEqual({ kind: 'nothing' });
    expect(ask(resumeJob(paused), 1e6).item.number).toBe(1);
    const stopped = stopJob(paused);
    expect(nextItem(resumeJob(stopped), 1e6)).toEqual({ kind: 'nothing' });
    expect(countItems(stopped)).toEqual({ waiting: 1, asked: 0, kept: 1, already: 0, failed: 0, unchosen: 0 });
  });

  it('asks again for what was under way when the worker stopped, and takes no late answer', () => {
    const { job } = ask(jobOf(essay(1)), 0);
    const recovered = recoverJob(job);
    expect(recovered.items[0]).toMatchObject({ state: 'waiting', tries: 0 });
    expect(takeAnswer(recovered, 0, { kind: 'kept' }, 0, 0)).toBe(recovered);
  });

  it('offline waits without counting a try', () => {
    const { job } = ask(jobOf(essay(1)), 0);
    expect(takeAnswer(job, 0, { kind: 'offline' }, 0, 0).items[0]).toMatchObject({ state: 'waiting', tries: 0 });
  });

  it('lets what failed wait again with all its tries, and runs on for that', () => {
    const { job } = ask(jobOf(essay(1)), 0);
    const done = takeAnswer(job, 0, { kind: 'failed', reason: 'http-404' }, 0, 0);
    expect(done.state).toBe('done');
    expect(retryFailed(done)).toMatchObject({ state: 'running', items: [{ state: 'waiting', tries: 0, reason: '' }] });
    const kept = takeAnswer(job, 0, { kind: 'kept' }, 0, 0);
    expect(retryFailed(kept)).toBe(kept);
  });

  it('that is done runs on when a list page brings more', () => {
    const done = takeAnswer(ask(jobOf(essay(1)), 0).job, 0, { kind: 'already' }, 0, 0);
    expect(done.state).toBe('done');
    expect(addItems(done, [essay(1)]).state).toBe('done');
    expect(addItems(done, [essay(2)]).state).toBe('running');
  });
});

/** A server that refuses one request in twenty and is silent for one in twenty, and a worker that is stopped now and then; seeded. */
describe('a column of 300 essays, server failing and worker stopped', () => {
  it('is kept whole, each once, in order', () => {
    let seed = 7;
    const chance = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    let job = jobOf(...Array.from({ length: 300 }, (_, n) => essay(n)));
    const kept: number[] = [];
    let stops = 0;
    for (let now = 0; job.state !== 'done'; ) {
      const next = nextItem(job, now);
      if (next.kind === 'wait') now = next.until;
      else if (next.kind === 'ask') {
        job = next.job;
        if (stops < 20 && chance() < 0.1) {
          stops += 1;
          job = recoverJob(structuredClone(job));
          continue;
        }
        const refused = chance() < 0.1;
        if (!refused) kept.push(next.item.number);
        job = takeAnswer(job, next.item.number, refused ? again() : { kind: 'kept' }, now, chance());
      } else throw new Error(next.kind);
    }
    expect(stops).toBe(20);
    expect(kept.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(countItems(job)).toMatchObject({ kept: 300, failed: 0 });
  });
});
