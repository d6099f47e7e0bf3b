import { changeWithin } from '../actions/change-rows.ts';
import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { Lack } from '../rows.ts';
import { writingRows } from '../write-rows.ts';
import { lacksOf, withLacks } from './lacks.ts';

/*
 * Essays that were kept before rows told what they lack, or that came with a backup or from another device: here it is worked out of
 * their bodies and images. Done step by step, and each step tells in `meta` how far it came.
 */

/** The key in `meta` of how far it came: the last essay looked at; absent when nothing is known. */
const KEY = 'lacks-filled';

/** All essays were looked at, and those that are kept from now on are then. */
const ALL = 'all';

/** Essays whose bodies are looked at in a step. */
const LOOKED_AT = 32;

/** True once it is told of all essays what they lack. */
export async function areLacksFilled({ meta }: Collection): Promise<boolean> {
  return (await meta.get(KEY))?.value === ALL;
}

/** Has all essays looked at again, after some came in another way than by being kept. */
export async function refillLacks({ meta }: Collection): Promise<void> {
  await meta.delete(KEY);
}

/** Does one step. Gives false when all is done. Rejects when the database fails. */
export async function fillLacks(collection: Collection): Promise<boolean> {
  const { essays, bodies, images, meta } = collection;
  const through = (await meta.get(KEY))?.value;
  if (through === ALL) return false;
  const rows = await essays
    .where('id')
    .above(typeof through === 'string' ? through : '')
    .limit(LOOKED_AT)
    .toArray();
  const texts = await bodies.bulkGet(rows.map(({ captureId }) => (typeof captureId === 'string' ? captureId : '')));
  const lacking = new Map<string, { readonly of: string; readonly lacks: readonly Lack[] }>();
  for (const [at, { id, captureId }] of rows.entries()) {
    const body = readableRow('bodies', texts[at]);
    if (body === null) continue;
    const unheld: string[] = [];
    await images
      .where('[essayId+address]')
      .between([id, ''], [id, '\uffff'])
      .each((image) => {
        if (image.bytes === null) unheld.push(image.address);
      });
    // Another version of the essay may have had other images.
    const missing = unheld.some((address) => body.html.includes(address.replaceAll('&', '&amp;')));
    lacking.set(id, { of: captureId, lacks: lacksOf(body, missing ? ['missing-images'] : []) });
  }
  const last = rows.at(-1)?.id;
  await writingRows(collection, [], async () => {
    await changeWithin(collection, [...lacking.keys()], (row) => {
      const found = lacking.get(row.id);
      // One that was kept again meanwhile was told of by that.
      return found === undefined || found.of !== row.captureId ? row : withLacks(row, found.lacks);
    });
    await meta.put({ key: KEY, value: last ?? ALL });
  });
  return last !== undefined;
}
