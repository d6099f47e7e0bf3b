import { type Collection, openCollection } from '../../lib/collection/collection.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';

/** An empty collection in a database of its own; `fake-indexeddb/auto` must be imported by the test. */
export function emptyCollection(): Collection {
  return openCollection(`test-${crypto.randomUUID()}`);
}

/** The value of an outcome that a test expects to be good. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.detail ?? ''}`);
  return outcome.value;
}
