import * as v from 'valibot';
import type { Outcome } from '../essay/outcome.ts';
import type { Collection } from './collection.ts';
import type { OutcomeRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

const text = v.fallback(v.string(), '');
const shape = v.object({
  by: v.fallback(v.picklist(['key', 'menu', 'popup', 'itself']), 'key'),
  askedAt: text,
  endedAt: text,
  url: text,
  title: text,
  essayId: text,
  problem: text,
});

/** A row of which parts are damaged tells that a keep was interrupted, and what else can be read. */
const readable = (row: OutcomeRow): OutcomeRow => ({ ...v.parse(shape, row), id: row.id });

/** What became of keeps that were interrupted, and of those whose tab was gone: until the reader has seen it. Newest first. */
export function listOutcomes({ outcomes }: Collection): Promise<Outcome<readonly OutcomeRow[], StorageProblem>> {
  return attempt(async () =>
    (await outcomes.toArray()).map(readable).toSorted((one, other) => (one.endedAt < other.endedAt ? 1 : -1)),
  );
}

/** Writes down what became of a keep, to be told. */
export function putOutcome({ outcomes }: Collection, row: OutcomeRow): Promise<Outcome<string, StorageProblem>> {
  return attempt(() => outcomes.put(row));
}

/** The reader has seen these. */
export function forgetOutcomes(
  { outcomes }: Collection,
  ids: readonly string[],
): Promise<Outcome<void, StorageProblem>> {
  return attempt(() => outcomes.bulkDelete([...ids]));
}
