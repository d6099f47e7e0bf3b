import * as v from 'valibot';
import type { Collection } from '../collection.ts';
import { isKey } from './keys-of-mark.ts';

/** How far the second copy is: a row of `meta`. */
export interface CopyState {
  /** Tables of which all rows that were there before the copy began are marked; the others still have to be. */
  readonly filled: readonly string[];
  /** Key of the last row that was marked of the table which is being filled; null for none yet. */
  readonly after: IDBValidKey | null;
  /** Rows of the data stream that were deleted since it was last written anew. */
  readonly deleted: number;
  /** Bytes of the acts stream when it was last written anew. */
  readonly actsBytes: number;
}

const KEY = 'copy';
const nothing: CopyState = { filled: [], after: null, deleted: 0, actsBytes: 0 };

const count = v.fallback(v.pipe(v.number(), v.minValue(0)), 0);
/** Whatever is stored wrongly counts as not there: rows are copied once more then. */
const shape = v.object({
  filled: v.fallback(v.array(v.string()), []),
  deleted: count,
  actsBytes: count,
});

/** The state; that of a copy which has not begun where there is none. */
export async function readCopyState({ meta }: Pick<Collection, 'meta'>): Promise<CopyState> {
  const value = (await meta.get(KEY))?.value;
  if (!v.is(v.looseObject({}), value)) return nothing;
  const { after } = value;
  return { ...v.parse(shape, value), after: isKey(after) ? after : null };
}

/** Changes facts of the state. */
export async function changeCopyState(collection: Pick<Collection, 'meta'>, change: Partial<CopyState>): Promise<void> {
  await collection.meta.put({ key: KEY, value: { ...(await readCopyState(collection)), ...change } });
}

/** Forgets the state, so that the copy begins anew. */
export async function forgetCopyState({ meta }: Pick<Collection, 'meta'>): Promise<void> {
  await meta.delete(KEY);
}
