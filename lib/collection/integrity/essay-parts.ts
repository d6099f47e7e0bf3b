import type { Collection } from '../collection.ts';
import { originalsElsewhere } from './originals-elsewhere.ts';

/** The rows of one essay as they are stored, whatever they hold. */
export interface EssayParts {
  readonly id: string;
  /** Undefined where only others are left of it. */
  readonly row: unknown;
  readonly captures: readonly unknown[];
  readonly bodies: readonly unknown[];
  readonly originals: readonly unknown[];
  readonly images: readonly unknown[];
  readonly highlights: readonly unknown[];
  readonly sent: readonly unknown[];
  readonly fingerprint: unknown;
  /** Ids of captures whose original bytes are in another place, see `originalsElsewhere`. */
  readonly elsewhere: ReadonlySet<string>;
}

/** True for a capture of this essay, or of one that it does not tell. */
const isOf = (capture: { readonly essayId: unknown } | undefined, id: string): boolean =>
  capture !== undefined && (typeof capture.essayId !== 'string' || capture.essayId === id);

/** The rows of essays, at one moment; in the order of the ids. */
export function readParts(collection: Collection, ids: readonly string[]): PromiseLike<readonly EssayParts[]> {
  const { essays, captures, bodies, originals, images, highlights, sent, fingerprints, sync, stamps } = collection;
  return collection.transaction(
    'r',
    [essays, captures, bodies, originals, images, highlights, sent, fingerprints, sync, stamps],
    async (): Promise<readonly EssayParts[]> => {
      const findElsewhere = await originalsElsewhere(collection);
      const ofId = async (id: string): Promise<EssayParts> => {
        const range = [
          [id, ''],
          [id, '\uffff'],
        ] as const;
        const [row, taken, texts, bytes, pictures, marks, sendings, fingerprint] = await Promise.all([
          essays.get(id),
          captures
            .where('[essayId+takenAt]')
            .between(...range)
            .toArray(),
          bodies.where('essayId').equals(id).toArray(),
          originals.where('essayId').equals(id).toArray(),
          images
            .where('[essayId+address]')
            .between(...range)
            .toArray(),
          highlights.where('essayId').equals(id).toArray(),
          sent.where('essayId').equals(id).toArray(),
          fingerprints.get(id),
        ]);
        // A capture whose moment is lost is in no order: the row or a body names it.
        const named = [row?.captureId, ...texts.map(({ captureId }) => captureId)];
        const known = new Set(taken.map((capture) => capture.id));
        const missing = named.filter((key) => typeof key === 'string' && !known.has(key));
        const more = (await captures.bulkGet([...new Set(missing as string[])])).filter((one) => isOf(one, id));
        const captured = [...taken, ...more];
        return {
          id,
          row,
          captures: captured,
          bodies: texts,
          originals: bytes,
          images: pictures,
          highlights: marks,
          sent: sendings,
          fingerprint,
          elsewhere: await findElsewhere(id, captured),
        };
      };
      return Promise.all(ids.map(ofId));
    },
  );
}
