import { yieldToPage } from '../../essay/yield-to-page.ts';
import type { FieldValues, PlainRow } from '../../sync/model/fields-of.ts';
import { stampedId } from '../../sync/model/stamped-row.ts';
import type { Collection } from '../collection.ts';
import type { PublishedRow, SyncStore } from '../sync-store/sync-store.ts';
import { imagesHadSince, type LackingImages, type LackingOriginal, originalsHadSince } from './had-since.ts';
import type { PublicationWish } from './publication.ts';
import { digestOfFields, isPublished, publishedEssay, publishedMark } from './published-fields.ts';

/** A row that is others' to read and is not so there yet; `fields` null for one that is to go. */
export interface PublicationItem {
  readonly table: 'essays' | 'highlights';
  readonly key: string;
  /** The essay that it belongs to. */
  readonly essayId: string;
  readonly fields: FieldValues | null;
  readonly before: PublishedRow | undefined;
  readonly after: PublishedRow;
}

/** All that is to be sent, by stream. */
export interface PublicationPlan {
  readonly acts: readonly PublicationItem[];
  /** Essays whose original, or images, are to be sent. */
  readonly originals: readonly string[];
  readonly images: readonly string[];
  /** Essays that are published then. */
  readonly essays: number;
}

/** Rows looked at a time. */
const AT_A_TIME = 100;

/** Compares what is to be published with what was; in slices, since it goes through all essays. */
export async function publicationPlan(
  collection: Collection,
  { published }: SyncStore,
  wish: PublicationWish,
): Promise<PublicationPlan> {
  const pause = yieldToPage();
  const known = new Map((await published.toArray()).map((row) => [row.id, row]));
  const acts: PublicationItem[] = [];
  const [originals, images]: [string[], string[]] = [[], []];
  const shown = new Set<string>();
  const lacking = { originals: [] as LackingOriginal[], images: [] as LackingImages[] };
  const imageCounts = wish.wanted.includes('images') ? await countImages(collection) : new Map<string, number>();
  const compare = async (table: PublicationItem['table'], key: string, essayId: string, fields: FieldValues) => {
    const id = stampedId(table, key);
    const before = known.get(id);
    known.delete(id);
    const digest = await digestOfFields(fields);
    const names = Object.keys(fields);
    const after: PublishedRow = { ...before, id, digest, names, captureId: String(fields['captureId'] ?? '') };
    if (before?.digest !== digest) acts.push({ table, key, essayId, fields, before, after });
    return after;
  };
  await eachSlice<PlainRow>(collection, 'essays', pause, async (rows) => {
    for (const row of rows.filter((one) => isPublished(one, wish))) {
      const id = String(row['id']);
      shown.add(id);
      const {
        captureId,
        originalOf,
        originalLacked,
        imagesOf = 0,
        imagesLacked,
      } = await compare('essays', id, id, publishedEssay(row, wish));
      if (originalOf !== captureId) {
        if (originalLacked === captureId) lacking.originals.push({ id, captureId: captureId ?? '' });
        else if (wish.wanted.includes('originals')) originals.push(id);
      }
      if ((imageCounts.get(id) ?? 0) > imagesOf + (imagesLacked ?? 0)) images.push(id);
      else if (imagesLacked === undefined && imagesOf > 0)
        lacking.images.push({ id, imagesOf, keptAt: String(row['keptAt']) });
      else if ((imagesLacked ?? 0) > 0) lacking.images.push({ id, imagesOf });
    }
  });
  if (wish.wanted.includes('originals')) originals.push(...(await originalsHadSince(collection, lacking.originals)));
  if (wish.wanted.includes('images')) {
    const { had, whole } = await imagesHadSince(collection, lacking.images);
    images.push(...had);
    const settled = whole.map((id) => stampedId('essays', id));
    await published.where(':id').anyOf(settled).modify({ imagesLacked: 0 });
  }
  if (wish.marks)
    await eachSlice<PlainRow>(collection, 'highlights', pause, async (rows) => {
      for (const row of rows) {
        const essayId = String(row['essayId']);
        if (shown.has(essayId)) await compare('highlights', String(row['id']), essayId, publishedMark(row, wish));
      }
    });
  for (const [id, before] of known) {
    const at = id.indexOf('\n');
    const [table, key] = [id.slice(0, at) as PublicationItem['table'], id.slice(at + 1)];
    acts.push({ table, key, essayId: '', fields: null, before, after: before });
  }
  return { acts, originals, images, essays: shown.size };
}

/** How many images each essay has, those that could not be had among them. */
async function countImages({ images }: Collection): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [essayId] of await images.toCollection().primaryKeys())
    counts.set(essayId, (counts.get(essayId) ?? 0) + 1);
  return counts;
}

async function eachSlice<Row>(
  collection: Collection,
  name: string,
  pause: () => Promise<void>,
  does: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  const table = collection.table<Row, string>(name);
  for (let after = ''; ; ) {
    const keys = await table.where(':id').above(after).limit(AT_A_TIME).primaryKeys();
    const rows = await table.bulkGet(keys);
    await does(rows.filter((row) => row !== undefined));
    await pause();
    if (keys.length < AT_A_TIME) return;
    after = keys.at(-1) ?? '';
  }
}
