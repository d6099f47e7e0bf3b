import { condense } from '../log/condense.ts';
import type { FoldBounds } from '../log/fold-plan.ts';
import { packSegment } from '../log/log-segment.ts';
import { segmentFile } from '../log/paths.ts';
import type { Operation } from '../model/operation.ts';
import type { LogStream } from '../model/synced-tables.ts';
import { type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';
import { foldSegments } from './fold-segments.ts';
import type { Replica, Unsent } from './replica.ts';
import { endOf, type SyncState } from './sync-state.ts';
import { writeHead } from './write-head.ts';

/** What a push needs besides the replica and the storage. */
export interface PushOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What is folded, where it is not the usual. */
  readonly folds?: Partial<FoldBounds>;
}

/** Writes what this device did since the last time into its own log. Gives the state after it, and how many operations were sent. */
export async function push(
  replica: Replica,
  storage: SyncStorage,
  start: SyncState,
  { now, folds }: PushOptions,
): Promise<{ readonly state: SyncState; readonly operations: number }> {
  const held = { state: start, operations: 0 };
  const refused = await sendAll(replica, storage, held, folds).catch((error: unknown) => {
    // What was sent until then is told to the others, also where there is no room for more, or none to fold it.
    if (!(error instanceof SyncRefusal) || !ofOneFile.has(error.code)) throw error;
    return error;
  });
  const state = await writeHead(replica, storage, held.state, now, refused !== undefined);
  if (refused !== undefined) throw refused;
  return { state, operations: held.operations };
}

/** Sends and folds; `held` is how far that is, whatever stops it. */
async function sendAll(
  replica: Replica,
  storage: SyncStorage,
  held: { state: SyncState; operations: number },
  folds: Partial<FoldBounds> | undefined,
): Promise<void> {
  for (const stream of held.state.wanted) {
    for (;;) {
      const unsent = await replica.unsent(stream);
      if (unsent.marks.length === 0) break;
      const { state, sent } = await writeSegment(storage, held.state, stream, unsent);
      await replica.markSent(sent, state);
      held.operations += endOf(state.streams[stream]) - endOf(held.state.streams[stream]);
      held.state = state;
    }
    held.state = await foldSegments(replica, storage, held.state, stream, folds);
  }
}

/** Refusals that may be of one file, or of its size, alone. */
const ofOneFile: ReadonlySet<SyncProblem> = new Set<SyncProblem>([
  'full',
  'locked',
  'forbidden',
  'file-too-large',
  'broken',
  'refused',
]);

/** The state with one segment more, which is in the storage, and what is in it; the state itself where there is nothing to write. */
async function writeSegment(
  storage: SyncStorage,
  state: SyncState,
  stream: LogStream,
  unsent: Unsent,
): Promise<{ readonly state: SyncState; readonly sent: Unsent }> {
  const { operations, more } = unsent;
  if (operations.length === 0) return { state, sent: unsent };
  const from = endOf(state.streams[stream]);
  const marks = [...unsent.marks];
  async function* all(portions: AsyncIterable<Unsent>): AsyncGenerator<Operation> {
    yield* operations;
    for await (const portion of portions) {
      marks.push(...portion.marks);
      yield* portion.operations;
    }
  }
  const { segment, bytes } = await (more === undefined
    ? packSegment(stream, { operations: condense(operations), unknown: [] }, { from, to: from + operations.length })
    : packSegment(stream, { operations: all(more), unknown: [] }, { from }));
  await storage.put(segmentFile(state.device, segment.name), bytes);
  const streams = { ...state.streams, [stream]: [...state.streams[stream], segment] };
  return { state: { ...state, isHeadOld: true, streams }, sent: { operations, marks } };
}
