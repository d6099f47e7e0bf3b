import { condense } from '../log/condense.ts';
import { type FoldBounds, foldPlan } from '../log/fold-plan.ts';
import { encodeHead, LOG_VERSION } from '../log/head.ts';
import { packSegment, type SegmentLines, unpackSegment } from '../log/log-segment.ts';
import { headFile, segmentFile } from '../log/paths.ts';
import type { Operation } from '../model/operation.ts';
import type { LogStream } from '../model/synced-tables.ts';
import { type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';
import type { Replica, Unsent } from './replica.ts';
import { endOf, type SyncState } from './sync-state.ts';

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
    held.state = await fold(replica, storage, held.state, stream, folds);
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

async function fold(
  replica: Replica,
  storage: SyncStorage,
  state: SyncState,
  stream: LogStream,
  folds: Partial<FoldBounds> | undefined,
): Promise<SyncState> {
  const segments = state.streams[stream];
  const plan = foldPlan(segments, folds);
  const [first, last] = [plan?.fold[0], plan?.fold.at(-1)];
  if (plan === null || first === undefined || last === undefined) return state;
  const parts: SegmentLines[] = [];
  for (const segment of plan.fold) {
    const bytes = await storage.get(segmentFile(state.device, segment.name));
    const lines = bytes === null ? null : await unpackSegment(segment, bytes);
    // One that is not there any more is none that could be made anew here: the others read around it.
    if (lines === null) return state;
    parts.push(lines);
  }
  const all = condense(parts.flatMap(({ operations }) => operations));
  const gone = await replica.voidParts(all);
  const lines = {
    operations: all.filter((operation) => !gone.has(operation)),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
  const { segment, bytes } = await packSegment(stream, lines, { from: first.from, to: last.to });
  await storage.put(segmentFile(state.device, segment.name), bytes);
  const unused = plan.fold.map(({ name }) => name).filter((name) => name !== segment.name);
  const next: SyncState = {
    ...state,
    isHeadOld: true,
    streams: { ...state.streams, [stream]: segments.toSpliced(plan.at, plan.fold.length, segment) },
    unused: [...state.unused, ...unused],
  };
  await replica.writeState(next);
  return next;
}

/** Writes the head, where it is not the last one, and again the next time where there is `more` to be sent; then takes away what no head names any more. */
async function writeHead(
  replica: Replica,
  storage: SyncStorage,
  start: SyncState,
  now: () => number,
  more: boolean,
): Promise<SyncState> {
  let state = start;
  if (state.isHeadOld) {
    // Counted first: one that was written and whose answer was lost has another size than the next.
    state = { ...state, heads: state.heads + 1 };
    await replica.writeState(state);
    const { device, name, vault, streams } = state;
    const { all: essays } = await replica.countDeleted([]);
    const bytes = await encodeHead(
      {
        format: 'wencun-sync',
        version: LOG_VERSION,
        vault: vault ?? '',
        device,
        name,
        at: new Date(now()).toISOString(),
        essays,
        ...(more && { more }),
        streams,
      },
      state.heads,
    );
    await storage.put(headFile(device), bytes);
    state = { ...state, isHeadOld: more, headSize: bytes.byteLength };
    await replica.writeState(state);
  }
  if (state.unused.length === 0) return state;
  const inUse = new Set(Object.values(state.streams).flatMap((segments) => segments.map(({ name }) => name)));
  const locked: string[] = [];
  for (const name of state.unused)
    if (!inUse.has(name) && !(await isRemoved(storage, segmentFile(state.device, name)))) locked.push(name);
  state = { ...state, unused: locked };
  await replica.writeState(state);
  return state;
}

/** Takes a file away; false where another computer reads it just now, for whose time a Nextcloud locks it: it is taken away the next time. */
async function isRemoved(storage: SyncStorage, path: string): Promise<boolean> {
  try {
    await storage.remove(path);
    return true;
  } catch (error) {
    if (error instanceof SyncRefusal && error.code === 'locked') return false;
    throw error;
  }
}
