import { condense } from '../log/condense.ts';
import { type FoldBounds, foldPlan } from '../log/fold-plan.ts';
import { packSegment, type SegmentLines, unpackSegment } from '../log/log-segment.ts';
import { segmentFile } from '../log/paths.ts';
import type { LogStream } from '../model/synced-tables.ts';
import type { SyncStorage } from '../storage.ts';
import type { Replica } from './replica.ts';
import type { SyncState } from './sync-state.ts';

/** Folds small segments of a stream into a larger one, where there are enough of them. Gives the state after it: the head is to be written then. */
export async function foldSegments(
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
