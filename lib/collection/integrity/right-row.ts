import { essayRowOf } from '../keep/essay-row.ts';
import { type BodyRow, type CaptureRow, type EssayRow, NO_DOC, noWork } from '../rows.ts';

/** The versions of an essay, as far as they can be read. */
export interface ReadableVersions {
  readonly captures: readonly CaptureRow[];
  readonly bodies: readonly BodyRow[];
}

/**
 * The row of an essay as its versions tell it: fields from the current body but for what the reader set by hand, the time of keeping
 * from the first capture where it is lost. Null where neither row nor body is left. `isMeasure`: whether a row that is there is
 * to be held against a body; all are when it is left out.
 */
export function rightRow(
  before: EssayRow | undefined,
  versions: ReadableVersions,
  isMeasure: (body: BodyRow) => boolean = () => true,
): EssayRow | null {
  const taken = versions.captures.toSorted((one, other) => (one.takenAt < other.takenAt ? -1 : 1));
  const body = currentBody(before?.captureId, taken, versions.bodies);
  const first = taken.find(({ takenAt }) => takenAt !== '')?.takenAt ?? '';
  if (before === undefined) return body === undefined ? null : essayRowOf(body, first, '', noWork, NO_DOC);
  const keptAt = before.keptAt === '' ? first : before.keptAt;
  if (body === undefined || !isMeasure(body)) return { ...before, keptAt };
  return { ...before, ...essayRowOf(body, keptAt, before.trashedAt, before, before.doc) };
}

/** The body that a row names, else, where its capture is lost too, that of the newest version that has one. */
function currentBody(
  captureId: string | undefined,
  taken: readonly CaptureRow[],
  bodies: readonly BodyRow[],
): BodyRow | undefined {
  const own = bodies.find((body) => body.captureId === captureId);
  if (own !== undefined || taken.some(({ id }) => id === captureId)) return own;
  const newest = taken.toReversed().flatMap(({ id }) => bodies.filter((body) => body.captureId === id));
  return newest[0] ?? bodies[0];
}
