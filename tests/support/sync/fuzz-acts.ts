import { momentAfter } from '../../../lib/essay/text-edits/edits-in-order.ts';
import type { TextEdit } from '../../../lib/essay/text-edits/text-edit.ts';
import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import type { SyncedTable } from '../../../lib/sync/model/synced-tables.ts';
import type { Ledger } from './fuzz-ledger.ts';
import type { MemoryReplica, Writes } from './memory-replica.ts';
import type { Random } from './random.ts';

/** What an act is done with. */
export interface ActWorld {
  readonly replica: MemoryReplica;
  readonly random: Random;
  /** Milliseconds since 1970 by the device's own clock. */
  readonly now: number;
  /** Unlike that of any other act. */
  readonly name: string;
  readonly ledger: Ledger;
}

type Act = (world: ActWorld) => void;
type Change = (row: PlainRow) => PlainRow;

const essayIds = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'];
const tagNames = ['甲', '乙', '丙', '丁', '戊'];
const none = { tags: [], shelves: [], edited: {}, textEdits: [], note: '', trashedAt: '' };

const idsOf = (replica: MemoryReplica, table: SyncedTable): readonly string[] => [...replica.rows(table).keys()];
const listOf = (row: PlainRow, name: string): readonly string[] => row[name] as readonly string[];
const write = (replica: MemoryReplica, table: SyncedTable, key: string, row: PlainRow | null): void =>
  replica.write([{ table, key, row }]);

function change(replica: MemoryReplica, table: SyncedTable, key: string, by: Change): void {
  const row = replica.rows(table).get(key);
  if (row !== undefined) write(replica, table, key, by(row));
}

/** An act on an essay that is there; nothing where there is none. */
const onEssay =
  (act: (world: ActWorld, id: string) => void): Act =>
  (world) => {
    const ids = idsOf(world.replica, 'essays');
    if (ids.length > 0) act(world, world.random.pick(ids));
  };
/** An act on a row of a table. */
const onRow =
  (table: SyncedTable, act: (world: ActWorld, id: string) => void): Act =>
  (world) => {
    const ids = idsOf(world.replica, table);
    if (ids.length > 0) act(world, world.random.pick(ids));
  };

const keep: Act = ({ replica, random, name, now, ledger }) => {
  const id = random.pick(essayIds);
  const captureId = `c-${name}`;
  const before = replica.rows('essays').get(id);
  const part = { captureId, essayId: id };
  replica.write([
    { table: 'captures', key: captureId, row: { id: captureId, essayId: id } },
    { table: 'bodies', key: captureId, row: { ...part, text: `文${name}` } },
    { table: 'originals', key: captureId, row: { ...part, gzip: new TextEncoder().encode(name) } },
  ]);
  write(replica, 'essays', id, {
    ...none,
    keptAt: new Date(now).toISOString(),
    ...before,
    id,
    captureId,
    trashedAt: '',
  });
  ledger.made(replica, id, `capture ${captureId}`);
  ledger.made(replica, id, `original ${captureId}`);
};

const note = onEssay(({ replica, random, name, ledger }, id) => {
  ledger.replaced(replica, id);
  const text = random.next() < 0.8 ? `记${name}` : '';
  change(replica, 'essays', id, (row) => ({ ...row, note: text }));
  if (text !== '') ledger.made(replica, id, `note ${text}`);
});

const tag = onEssay(({ replica, random }, id) => {
  const name = random.pick(tagNames);
  if (!replica.rows('tags').has(name)) write(replica, 'tags', name, { id: name, name, folded: name });
  change(replica, 'essays', id, (row) => ({ ...row, tags: [...new Set([...listOf(row, 'tags'), name])] }));
});

const untag = onEssay(({ replica, random }, id) =>
  change(replica, 'essays', id, (row) => {
    const tags = listOf(row, 'tags');
    return tags.length === 0 ? row : { ...row, tags: tags.filter((one) => one !== random.pick(tags)) };
  }),
);

function takeOff(
  replica: MemoryReplica,
  set: 'tags' | 'shelves',
  element: string,
  instead: readonly string[] = [],
): void {
  for (const id of idsOf(replica, 'essays'))
    change(replica, 'essays', id, (row) =>
      listOf(row, set).includes(element)
        ? { ...row, [set]: [...new Set([...listOf(row, set).filter((one) => one !== element), ...instead])] }
        : row,
    );
  write(replica, set, element, null);
}

const renameTag = onRow('tags', ({ replica, random }, id) => {
  const name = random.pick(tagNames);
  if (name === id) return;
  if (!replica.rows('tags').has(name)) write(replica, 'tags', name, { id: name, name, folded: name });
  takeOff(replica, 'tags', id, [name]);
});

