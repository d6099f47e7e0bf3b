import type { Keeping } from '../collection/keep/keep-request.ts';
import type { TakenPage } from '../import/set-reader.ts';
import type { SourcePage } from '../import/sources/source.ts';

/*
 * A page's bytes go to the frame and stay at home as well, in case that it has to be read by another frame. So an answer names them by their number
 * among those that were given: sent back they would be as much again to be collected.
 */

/** A page whose bytes are named by their number, where they are those of a page that was given. */
type NumberedPage = Omit<SourcePage, 'bytes' | 'frames'> & {
  readonly bytes: SourcePage['bytes'] | number;
  readonly frames?: readonly NumberedPage[];
};

/** A reading whose original may be named by its number. */
type Numbered<Taken> = Taken extends { readonly page: SourcePage }
  ? Omit<Taken, 'page'> & { readonly page: NumberedPage; readonly original?: number }
  : never;

/** What a frame answers of a page. */
export type NumberedTaken = Numbered<TakenPage>;

const none = new Uint8Array(0);

/** The bytes of a page and of its frames, in an order that is the same on both sides. */
const bytesOf = ({ bytes, frames = [] }: SourcePage): readonly SourcePage['bytes'][] => [
  bytes,
  ...frames.flatMap(bytesOf),
];

/** What was read of a page, without the bytes that were given. */
export function withoutBytes(taken: TakenPage, given: SourcePage): NumberedTaken {
  const all = bytesOf(given);
  const numberOf = (bytes: SourcePage['bytes']): number | null => (all.includes(bytes) ? all.indexOf(bytes) : null);
  const numbered = ({ frames, ...page }: SourcePage): NumberedPage => ({
    ...page,
    bytes: numberOf(page.bytes) ?? page.bytes,
    ...(frames && { frames: frames.map(numbered) }),
  });
  const page = numbered(taken.page);
  if (taken.kind === 'part' || !taken.reading.ok) return { ...taken, page };
  const original = numberOf(taken.reading.value.original);
  if (original === null) return { ...taken, page };
  return { ...taken, page, original, reading: { ...taken.reading, value: { ...taken.reading.value, original: none } } };
}

/** The same with the bytes that were given. */
export function withBytes(answer: NumberedTaken, given: SourcePage): TakenPage {
  const all = bytesOf(given);
  const bytesAt = (bytes: SourcePage['bytes'] | number): SourcePage['bytes'] =>
    typeof bytes === 'number' ? (all[bytes] ?? none) : bytes;
  const whole = ({ frames, ...page }: NumberedPage): SourcePage => ({
    ...page,
    bytes: bytesAt(page.bytes),
    ...(frames && { frames: frames.map(whole) }),
  });
  const { original, page, ...taken } = answer;
  const read = { ...taken, page: whole(page) };
  if (read.kind === 'part' || !read.reading.ok || original === undefined) return read;
  const value: Keeping = { ...read.reading.value, original: bytesAt(original) };
  return { ...read, reading: { ...read.reading, value } };
}
