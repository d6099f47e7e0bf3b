import { settleTarget, type WantedTarget } from '../../collection/actions/file-into.ts';
import type { Collection } from '../../collection/collection.ts';
import type { QueueWishes, StoredWishes } from '../../queue-plan/choose.ts';
import { askToNotify, mayNotify } from '../../settings/notifications.ts';
import { readSettings } from '../../settings/settings.ts';
import { createOwnNames } from './own-names.svelte.ts';

/** What a browser and its settings know of wishes. */
export interface WishWorld {
  /** Where new essays go by the settings. */
  readonly usual: () => Promise<WantedTarget>;
  readonly mayNotify: () => Promise<boolean>;
  /** Asks for notifications; only within a press. */
  readonly askToNotify: () => Promise<boolean>;
}

const here: WishWorld = {
  usual: async () => {
    const { keepShelf, keepTags } = await readSettings();
    return { shelf: keepShelf, made: '', tags: keepTags };
  },
  mayNotify,
  askToNotify,
};

/** What the reader wishes of a queue: where its essays go, and to be told of its end. It begins with what the queue has, or else the settings. */
export function createWishes(collection: Collection, row: StoredWishes = {}, world = here) {
  const own = createOwnNames(collection);
  let target = $state.raw<WantedTarget>({ shelf: '', tags: [], ...row.into, made: '' });
  let notify = $state(row.notice !== undefined);
  let refused = $state(false);
  /** Nothing was wished by hand yet. */
  let untouched = row.into === undefined;

  if (untouched)
    void world.usual().then(
      (usual) => {
        if (untouched) target = usual;
      },
      () => undefined,
    );

  return {
    own,
    get target(): WantedTarget {
      return target;
    },
    get notify(): boolean {
      return notify;
    },
    /** True where the reader wants to be told and the browser shows no notifications. */
    get refused(): boolean {
      return notify && refused;
    },
    aim(wanted: WantedTarget): void {
      untouched = false;
      target = wanted;
    },
    /** Turns the wish to be told on or off, in the press that calls it: then notifications are asked for. */
    async tell(on: boolean): Promise<void> {
      notify = on;
      if (!on) return;
      const asked = world.askToNotify().catch(() => false);
      refused = !(await asked) && !(await world.mayNotify().catch(() => false));
    },
    /** The wishes as a queue takes them; a collection that is to be made is made first, and where it cannot be, this rejects: nothing is begun without it. */
    settle(): QueueWishes | Promise<QueueWishes> {
      const { shelf, tags } = target;
      if (target.made.trim() === '') return { into: { shelf, tags: [...tags] }, notify };
      return settleTarget(collection, target).then((settled) => {
        if (!settled.ok) throw new Error(settled.problem.code);
        return { into: { ...settled.value, tags: [...settled.value.tags] }, notify };
      });
    },
  };
}

export type JobWishes = ReturnType<typeof createWishes>;
