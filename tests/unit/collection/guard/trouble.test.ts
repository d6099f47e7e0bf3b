import { expect, it } from 'vitest';
import { HELD, NEWER, namedError, troubleOf } from '../../../../lib/collection/guard/trouble.ts';

const quota = new DOMException('no room', 'QuotaExceededError');
const wrapped = (name: string, inner: unknown) => Object.assign(namedError(name, 'x'), { inner });

it.each([
  [
    'Chromium, a write to a full disk',
    new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'),
    'storage-trouble',
  ],
  [
    'Chromium, a commit that failed',
    new DOMException('Internal error committing transaction.', 'UnknownError'),
    'storage-trouble',
  ],
  ['Firefox, the first failure', quota, 'storage-full'],
  [
    'Firefox, every later one',
    new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    ),
    'storage-trouble',
  ],
  ['Dexie, after the browser closed the store', wrapped('DatabaseClosedError', null), 'storage-trouble'],
  ['Dexie, which wraps why it could not open', wrapped('DatabaseClosedError', namedError(NEWER, 'x')), 'storage-newer'],
  [
    'many rows of which one met a full disk',
    Object.assign(namedError('BulkError', 'x'), { failures: [wrapped('AbortError', quota)] }),
    'storage-full',
  ],
  ['writing that is held back', namedError(HELD, 'x'), 'storage-full'],
  ['a name that is taken', new DOMException('Key already exists', 'ConstraintError'), 'storage-failed'],
  ['an abort for another reason', wrapped('AbortError', null), 'storage-failed'],
  ['no error at all', 'broken', 'storage-failed'],
  ['nothing', null, 'storage-failed'],
])('%s', (_, error, problem) => {
  expect(troubleOf(error)).toBe(problem);
});

it('ends where an error wraps itself', () => {
  const error: Error & { inner?: unknown } = namedError('AbortError', 'x');
  error.inner = { name: 'x', inner: error };
  expect(troubleOf(error)).toBe('storage-failed');
});
