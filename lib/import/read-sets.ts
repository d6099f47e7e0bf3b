import type { Keeping } from '../collection/keep/keep-request.ts';
import { fail, type Outcome, reasonOfThrown } from '../essay/outcome.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import { createPageJoiner, type JoinedPages } from './join-pages.ts';
import type { ReadWishes, SetReader, TakenPage } from './set-reader.ts';
import type { SourceItem, SourcePage, SourceProblem } from './sources/source.ts';

/** Pages that belong together as they were read; `failed` is a fault of ours, `took-too-long` a page that no reader came to an end of. */
export interface SetReading {
  readonly pages: JoinedPages;
  /** The title that the page itself has. */
  readonly title: string;
  readonly reading: Outcome<Keeping, ReadProblem | 'failed' | 'took-too-long'>;
}

/** A page on its way: what it was, and what the reader makes of it. */
interface Pending {
  readonly given: SourceItem;
  readonly taken: Promise<TakenPage | null | Failed>;
}

/** A page that the reader failed at. */
interface Failed {
  readonly kind: 'failed';
  readonly reason: ReturnType<typeof reasonOfThrown>;
}

/**
 * Reads the pages of a file and puts the pages of an essay together that stand apart in it: such an essay comes when its last page does, or
 * at the end with those that came. When too much waits, the longest waiting goes without the rest. One page that cannot be read costs itself.
 */
export async function* readSets(
  items: AsyncIterable<SourceItem>,
  reader: SetReader,
  wishes: ReadWishes = {},
): AsyncGenerator<SetReading | SourceProblem> {
  const joiner = createPageJoiner();
  for await (const { given, taken } of takeAhead(items, reader, wishes)) {
    if ('problem' in given) {
      yield given;
      continue;
    }
    const found = await taken;
    if (found === null) yield { name: given.name, problem: { code: 'damaged' } };
    else if (found.kind === 'read') yield { pages: alone(found.page), title: found.title, reading: found.reading };
    else if (found.kind === 'failed') yield { pages: alone(given), ...unreadFor(found.reason) };
    else for (const pages of joiner.take(found.place, found.page)) yield await joined(pages, reader, wishes);
  }
  for (const pages of joiner.rest()) yield await joined(pages, reader, wishes);
}

const alone = (first: SourcePage): JoinedPages => ({ first, others: new Map() });

const unreadFor = (reason: Failed['reason']): Omit<SetReading, 'pages'> => ({ title: '', reading: fail(reason) });

async function joined(pages: JoinedPages, reader: SetReader, wishes: ReadWishes): Promise<SetReading> {
  const read = await reader.join(pages, wishes).catch((error: unknown) => unreadFor(reasonOfThrown(error)));
  return { pages, ...read };
}

/** Bytes of pages that are with the reader at most, but for one page that has more. */
const HELD = 2 * 1024 * 1024;

/** Hands some pages to the reader before the first of them has come back. */
async function* takeAhead(
  items: AsyncIterable<SourceItem>,
  reader: SetReader,
  wishes: ReadWishes,
): AsyncGenerator<Pending> {
  const pending: Pending[] = [];
  let held = 0;
  const take = async (given: SourceItem): Promise<TakenPage | null | Failed> =>
    'problem' in given
      ? null
      : reader
          .take(given, wishes)
          .catch((error: unknown) => ({ kind: 'failed', reason: reasonOfThrown(error) }) as const);
  for await (const given of items) {
    pending.push({ given, taken: take(given) });
    held += sizeOf(given);
    while (pending.length > 0 && (pending.length >= reader.ahead || held > HELD)) {
      const [first] = pending.splice(0, 1);
      if (first === undefined) continue;
      yield first;
      held -= sizeOf(first.given);
    }
  }
  yield* pending;
}

const sizeOf = (given: SourceItem): number => ('problem' in given ? 0 : given.bytes.length);
