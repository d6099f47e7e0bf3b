import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DumpedDatabase, putDatabase } from '../../browsers/put-database.ts';
import { root } from '../../build.ts';
import { writeWarc } from '../inout/made-warc.ts';
import type { KilledAct } from './kill-during.ts';
import type { Bench } from './page.ts';
import { stopWorker } from './stops.ts';

/** The bench's name on its page. */
declare const wencunReliability: Bench;

/** A crawl of so many records, half of them essays, comes in by the library's import. It is begun anew each time, and goes on. */
export function importAct(records: number): KilledAct {
  const begin: KilledAct['begin'] = async ({ session }) => {
    const file = join(tmpdir(), `wencun-kill-${process.pid}.warc.gz`);
    await writeWarc(file, records);
    const library = await session.context.newPage();
    await library.goto(session.url('library.html'));
    await library.click('[data-testid="import-open"]');
    const buffer = readFileSync(file);
    rmSync(file);
    await library.setInputFiles('[data-testid="import-files"]', {
      name: 'a.warc.gz',
      mimeType: 'application/warc',
      buffer,
    });
    return [];
  };
  return { span: 12_000, onlyAdds: true, prepare: async () => [], begin };
}

/** The index of a full collection is made anew: segments, and their merges. */
export const mergeAct = (essays: number): KilledAct => ({
  span: 1_000 + essays * 2,
  onlyAdds: true,
  prepare: ({ bench }) => bench.evaluate((count) => wencunReliability.fill(count), essays),
  begin: async ({ bench }) => {
    await bench.evaluate(() => void wencunReliability.rebuild());
    return [];
  },
});

/** A fuller backup is merged into a collection, or put in its place, by turns. */
export const restoreAct = (essays: number): KilledAct => ({
  span: 1_000 + essays * 3,
  onlyAdds: false,
  prepare: async ({ bench }) => {
    await bench.evaluate((count) => wencunReliability.backUp('large', count), essays);
    const few = await bench.evaluate((count) => wencunReliability.backUp('small', count), Math.ceil(essays / 3));
    await bench.evaluate(() => wencunReliability.restore('small', 'replace'));
    return few;
  },
  begin: async ({ bench }, round) => {
    const [before, cutOff] = round % 2 === 0 ? (['small', 'merge'] as const) : (['large', 'replace'] as const);
    await bench.evaluate((name) => wencunReliability.restore(name, 'replace'), before);
    await bench.evaluate((mode) => void wencunReliability.restore('large', mode), cutOff);
    return [];
  },
});

/** A collection of the first version, as the tests have it. */
const firstVersion = (): DumpedDatabase =>
  JSON.parse(readFileSync(join(root, 'tests/fixtures/schema-v1.json'), 'utf8'));

/** A collection of the first version so many times over, its ids told apart. */
function manyOf(dump: DumpedDatabase, times: number): DumpedDatabase {
  const ids = dump.stores.flatMap(({ name, rows }) =>
    name === 'essays' || name === 'captures' ? rows.map((row) => String(Reflect.get(row as object, 'id'))) : [],
  );
  const again = (row: unknown, time: number): unknown => {
    const text = ids.reduce(
      (words, id) => words.replaceAll(`"${id}"`, `"${id.slice(0, -4)}${time.toString(16).padStart(4, '0')}"`),
      JSON.stringify(row),
    );
    return JSON.parse(text);
  };
  const stores = dump.stores.map((store) => ({
    ...store,
    rows: Array.from({ length: times }, (_, time) => store.rows.map((row) => again(row, time))).flat(),
  }));
  return { ...dump, stores };
}

/** A collection of the first version is opened by this one. */
export const upgradeAct = (times: number): KilledAct => ({
  span: 2_500,
  onlyAdds: true,
  prepare: async () => [],
  begin: async ({ session, bench }) => {
    // A document that opens no database, so that the old one can be put in the collection's place.
    const outside = await session.context.newPage();
    await outside.goto(session.url('icon/48.png'));
    await bench.close();
    await stopWorker(session);
    const dump = manyOf(firstVersion(), times);
    await outside.evaluate(putDatabase, dump);
    const library = await session.context.newPage();
    void library.goto(session.url('library.html')).catch(() => undefined);
    return dump.stores.flatMap(({ name, rows }) =>
      name === 'essays' ? rows.map((row) => String(Reflect.get(row as object, 'id'))) : [],
    );
  },
});
