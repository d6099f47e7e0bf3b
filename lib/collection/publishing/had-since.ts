import type { Collection } from '../collection.ts';

/* What was not there when its essay was published is looked for again: of many essays some each time, since the database is asked for each. */

/** Essays that are looked at each time, and milliseconds after which it is the next ones' turn. */
const LOOKED = 50;
const TURN = 600_000;

/** A published essay whose original was not there, with its capture. */
export interface LackingOriginal {
  readonly id: string;
  readonly captureId: string;
}

/** A published essay of which images could not be had, with how many were sent. */
export interface LackingImages {
  readonly id: string;
  readonly imagesOf: number;
  /** Where an earlier version sent it, which did not tell how many could not be had: when the essay was kept (UTC, ISO 8601). */
  readonly keptAt?: string;
}

/** What is known of those whose turn it was. */
interface ImagesLooked {
  /** Essays of which an image was had since they were sent, or may have been. */
  readonly had: readonly string[];
  /** Essays sent by an earlier version which lacked none. */
  readonly whole: readonly string[];
}

/** Milliseconds after its essay from which on an image was had later than the others: it may not have been there when these were sent. */
const LATER = 60_000;

/** Essays whose original is there by now, among those whose turn it is. */
export async function originalsHadSince(
  { originals, now }: Collection,
  lacking: readonly LackingOriginal[],
): Promise<readonly string[]> {
  const looked = whoseTurn(lacking, now());
  const there = new Set(
    await originals
      .where(':id')
      .anyOf(looked.map(({ captureId }) => captureId))
      .primaryKeys(),
  );
  return looked.flatMap(({ id, captureId }) => (there.has(captureId) ? [id] : []));
}

/** Looks whether images were had since, at those whose turn it is: it takes all images of an essay to tell. */
export async function imagesHadSince(
  { images, now }: Collection,
  lacking: readonly LackingImages[],
): Promise<ImagesLooked> {
  const [had, whole]: [string[], string[]] = [[], []];
  for (const { id, imagesOf, keptAt } of whoseTurn(lacking, now())) {
    const rows = await images.where('[essayId+address]').between([id, ''], [id, '\uffff']).toArray();
    const there = rows.filter(({ bytes }) => bytes !== null);
    const isLater = ({ takenAt }: { readonly takenAt: string }): boolean =>
      Date.parse(takenAt) > Date.parse(keptAt ?? '') + LATER;
    if (keptAt === undefined ? there.length > imagesOf : there.length < rows.length || there.some(isLater))
      had.push(id);
    else if (keptAt !== undefined) whole.push(id);
  }
  return { had, whole };
}

/** Those that are looked at now. */
function whoseTurn<Lacking>(all: readonly Lacking[], now: number): readonly Lacking[] {
  const from = all.length <= LOOKED ? 0 : (Math.floor(now / TURN) * LOOKED) % all.length;
  return all.slice(from, from + LOOKED);
}
