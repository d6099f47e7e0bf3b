import * as v from 'valibot';
import { jsonOf } from '../../zip/json-of.ts';
import type { StoredFile } from '../storage.ts';

/** Heads that one folder has at most for whoever only reads it: a group has some ten computers. */
export const MOST_HEADS = 50;

const shape = v.object({
  format: v.literal('wencun-index'),
  version: v.literal(1),
  heads: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.maxLength(100)),
        tag: v.pipe(v.string(), v.maxLength(200)),
        size: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
    ),
    v.maxLength(MOST_HEADS),
  ),
});

/** The bytes of a file that lists the heads, for servers that list no folders. It is written after the heads that it names. */
export const encodeHeadIndex = (heads: readonly StoredFile[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ format: 'wencun-index', version: 1, heads }));

/** The heads that such a file lists; null for what is none: many servers answer what is not there with a page of their own. */
export function decodeHeadIndex(bytes: Uint8Array<ArrayBuffer>): readonly StoredFile[] | null {
  const content = jsonOf(bytes);
  return v.is(shape, content) ? content.heads : null;
}
