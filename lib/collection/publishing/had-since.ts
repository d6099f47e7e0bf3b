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
}

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

/** Essays of which an image was had since, among those whose turn it is: it takes all images of an essay to tell. */
export async function imagesHadSince(
  { images, now }: Collection,
  lacking: readonly LackingImages[],
): Promise<readonly string[]> {
  const had: string[] = [];
  for (const { id, imagesOf } of whoseTurn(lacking, now())) {
    const rows = await images.where('[essayId+address]').between([id, ''], [id, '\uffff']).toArray();
    if (rows.filter(({ bytes }) => bytes !== null).length > imagesOf) had.push(id);
  }
  return had;
}

/** Those that are looked at now. */
function whoseTurn<Lacking>(all: readonly Lacking[], now: number): readonly Lacking[] {
  const from = all.length <= LOOKED ? 0 : (Math.floor(now / TURN) * LOOKED) % all.length;
  return all.slice(from, from + LOOKED);
}
