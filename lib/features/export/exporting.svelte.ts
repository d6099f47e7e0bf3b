import type { Collection } from '../../collection/collection.ts';
import { getRows } from '../../collection/get-rows.ts';
import { beginAct, type Running } from '../../collection/running/running-acts.ts';
import { fail, type Outcome } from '../../essay/outcome.ts';
import { type FormatOptions, formOf } from '../../export/format.ts';
import { recordsOf } from '../../export/records.ts';
import { fileName } from '../../export/texts/file-name.ts';
import { newFile } from '../../ui/save-file.ts';
import { isCollectionFile, type Offered } from './offered-formats.ts';
import { runCollectionFile } from './run-collection-file.ts';
import { type ExportProblem, runExport, type Written } from './run-export.ts';
import type { Scope } from './scope.ts';

/** What the writer of a format, or of a file to merge, is told. */
export interface ExportOptions extends FormatOptions {
  /** Who hands essays over, as the reader wants to be called. */
  readonly from?: string;
}

/** Where an export is. */
export type ExportStage =
  | { readonly is: 'choosing' }
  | { readonly is: 'working'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly written: Written; readonly lostTitles: readonly string[] }
  | { readonly is: 'failed'; readonly problem: ExportProblem };

/** Milliseconds between two words about how far it is. */
const TOLD = 100;
/** Lost essays that are called by their titles. */
const NAMED = 20;

/** Exports from a collection, one at a time, whether or not anyone looks on. */
export function createExporting(collection: Collection) {
  let stage = $state.raw<ExportStage>({ is: 'choosing' });
  let stopping = new AbortController();

  const rowsOf = async (ids: readonly string[]) => (ids.length === 0 ? [] : await getRows(collection, ids));

  async function titleOf(ids: readonly string[]): Promise<string> {
    const [row] = await rowsOf(ids);
    return row?.title ? fileName(row.title) : '';
  }

  /** Titles of the first of some lost essays, where their rows still tell them. */
  async function titlesOf(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await rowsOf(ids.slice(0, NAMED)).catch(() => []);
    return rows.flatMap((row) => (row?.title ? [row.title] : []));
  }

  async function write(
    scope: Scope,
    format: Offered,
    options: ExportOptions,
  ): Promise<Outcome<Written, ExportProblem> | null> {
    const form = isCollectionFile(format) ? format : formOf(format, scope.count);
    const only = scope.count === 1 ? await titleOf(await scope.ids()).catch(() => '') : '';
    const titled = isCollectionFile(format) ? fileName(options.title ?? '') : '';
    const name = titled || only || `wencun-${new Date().toISOString().slice(0, 10)}`;
    const file = await newFile(`${name}.${form.extension}`, form.mime);
    if (file === null) return null;
    const running = await beginAct(collection, { kind: 'export', name: `${name}.${form.extension}`, of: scope.count });
    stage = { is: 'working', done: 0, of: scope.count };
    let told = performance.now();
    const onProgress = (done: number): void => {
      if (performance.now() - told < TOLD) return;
      told = performance.now();
      stage = { is: 'working', done, of: scope.count };
    };
    const watch = { signal: AbortSignal.any([stopping.signal, running.anew]), onProgress };
    if (!('write' in form)) {
      const { title = only, from = '', own = false } = options;
      const written = await runCollectionFile(collection, scope.ids, { title, from, own }, file, watch);
      return ended(running, written);
    }
    const read = async function* (onLost: (id: string, what: 'essay' | 'original') => void) {
      yield* recordsOf(collection, await scope.ids(), { onLost });
    };
    const written = await runExport(read, form, file, options, watch);
    return ended(running, written);
  }

  /** Ends an export. One that the loss of its library stopped tells that. */
  async function ended(running: Running, written: Outcome<Written, ExportProblem>): Promise<typeof written> {
    await running.end();
    return !written.ok && running.anew.aborted ? fail('library-anew') : written;
  }

  return {
    get stage(): ExportStage {
      return stage;
    },
    /** Asks for a file and writes the essays into it. To be called from a press; not while it works. */
    async start(scope: Scope, format: Offered, options: ExportOptions): Promise<void> {
      if (stage.is === 'working') return;
      stopping = new AbortController();
      const outcome = await write(scope, format, options);
      if (outcome === null) return;
      stage = outcome.ok
        ? { is: 'done', written: outcome.value, lostTitles: await titlesOf(outcome.value.lostEssays) }
        : { is: 'failed', problem: outcome.problem.code };
    },
    stop: () => stopping.abort(),
    /** Lets go of how the last one went. */
    reset(): void {
      if (stage.is !== 'working') stage = { is: 'choosing' };
    },
  };
}

export type Exporting = ReturnType<typeof createExporting>;
