import { editFields, unedit } from '../../../lib/collection/actions/edit-fields.ts';
import { dropTextEdit, editText } from '../../../lib/collection/actions/edit-text.ts';
import { addHighlight, changeHighlight, removeHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { setReadState } from '../../../lib/collection/actions/read-state.ts';
import { removeSearch, saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import {
  createShelf,
  deleteShelf,
  moveShelf,
  putOnShelf,
  renameShelf,
  takeOffShelf,
} from '../../../lib/collection/actions/shelves.ts';
import { deleteTag, renameTag, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import { type Backup, openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { setApart } from '../../../lib/collection/duplicates/clusters.ts';
import { putImages } from '../../../lib/collection/images/images.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { makeCurrent } from '../../../lib/collection/versions.ts';
import type { EssayImage } from '../../../lib/essay/image.ts';
import type { Outcome } from '../../../lib/essay/outcome.ts';
import type { SyncedTable } from '../../../lib/sync/model/synced-tables.ts';
import { createBlobSink } from '../../../lib/zip/blob-sink.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';
import { expectValue } from '../collections.ts';
import { numberedKeeping } from '../keepings.ts';
import type { Ledger } from './fuzz-ledger.ts';
import type { Random } from './random.ts';
import type { SeenDevice } from './seen-device.ts';

/** What an act of the product is done with. */
export interface CollectionWorld {
  readonly collection: Collection;
  /** What the device shows before the act. */
  readonly seen: SeenDevice;
  readonly random: Random;
  /** Milliseconds since 1970 by the device's own clock. */
  readonly now: number;
  /** Unlike that of any other act. */
  readonly name: string;
  readonly ledger: Ledger;
  /** What was backed up by any of the devices. */
  readonly backups: Backup[];
}

type Act = (world: CollectionWorld) => Promise<unknown>;

/** Essays that the devices keep between them. */
const ESSAYS = 7;
const tagNames = ['甲', '乙', '丙', '丁', '戊'];
const quote = { exact: '县域', prefix: '', suffix: '' };

const idsOf = ({ seen }: CollectionWorld, table: SyncedTable): readonly string[] => [...seen.rows(table).keys()];

/** An act on a row that is there; nothing where there is none. */
const onRow =
  (table: SyncedTable, act: (world: CollectionWorld, id: string) => Promise<unknown>): Act =>
  async (world) => {
    const ids = idsOf(world, table);
    if (ids.length > 0) await act(world, world.random.pick(ids));
  };

const done = async <T>(doing: Promise<Outcome<T>>): Promise<T> => expectValue(await doing);

const keep: Act = async ({ collection, random, name, now, ledger, seen }) => {
  // Long enough to be compared: some become near-duplicates of each other.
  const text = `${'县域是城乡之间的纽带，转型要从产业做起。'.repeat(8)}\n文${name}`;
  const keeping = numberedKeeping(random.below(ESSAYS), { text, html: `<p>${text}</p>` });
  const takenAt = new Date(now).toISOString();
  const kept = await done(keepEssay(collection, { ...keeping, capture: { ...keeping.capture, takenAt } }));
  ledger.made(seen, kept.id, `capture ${kept.captureId}`);
  ledger.made(seen, kept.id, `original ${kept.captureId}`);
};

const note = onRow('essays', async ({ collection, seen, random, name, ledger }, id) => {
  ledger.replaced(seen, id);
  const text = random.next() < 0.8 ? `记${name}。` : '';
  await done(setNote(collection, id, text));
  if (text !== '') ledger.made(seen, id, `note ${text}`);
});

const tag = onRow('essays', async ({ collection, random }, id) => {
  const tagged = await done(tagEssays(collection, [id], { add: [random.pick(tagNames)] }));
  if (random.next() < 0.1) await done(tagged.undo());
});
const untag = onRow('tags', async (world, id) => {
  const essays = idsOf(world, 'essays');
  await done(tagEssays(world.collection, essays.slice(0, 3), { remove: [id] }));
});
const renameOneTag = onRow('tags', async ({ collection, random }, id) => {
  const renamed = await done(renameTag(collection, id, random.pick(tagNames)));
  if (random.next() < 0.2) await done(renamed.undo());
});
const dropTag = onRow('tags', async ({ collection, random }, id) => {
  const gone = await done(deleteTag(collection, id));
  if (random.next() < 0.3) await done(gone.undo());
});

const shelve = onRow('essays', async (world, id) => {
  const { collection, random, name } = world;
  const shelves = idsOf(world, 'shelves');
  const isNew = shelves.length === 0 || random.next() < 0.5;
  const parent = shelves.length > 0 ? random.pick(shelves) : '';
  const shelf = isNew ? (await done(createShelf(collection, `集${name}`, parent))).id : random.pick(shelves);
  await done(putOnShelf(collection, [id], shelf));
});
const changeShelf = onRow('shelves', async (world, id) => {
  const { collection, random, name } = world;
  const essays = idsOf(world, 'essays');
  switch (random.below(4)) {
    case 0:
      return done(renameShelf(collection, id, `集${name}`));
    case 1:
      return done(moveShelf(collection, id, random.pick([...idsOf(world, 'shelves'), '']), random.below(3)));
    case 2:
      return done(takeOffShelf(collection, essays, id));
    default: {
      const gone = await done(deleteShelf(collection, id));
      return random.next() < 0.4 ? done(gone.undo()) : gone;
    }
  }
});

const edit = onRow('essays', async ({ collection, random, name }, id) =>
  random.next() < 0.7
    ? done(editFields(collection, id, { title: `题${name}`, unit: random.pick(['甲处', '乙处']) }))
    : done(unedit(collection, id, 'title')),
);
const change = onRow('essays', async ({ collection, random, seen, name }, id) => {
  const edits = (seen.rows('essays').get(id)?.['textEdits'] ?? []) as readonly { readonly id: string }[];
  const [first] = edits;
  if (first !== undefined && random.next() < 0.3) return done(dropTextEdit(collection, id, first.id));
  return done(editText(collection, id, { kind: 'corrected', found: '县域', text: `县${name}`, after: null }));
});
const version = onRow('captures', async ({ collection, seen }, captureId) =>
  done(makeCurrent(collection, String(seen.rows('captures').get(captureId)?.['essayId']), captureId)),
);
const read = onRow('essays', async ({ collection, random }, id) =>
  done(setReadState(collection, [id], random.pick(['unread', 'reading', 'read']))),
);

const trash = onRow('essays', async ({ collection, now }, id) =>
  done(moveToTrash(collection, [id], new Date(now).toISOString())),
);
const untrash = onRow('essays', async ({ collection }, id) => done(restoreFromTrash(collection, [id])));
const empty: Act = async ({ collection, seen, ledger }) => {
  for (const [id, row] of seen.rows('essays')) if (row['trashedAt'] !== '') ledger.deleted(seen, id);
  await done(emptyTrash(collection));
};

const mark = onRow('essays', async ({ collection, seen, ledger }, essayId) => {
  const made = { essayId, colour: 'yellow', note: '', quote, position: { start: 0, end: 2 } } as const;
  const { id } = await done(addHighlight(collection, made));
  ledger.made(seen, essayId, `mark ${id}`);
});
const changeMark = onRow('highlights', async ({ collection, seen, random, name, ledger }, id) => {
  const essayId = String(seen.rows('highlights').get(id)?.['essayId']);
  if (random.next() < 0.3) {
    ledger.unmarked(seen, essayId, id);
    const gone = await done(removeHighlight(collection, id));
    if (random.next() >= 0.2) return;
    await done(gone.undo());
  } else await done(changeHighlight(collection, id, { colour: random.pick(['blue', 'green']), note: `注${name}` }));
  ledger.made(seen, essayId, `mark ${id}`);
});
const search: Act = async (world) => {
  const searches = idsOf(world, 'searches');
  await (searches.length > 0 && world.random.next() < 0.4
    ? done(removeSearch(world.collection, world.random.pick(searches)))
    : done(saveSearch(world.collection, world.name, `q=${world.name}`)));
};

const pictures: Act = async (world) => {
  const id = idsOf(world, 'essays')[0];
  if (id === undefined) return;
  const { collection, random } = world;
  const n = random.below(3);
  const of = { address: `http://a.example-school.cn/${n}.gif`, takenAt: '2026-03-01T08:00:00.000Z' };
  // A server that gives one the picture gives the other nothing.
  const image: EssayImage =
    random.next() < 0.6
      ? { ...of, type: 'image/gif', bytes: rainfallGif(12, 20 + n), problem: '' }
      : { ...of, type: '', bytes: null, problem: 'not-found' };
  await done(putImages(collection, id, [image]));
};

const backUp: Act = async ({ collection, backups }) => {
  const { sink, blob } = createBlobSink('application/zip');
  await done(writeBackup(collection, {}, sink));
  backups.push(await done(openBackup(blob())));
};
/** Any device may restore what any has backed up, however long ago. */
const restore: Act = async ({ collection, backups, random, seen, ledger }) => {
  if (backups.length === 0) return;
  const backup = random.pick(backups);
  const isInstead = random.next() < 0.2;
  // What is not in it goes for good.
  if (isInstead) for (const id of seen.rows('essays').keys()) ledger.deleted(seen, id);
  await done(restoreBackup(collection, backup, isInstead ? 'replace' : 'merge'));
};

/** Every act, as often as its weight. */
export const collectionActs: readonly (readonly [weight: number, act: Act])[] = [
  [18, keep],
  [10, note],
  [8, tag],
  [3, untag],
  [2, renameOneTag],
  [2, dropTag],
  [5, shelve],
  [3, changeShelf],
  [6, edit],
  [4, change],
  [3, version],
  [3, read],
  [8, trash],
  [3, untrash],
  [4, empty],
  [6, mark],
  [5, changeMark],
  [2, search],
  [4, pictures],
  [2, backUp],
  [2, restore],
  [2, onRow('essays', async ({ collection }, id) => done(setApart(collection, id)))],
];
