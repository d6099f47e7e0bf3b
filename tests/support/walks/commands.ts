import fc from 'fast-check';
import { editFields, unedit } from '../../../lib/collection/actions/edit-fields.ts';
import { addHighlight, removeHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { createShelf, listShelves, putOnShelf, takeOffShelf } from '../../../lib/collection/actions/shelves.ts';
import { listTags, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { makeCurrent } from '../../../lib/collection/versions.ts';
import { expectValue } from '../collections.ts';
import { mergeModels } from './merge-model.ts';
import {
  changeEssays,
  type Model,
  type ModelEssay,
  soughtWords,
  takeBack,
  tick,
  versionOf,
  withEssay,
} from './model.ts';
import { expectFound, expectSame, idOf, idsOf, keepingOf, type Real, type Window } from './real.ts';

type Step = (model: Model, real: Real, window: Window, at: 0 | 1) => Promise<void>;

/** A command of a walk, done in one of the two windows. */
class Command implements fc.AsyncCommand<Model, Real> {
  readonly #name: string;
  readonly #window: 0 | 1;
  readonly #step: Step;
  constructor(name: string, window: 0 | 1, step: Step) {
    this.#name = name;
    this.#window = window;
    this.#step = step;
  }
  check = (): boolean => true;
  run = (model: Model, real: Real): Promise<void> => this.#step(model, real, real.windows[this.#window], this.#window);
  toString = (): string => `${this.#name}@${this.#window}`;
}

/** Takes a page in: new, once more, or as it is. */
const keep =
  (n: number, variant: number): Step =>
  async (model, real, { collection }) => {
    const [takenAt, before] = [tick(model), model.essays.get(n)];
    const kept = expectValue(await keepEssay(collection, keepingOf(n, variant, model.rules, takenAt)));
    await idOf(real, n);
    model.essays = withEssay(model.essays, n, keptEssay(before, variant, model.rules, takenAt, kept.captureId));
  };

function keptEssay(
  before: ModelEssay | undefined,
  variant: number,
  rulesVersion: number,
  takenAt: string,
  captureId: string,
): ModelEssay {
  const current = before && versionOf(before);
  if (before !== undefined && current?.variant === variant && current.rulesVersion === rulesVersion)
    return { ...before, trashedAt: '' };
  const version = { captureId, variant, rulesVersion, takenAt };
  if (before !== undefined) return { ...before, versions: [...before.versions, version], captureId, trashedAt: '' };
  return {
    versions: [version],
    captureId,
    keptAt: takenAt,
    trashedAt: '',
    note: '',
    editedTitle: null,
    tags: [],
    shelves: [],
    highlights: [],
  };
}

/** Reads the stored bytes of an essay again by newer rules. */
const cleanAgain =
  (n: number): Step =>
  async (model, _, { collection }) => {
    const before = model.essays.get(n);
    const current = before && versionOf(before);
    if (before === undefined || current === undefined) return;
    model.rules += 1;
    const takenAt = tick(model);
    const keeping = keepingOf(n, current.variant, model.rules, takenAt);
    const from = await collection.captures.get(current.captureId);
    const cleanedFrom = from?.cleanedFrom ?? current.captureId;
    const kept = expectValue(await keepEssay(collection, { ...keeping, cleanedFrom }));
    model.essays = withEssay(model.essays, n, keptEssay(before, current.variant, model.rules, takenAt, kept.captureId));
  };

const edit =
  (n: number, title: string | null): Step =>
  async (model, real, { collection, done }, at) => {
    const id = await idOf(real, n);
    const act = title === null ? unedit(collection, id, 'title') : editFields(collection, id, { title });
    done.push(expectValue(await act));
    model.undos[at]?.push(
      changeEssays(model, [n], (essay) => (essay.editedTitle === title ? essay : { ...essay, editedTitle: title })),
    );
  };

const tag =
  (numbers: readonly number[], name: string, add: boolean): Step =>
  async (model, real, { collection, done }, at) => {
    const known = expectValue(await listTags(collection)).filter((one) => one.name === name);
    const tagging = add ? { add: [name] } : { remove: known.map(({ id }) => id) };
    done.push(expectValue(await tagEssays(collection, await idsOf(real, numbers), tagging)));
    model.undos[at]?.push(
      changeEssays(model, numbers, (essay) => {
        if (essay.tags.includes(name) === add) return essay;
        return { ...essay, tags: add ? [...essay.tags, name] : essay.tags.filter((one) => one !== name) };
      }),
    );
  };

const file =
  (numbers: readonly number[], name: string, put: boolean): Step =>
  async (model, real, { collection, done }, at) => {
    const known = expectValue(await listShelves(collection)).find((one) => one.name === name);
    const id = known?.id ?? expectValue(await createShelf(collection, name)).id;
    const act = put ? putOnShelf : takeOffShelf;
    done.push(expectValue(await act(collection, await idsOf(real, numbers), id)));
    model.undos[at]?.push(
      changeEssays(model, numbers, (essay) => {
        if (essay.shelves.includes(name) === put) return essay;
        return { ...essay, shelves: put ? [...essay.shelves, name] : essay.shelves.filter((one) => one !== name) };
      }),
    );
  };

const note =
  (n: number, text: string, knows: boolean): Step =>
  async (model, real, { collection, done }, at) => {
    const before = model.essays.get(n)?.note ?? '';
    // Another window wrote since this one began to, or nobody did.
    const known = knows ? before : '别处没有的旧笔记';
    const set = expectValue(await setNote(collection, await idOf(real, n), text, known));
    done.push(set);
    const wanted = knows || before === text ? text : joined(before, text);
    model.undos[at]?.push(
      changeEssays(model, [n], (essay) => (essay.note === wanted ? essay : { ...essay, note: wanted })),
    );
  };

function joined(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}

const trash =
  (numbers: readonly number[], into: boolean): Step =>
  async (model, real, { collection, done }, at) => {
    const [ids, now] = [await idsOf(real, numbers), tick(model)];
    done.push(expectValue(await (into ? moveToTrash(collection, ids, now) : restoreFromTrash(collection, ids))));
    model.undos[at]?.push(
      changeEssays(model, numbers, (essay) =>
        (essay.trashedAt !== '') === into ? essay : { ...essay, trashedAt: into ? now : '' },
      ),
    );
  };

const empty: Step = async (model, _, { collection }) => {
  expectValue(await emptyTrash(collection));
  model.essays = new Map([...model.essays].filter(([, { trashedAt }]) => trashedAt === ''));
};

const undo: Step = async (model, _, { done }, at) => {
  const [act, changes] = [done.pop(), model.undos[at]?.pop()];
  if (act === undefined || changes === undefined) return;
  expectValue(await act.undo());
  takeBack(model, changes);
};

const useVersion =
  (n: number, which: number): Step =>
  async (model, real, { collection, done }, at) => {
    const versions = model.essays.get(n)?.versions ?? [];
    const version = versions[which % Math.max(1, versions.length)];
    if (version === undefined) return;
    const { captureId } = version;
    done.push(expectValue(await makeCurrent(collection, await idOf(real, n), captureId)));
    model.undos[at]?.push(
      changeEssays(model, [n], (essay) => (essay.captureId === captureId ? essay : { ...essay, captureId })),
    );
  };

const mark =
  (n: number, text: string): Step =>
  async (model, real, { collection }) => {
    const essay = model.essays.get(n);
    if (essay === undefined) return;
    const essayId = await idOf(real, n);
    const rows = await collection.highlights.where('essayId').equals(essayId).toArray();
    const there = rows.find((row) => row.note === text);
    const quote = { exact: text, prefix: '', suffix: '' };
    if (there !== undefined) expectValue(await removeHighlight(collection, there.id));
    else
      expectValue(
        await addHighlight(collection, { essayId, colour: 'blue', note: text, quote, position: { start: 0, end: 1 } }),
      );
    const highlights = there ? essay.highlights.filter((one) => one !== text) : [...essay.highlights, text];
    model.essays = withEssay(model.essays, n, { ...essay, highlights });
  };

const search =
  (word: string, place: 'kept' | 'trash'): Step =>
  (model, real, window) =>
    expectFound(model, window, real, word, place);

const index: Step = (_model, _real, { engine }) => engine.index();

const backUp: Step = async (model, real, { collection }) => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
  real.backups.push(new Blob(parts));
  model.backups.push(model.essays);
};

const restore =
  (which: number, mode: 'merge' | 'replace'): Step =>
  async (model, real, { collection }) => {
    if (real.backups.length === 0) return;
    const at = which % real.backups.length;
    const backup = expectValue(await openBackup(real.backups[at] ?? new Blob()));
    expectValue(await restoreBackup(collection, backup, mode));
    const restored = model.backups[at] ?? new Map();
    model.essays = mode === 'replace' ? restored : mergeModels(model.essays, restored);
  };

/** A look through everything finds nothing, and changes nothing. */
const check: Step = async (model, real, window) => {
  await checkCollection(window.collection);
  await expectSame(model, window, real);
};

const ESSAYS = 5;
const number = fc.integer({ min: 0, max: ESSAYS - 1 });
const some = fc.uniqueArray(number, { minLength: 1, maxLength: 3 });
const window = fc.constantFrom<0 | 1>(0, 1);
const variant = fc.integer({ min: 0, max: 2 });
const name = fc.constantFrom('甲', '乙', '丙');

/** One of the things that are done in a walk, with its arguments. */
function step<Args extends unknown[]>(
  title: string,
  args: { [At in keyof Args]: fc.Arbitrary<Args[At]> },
  make: (...given: Args) => Step,
): fc.Arbitrary<Command> {
  return fc
    .tuple(window, fc.tuple(...args))
    .map(([at, given]) => new Command(`${title}(${JSON.stringify(given)})`, at, make(...(given as Args))));
}

/** Everything that a reader does, in two windows. */
export const steps: readonly fc.Arbitrary<Command>[] = [
  // Most acts need an essay to act on.
  step('keep', [number, variant], keep),
  step('keep', [number, variant], keep),
  step('keep', [number, variant], keep),
  step('keep', [number, variant], keep),
  step('edit', [number, fc.constantFrom('改题一', '改题二', null)], edit),
  step('tag', [some, name, fc.boolean()], tag),
  step('file', [some, name, fc.boolean()], file),
  step('note', [number, fc.constantFrom('笔记一', '笔记二', ''), fc.boolean()], note),
  step('trash', [some, fc.boolean()], trash),
  step('empty', [], () => empty),
  step('undo', [], () => undo),
  step('undo', [], () => undo),
  step('version', [number, fc.nat(5)], useVersion),
  step('mark', [number, name], mark),
  step('clean', [number], cleanAgain),
  step('search', [fc.constantFrom(...soughtWords), fc.constantFrom<'kept' | 'trash'>('kept', 'trash')], search),
  step('search', [fc.constantFrom(...soughtWords), fc.constantFrom<'kept' | 'trash'>('kept', 'trash')], search),
  step('index', [], () => index),
  step('backUp', [], () => backUp),
  step('restore', [fc.nat(3), fc.constantFrom<'merge' | 'replace'>('merge', 'replace')], restore),
  step('check', [], () => check),
];