const shelve: Act = ({ replica, random, name }) => {
  const shelves = idsOf(replica, 'shelves');
  const id = shelves.length > 0 && random.next() < 0.5 ? random.pick(shelves) : `s-${name}`;
  if (!replica.rows('shelves').has(id))
    write(replica, 'shelves', id, { id, name, parent: shelves.length > 0 ? random.pick(shelves) : '', order: 0 });
  onEssay(({ replica: own }, essay) =>
    change(own, 'essays', essay, (row) => ({ ...row, shelves: [...new Set([...listOf(row, 'shelves'), id])] })),
  )({ replica, random, name } as ActWorld);
};

const moveShelf = onRow('shelves', ({ replica, random, name }, id) =>
  change(replica, 'shelves', id, (row) =>
    random.next() < 0.5 ? { ...row, name } : { ...row, parent: random.pick([...idsOf(replica, 'shelves'), '']) },
  ),
);

const edit = onEssay(({ replica, random, name }, id) =>
  change(replica, 'essays', id, (row) => ({
    ...row,
    edited: random.next() < 0.7 ? { ...(row['edited'] as PlainRow), title: `题${name}` } : {},
  })),
);

const editText = onEssay(({ replica, random, name, now }, id) =>
  change(replica, 'essays', id, (row) => {
    const edits = row['textEdits'] as readonly TextEdit[];
    return random.next() < 0.7
      ? { ...row, textEdits: [...edits, { id: name, madeAt: momentAfter(edits, now), kind: 'taken-out' }] }
      : { ...row, textEdits: edits.slice(1) };
  }),
);

const read = onEssay(({ replica, random }, id) =>
  change(replica, 'essays', id, ({ readState: _, ...row }) =>
    random.next() < 0.5 ? { ...row, readState: 'read' } : row,
  ),
);

const trash = onEssay(({ replica, now }, id) =>
  change(replica, 'essays', id, (row) => ({ ...row, trashedAt: new Date(now).toISOString() })),
);
const untrash = onEssay(({ replica }, id) => change(replica, 'essays', id, (row) => ({ ...row, trashedAt: '' })));

const emptyTrash: Act = ({ replica, ledger }) => {
  for (const [id, row] of [...replica.rows('essays')]) {
    if (row['trashedAt'] === '') continue;
    ledger.deleted(replica, id);
    const writes: Writes = (['captures', 'bodies', 'originals', 'highlights'] as const).flatMap((table) =>
      [...replica.rows(table)].flatMap(([key, part]) => (part['essayId'] === id ? [{ table, key, row: null }] : [])),
    );
    replica.write([{ table: 'essays', key: id, row: null }, ...writes]);
  }
};

const mark = onEssay(({ replica, name, now, ledger }, essayId) => {
  const id = `h-${name}`;
  write(replica, 'highlights', id, { id, essayId, colour: 'yellow', note: '', quote: { exact: '文' }, madeAt: now });
  ledger.made(replica, essayId, `mark ${id}`);
});
const changeMark = onRow('highlights', ({ replica, random, name, ledger }, id) => {
  const row = replica.rows('highlights').get(id);
  const essayId = String(row?.['essayId']);
  if (random.next() < 0.3) {
    ledger.unmarked(replica, essayId, id);
    write(replica, 'highlights', id, null);
  } else {
    change(replica, 'highlights', id, (one) => ({ ...one, colour: random.pick(['blue', 'green']), note: `注${name}` }));
    ledger.made(replica, essayId, `mark ${id}`);
  }
});

const setApart: Act = ({ replica, random }) => {
  const id = `${random.pick(essayIds)} ${random.pick(essayIds)}`;
  write(replica, 'apart', id, random.next() < 0.7 ? { id } : null);
};

const fromNewer: Act = ({ replica, name, random, ledger }) => {
  const known = random.next() < 0.5 ? { table: 'ratings', field: '' } : { table: 'essays', field: 'stars' };
  replica.send([{ ...known, key: `n-${name}`, stamp: replica.stamp(), value: name }]);
  ledger.newer.add(name);
};

/** Every act, as often as its weight. */
export const acts: readonly (readonly [weight: number, act: Act])[] = [
  [20, keep],
  [10, note],
  [8, tag],
  [3, untag],
  [2, renameTag],
  [2, onRow('tags', ({ replica }, id) => takeOff(replica, 'tags', id))],
  [5, shelve],
  [3, moveShelf],
  [1, onRow('shelves', ({ replica }, id) => takeOff(replica, 'shelves', id))],
  [6, edit],
  [4, editText],
  [3, read],
  [8, trash],
  [3, untrash],
  [4, emptyTrash],
  [6, mark],
  [5, changeMark],
  [2, setApart],
  [1, fromNewer],
];
