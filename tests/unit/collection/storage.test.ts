import { expect, it } from 'vitest';
import { attempt } from '../../../lib/collection/storage.ts';

const quota = new DOMException('no room', 'QuotaExceededError');

function selfCaused(): Error {
  const error: Error & { inner?: Error } = new Error('x');
  error.inner = error;
  return error;
}

it.each([
  ['a full disk', quota, 'storage-full'],
  [
    'a transaction that a full disk aborted',
    Object.assign(new Error('x'), { name: 'AbortError', inner: quota }),
    'storage-full',
  ],
  [
    'many rows of which a full disk refused one',
    Object.assign(new Error('x'), { name: 'BulkError', failures: [new Error('y'), quota] }),
    'storage-full',
  ],
  [
    'many rows in a transaction that a full disk aborted',
    Object.assign(new Error('x'), { name: 'AbortError', inner: { name: 'BulkError', failures: [{ inner: quota }] } }),
    'storage-full',
  ],
  [
    'many rows that something else refused',
    Object.assign(new Error('x'), { name: 'BulkError', failures: [new Error('y')] }),
    'storage-failed',
  ],
  ['an error that names itself as its cause', selfCaused(), 'storage-failed'],
  ['nothing', null, 'storage-failed'],
  ['another abort', Object.assign(new Error('x'), { name: 'AbortError', inner: null }), 'storage-failed'],
  ['what is no error at all', 'broken', 'storage-failed'],
])('tells %s by its code, in the words of the database', async (_, thrown, code) => {
  expect(await attempt(() => Promise.reject(thrown))).toEqual({
    ok: false,
    problem: { code, detail: String(thrown) },
  });
});

it('gives what the query gave', async () => {
  expect(await attempt(async () => 7)).toEqual({ ok: true, value: 7 });
});
