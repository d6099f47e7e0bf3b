import type { Collection } from '../../collection/collection.ts';
import type { SentRow } from '../../collection/rows.ts';
import { listSent } from '../../collection/sent/sent.ts';
import { fail, type Outcome, type Problem, succeed } from '../../essay/outcome.ts';
import { askTarget, type ZoteroState, type ZoteroTarget } from '../../zotero/connector/target.ts';
import { askForKey, askLocalApi, type LocalApi, type LocalPlace, localPlace } from '../../zotero/local/server.ts';
import type { ZoteroProblem } from '../../zotero/problems.ts';
import { type Sending, sendEssays, type ZoteroWay } from '../../zotero/send-essays.ts';
import type { ZoteroWorld } from './world.ts';

/** A place that was chosen, and whether what was sent there before can be brought up to date. */
export interface ChosenPlace {
  readonly target: ZoteroTarget;
  /** As the local interface names it; null where the connector's is used, which changes nothing. */
  readonly local: LocalPlace | null;
  /** Ids of essays that were sent there before; of the connector's, anywhere. */
  readonly before: ReadonlySet<string>;
}

/** Where a sending is. `barred`: it could not begin, and why; `once` where it can go on by the connector's interface. */
export type SendingStage =
  | { readonly is: 'looking' | 'asking' }
  | { readonly is: 'not-allowed'; readonly refused: boolean }
  | { readonly is: 'barred'; readonly problem: Problem<ZoteroProblem> }
  | { readonly is: 'ready'; readonly zotero: ZoteroState; readonly api: LocalApi; readonly place: ChosenPlace }
  | { readonly is: 'working'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly sending: Sending };

/** Sends some essays to the Zotero of this computer: shows where to, and how it goes. */
export function createSending(collection: Collection, ids: readonly string[], world: ZoteroWorld) {
  let stage = $state.raw<SendingStage>({ is: 'looking' });
  let stopping = new AbortController();
  /** Another place that is being looked at: nothing is sent before it is known. */
  let choosing: Promise<void> = Promise.resolve();
  let found: Extract<SendingStage, { is: 'ready' }> | null = null;

  async function look(): Promise<void> {
    stage = { is: 'looking' };
    if (!(await world.isAllowed().catch(() => false))) {
      stage = { is: 'not-allowed', refused: false };
      return;
    }
    const told = await askTarget(world.ask);
    if (!told.ok) {
      stage = { is: 'barred', problem: told.problem };
      return;
    }
    const zotero = told.value;
    const target = zotero.targets.find(({ id }) => id === zotero.selected) ?? zotero.targets[0];
    if (target === undefined) stage = { is: 'barred', problem: { code: 'read-only' } };
    else await show(zotero, await askLocalApi(world.ask, zotero.version), target);
  }

  async function show(zotero: ZoteroState, api: LocalApi, target: ZoteroTarget): Promise<void> {
    const local = api.is === 'open' ? await localPlace(world.ask, zotero, target.id) : null;
    const rows = await listSent(collection, ids);
    const isHere = ({ library }: SentRow): boolean => local === null || library === local.library;
    const before = new Set((rows.ok ? rows.value : []).filter(isHere).map(({ essayId }) => essayId));
    found = { is: 'ready', zotero, api, place: { target, local, before } };
    stage = found;
  }

  /** The way to the place: for changes Zotero asks the reader, once and for all. */
  async function wayTo({ api, place }: NonNullable<typeof found>): Promise<Outcome<ZoteroWay, ZoteroProblem>> {
    const { ask } = world;
    const { target, local } = place;
    if (local === null || api.is !== 'open') return succeed({ is: 'connector', ask, target });
    const { server } = api;
    let key = await world.readKey(server).catch(() => '');
    const renew = async (): Promise<Outcome<string, ZoteroProblem>> => {
      const asked = await askForKey(ask);
      if (!asked.ok) return asked;
      key = asked.value;
      // One that cannot be stored serves this time.
      await world.writeKey(server, key).catch(() => {});
      return asked;
    };
    if (key === '') {
      stage = { is: 'asking' };
      const asked = await renew();
      if (!asked.ok) return fail(asked.problem.code, asked.problem.detail);
    }
    return succeed({ is: 'local', ask, place: local, server, key: () => key, renew });
  }

  async function run(ready: NonNullable<typeof found>, wanted: readonly string[]): Promise<void> {
    stopping = new AbortController();
    const way = await wayTo(ready);
    if (!way.ok) {
      stage = { is: 'barred', problem: way.problem };
      return;
    }
    stage = { is: 'working', done: 0, of: wanted.length };
    const onProgress = (done: number): void => {
      stage = { is: 'working', done, of: wanted.length };
    };
    stage = {
      is: 'done',
      sending: await sendEssays(collection, wanted, way.value, { signal: stopping.signal, onProgress }),
    };
  }

  return {
    get stage(): SendingStage {
      return stage;
    },
    /** Looks for Zotero, and where it would put things. */
    look,
    /** Asks for the permission. To be called from a press. */
    async allow(): Promise<void> {
      const allowed = await world.allow().catch(() => false);
      if (allowed) await look();
      else stage = { is: 'not-allowed', refused: true };
    },
    /** Chooses another place of those shown. */
    choose(id: string): void {
      const target = found?.zotero.targets.find((one) => one.id === id);
      if (found !== null && target !== undefined) choosing = show(found.zotero, found.api, target);
    },
    /** Sends them: all, or those alone that were not sent before. */
    async start(which: 'all' | 'new'): Promise<void> {
      await choosing;
      if (found === null) return;
      const { before } = found.place;
      await run(found, which === 'all' ? ids : ids.filter((id) => !before.has(id)));
    },
    /** Goes on by the connector's interface, where the other was not let in. */
    async sendAnyway(): Promise<void> {
      if (found !== null) await run({ ...found, place: { ...found.place, local: null } }, ids);
    },
    /** True where the other interface was tried and this one is left. */
    get canSendAnyway(): boolean {
      return found !== null && found.place.local !== null;
    },
    stop: () => stopping.abort(),
  };
}
