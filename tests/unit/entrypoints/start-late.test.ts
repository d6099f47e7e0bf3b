import { beforeEach, expect, it, vi } from 'vitest';
import { startLate } from '../../../entrypoints/background/queue/start-late.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { startJob } from '../../../lib/messages/start-job.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { forgetJobAhead } from '../../../lib/settings/jobs-ahead.ts';

const local = vi.hoisted(() => ({ held: {} as Record<string, unknown> }));
const sendMessage = vi.hoisted(() => vi.fn());

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async () => local.held,
        set: async (values: object) => void Object.assign(local.held, values),
        remove: async (key: string) => void delete local.held[key],
      },
    },
  },
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage }));

const job: NewJob = {
  kind: 'addresses',
  title: '',
  address: '',
  wanted: [{ kind: 'essay', address: 'http://www.example-school.cn/1.htm', key: 'k', title: '第一篇', date: null }],
  origins: ['http://www.example-school.cn/*'],
  rows: '',
};
const start = vi.fn(async (wanted: NewJob) => succeed({ id: wanted.id ?? '' }));

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
  local.held = {};
  return () => void vi.useRealTimers();
});

it('a queue whose page was closed before its message went is started by the background, once', async () => {
  sendMessage.mockReturnValue(new Promise(() => undefined));
  void startJob(job);
  await startLate({ start });
  expect(start).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(job));
  expect(local.held).toEqual({});
  await startLate({ start });
  expect(start).toHaveBeenCalledOnce();
});

it('one that the background was told of is left to it', async () => {
  sendMessage.mockImplementation(async (_, { id }) => {
    await forgetJobAhead(id);
    return succeed({ id });
  });
  await startJob(job);
  await startLate({ start });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(start).not.toHaveBeenCalled();
});

it('is asked for by the same id when the background was stopped before it answered', async () => {
  sendMessage.mockRejectedValueOnce(new Error('channel closed')).mockResolvedValue(succeed({ id: 'x' }));
  const started = startJob(job);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await started).toEqual(succeed({ id: 'x' }));
  const [first, second] = sendMessage.mock.calls.map(([, asked]) => asked.id);
  expect(second).toBe(first);
});

it('stays written down while the store takes nothing, and not where it is no queue', async () => {
  local.held = {
    'job:a': { job: { ...job, id: 'a' }, askedAt: 0 },
    'job:b': { job: { id: 'b' }, askedAt: 0 },
    'job:c': 7,
  };
  await startLate({ start: async () => fail('storage-trouble') });
  expect(Object.keys(local.held)).toEqual(['job:a']);
});
