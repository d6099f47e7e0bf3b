import { expect } from 'vitest';
import type { Done } from '../../../lib/collection/actions/change-rows.ts';
import { listShelves } from '../../../lib/collection/actions/shelves.ts';
import { listTags } from '../../../lib/collection/actions/tags.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { getBody } from '../../../lib/collection/get-essay.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import type { Keeping } from '../../../lib/collection/keep/keep-request.ts';
import { damageOf } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import { essayId } from '../../../lib/essay/identity.ts';
import type { ListPlace } from '../../../lib/search/contract.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { expectValue } from '../collections.ts';
import { sampleKeeping } from '../keepings.ts';
import { type Model, type ModelEssay, shownTitle, textOf, titleOf, versionOf } from './model.ts';

/** One window: its own connection, its own search, and what it can take back. */
export interface Window {
  readonly collection: Collection;
  readonly engine: Engine;
  readonly done: Done[];
}

/** What a walk is made in: two windows over one database, and the backups that were made. */
export interface Real {
  readonly windows: readonly [Window, Window];
  readonly backups: Blob[];
  /** Ids of essays by their numbers. */
  readonly ids: Map<number, string>;
}

/** So that a few essays make segments, and few more merge them. */
const sizes = { tail: 3, run: 400, fan: 2, small: 12, dead: 8, chunks: 1, triples: 4 };

export function newReal(): Real {
  const name = `walk-${crypto.randomUUID()}`;
  const open = (): Window => {
    const collection = openCollection(name);
    return { collection, engine: openEngine(collection, sizes), done: [] };
  };
  return { windows: [open(), open()], backups: [], ids: new Map() };
}

export const addressOf = (n: number): string => `http://dx.example-school.cn/show.asp?id=${n}`;

export async function idOf(real: Real, n: number): Promise<string> {
  const id = real.ids.get(n) ?? (await essayId(addressOf(n)));
  real.ids.set(n, id);
  return id;
}

export const idsOf = (real: Real, numbers: readonly number[]): Promise<string[]> =>
  Promise.all(numbers.map((n) => idOf(real, n)));

/** A page of an essay as it is taken; `rulesVersion` read it. */
export function keepingOf(n: number, variant: number, rulesVersion: number, takenAt: string): Keeping {
  const text = textOf(n, variant);
  // Key words are searched as well, and hold a word that is sought in texts.
  const facts = { title: titleOf(n, variant), originalUrl: addressOf(n), text, html: `<p>${text}</p>`, keywords: [] };
  return sampleKeeping(facts, { takenAt, rulesVersion }, `<html><body>${text}</body></html>`);
}

/** Holds what is stored against the model, row by row; the ledger and every text are among it. */
export async function expectSame(model: Model, { collection }: Window, real: Real): Promise<void> {
  const rows = await collection.essays.toArray();
  const tags = new Map(expectValue(await listTags(collection)).map(({ id, name }) => [id, name]));
  const shelves = new Map(expectValue(await listShelves(collection)).map(({ id, name }) => [id, name]));
  const seen: Record<number, unknown> = {};
  const wanted: Record<number, unknown> = {};
  for (const [n, essay] of model.essays) wanted[n] = shown(n, essay);
  const numbers = new Map([...real.ids].map(([n, id]) => [id, n]));
  for (const row of rows) {
    const n = numbers.get(row.id) ?? -1;
    const versions = await collection.captures
      .where('[essayId+takenAt]')
      .between([row.id, ''], [row.id, '\uffff'])
      .toArray();
    const marks = await collection.highlights.where('essayId').equals(row.id).toArray();
    seen[n] = {
      title: row.title,
      captureId: row.captureId,
      keptAt: row.keptAt,
      trashedAt: row.trashedAt,
      note: row.note,
      edited: row.edited,
      tags: row.tags.map((id) => tags.get(id) ?? `no tag ${id}`).toSorted(),
      shelves: row.shelves.map((id) => shelves.get(id) ?? `no shelf ${id}`).toSorted(),
      versions: versions.map(({ id }) => id).toSorted(),
      highlights: marks.map(({ note }) => note).toSorted(),
      text: expectValue(await getBody(collection, row.captureId))?.text,
    };
  }
  expect(seen).toEqual(wanted);
  const { essays, ledger, meta } = collection;
  expect(await collection.transaction('r', [essays, ledger, meta], () => damageOf(collection))).toBeNull();
  expect(expectValue(await listFindings(collection, 99))).toMatchObject({ open: [], past: [] });
}

const shown = (n: number, essay: ModelEssay): unknown => ({
  title: shownTitle(n, essay),
  captureId: essay.captureId,
  keptAt: essay.keptAt,
  trashedAt: essay.trashedAt,
  note: essay.note,
  edited: essay.editedTitle === null ? {} : { title: essay.editedTitle },
  tags: essay.tags.toSorted(),
  shelves: essay.shelves.toSorted(),
  versions: essay.versions.map(({ captureId }) => captureId).toSorted(),
  highlights: essay.highlights.toSorted(),
  text: textOf(n, versionOf(essay)?.variant ?? -1),
});

/** Holds what a search finds against a look into every text of the model. */
export async function expectFound(
  model: Model,
  { engine }: Window,
  real: Real,
  word: string,
  place: ListPlace,
): Promise<void> {
  const { result, total } = await engine.find({ query: word, place, sort: 'kept', chosen: {} });
  const found = await engine.ids(result, 0, total);
  const matching = [...model.essays].filter(([n, essay]) => {
    const text = `${shownTitle(n, essay)}\n${textOf(n, versionOf(essay)?.variant ?? -1)}`;
    return (essay.trashedAt === '') === (place === 'kept') && text.includes(word);
  });
  expect([...found].toSorted()).toEqual(
    (
      await idsOf(
        real,
        matching.map(([n]) => n),
      )
    ).toSorted(),
  );
}
