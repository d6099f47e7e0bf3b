/** A version of an essay as the model has it. */
export interface ModelVersion {
  readonly captureId: string;
  /** Which of the few texts that the page of an essay may have. */
  readonly variant: number;
  readonly rulesVersion: number;
  readonly takenAt: string;
}

/** An essay as the model has it. */
export interface ModelEssay {
  readonly versions: readonly ModelVersion[];
  readonly captureId: string;
  readonly keptAt: string;
  readonly trashedAt: string;
  readonly note: string;
  /** The title set by hand, null for none. */
  readonly editedTitle: string | null;
  readonly tags: readonly string[];
  readonly shelves: readonly string[];
  /** Notes of its highlights. */
  readonly highlights: readonly string[];
}

/** A collection: essays by their number. */
export type ModelCollection = ReadonlyMap<number, ModelEssay>;

/** What an act changed of one essay, to be taken back. */
export interface ModelChange {
  readonly n: number;
  readonly before: ModelEssay;
  readonly after: ModelEssay;
}

/** The state of a walk: what the real one is held against. */
export interface Model {
  essays: ModelCollection;
  /** Acts of each window, the last at the end: how they change the model when they are taken back. */
  readonly undos: (readonly ModelChange[])[][];
  readonly backups: ModelCollection[];
  clock: number;
  rules: number;
}

export const newModel = (): Model => ({ essays: new Map(), undos: [[], []], backups: [], clock: 0, rules: 1 });

/** The moment of the next act: each a minute after the one before. */
export function tick(model: Model): string {
  model.clock += 1;
  return new Date(Date.UTC(2026, 0, 1) + model.clock * 60_000).toISOString();
}

const wordsOf = ['梯田', '河谷', '县域', '茶山'];

/** The words that a variant of an essay's text has: two of four, and one of the essay's own. */
export const textOf = (n: number, variant: number): string =>
  `${wordsOf[(n + variant) % 4]}与${wordsOf[(n + variant + 1) % 4]}之间，第${n}篇的第${variant}种写法。`;

/** Everything that is ever sought. */
export const soughtWords: readonly string[] = [...wordsOf, '之间', '第1篇', '第3种', '改题', '没有的词'];

export const titleOf = (n: number, variant: number): string => `第${n}题${variant}`;

export const versionOf = ({ versions, captureId }: ModelEssay): ModelVersion | undefined =>
  versions.find((version) => version.captureId === captureId);

/** The title as it is shown. */
export const shownTitle = (n: number, essay: ModelEssay): string =>
  essay.editedTitle ?? titleOf(n, versionOf(essay)?.variant ?? -1);

/** Puts one essay into a collection; null takes it out. */
export function withEssay(essays: ModelCollection, n: number, essay: ModelEssay | null): ModelCollection {
  const copy = new Map(essays);
  if (essay === null) copy.delete(n);
  else copy.set(n, essay);
  return copy;
}

/** Changes essays, and gives what to remember for taking it back. */
export function changeEssays(
  model: Model,
  numbers: readonly number[],
  change: (essay: ModelEssay) => ModelEssay,
): readonly ModelChange[] {
  const changes = [...new Set(numbers)].flatMap((n): ModelChange[] => {
    const before = model.essays.get(n);
    const after = before === undefined ? undefined : change(before);
    return before === undefined || after === undefined || after === before ? [] : [{ n, before, after }];
  });
  for (const { n, after } of changes) model.essays = withEssay(model.essays, n, after);
  return changes;
}

/** Takes changes back: values that are still as the act made them, and of groups what it put in or took out. */
export function takeBack(model: Model, changes: readonly ModelChange[]): void {
  for (const { n, before, after } of changes) {
    const now = model.essays.get(n);
    if (now === undefined) continue;
    const back = <Name extends keyof ModelEssay>(name: Name): ModelEssay[Name] =>
      now[name] === after[name] ? before[name] : now[name];
    model.essays = withEssay(model.essays, n, {
      ...now,
      captureId: now.versions.some(({ captureId }) => captureId === before.captureId)
        ? back('captureId')
        : now.captureId,
      trashedAt: back('trashedAt'),
      note: back('note'),
      editedTitle: back('editedTitle'),
      tags: groupBack(now.tags, before.tags, after.tags),
      shelves: groupBack(now.shelves, before.shelves, after.shelves),
    });
  }
}

function groupBack(now: readonly string[], before: readonly string[], after: readonly string[]): readonly string[] {
  if (before === after) return now;
  const had = before.filter((one) => now.includes(one) || !after.includes(one));
  return [...new Set([...had, ...now.filter((one) => !after.includes(one))])];
}
