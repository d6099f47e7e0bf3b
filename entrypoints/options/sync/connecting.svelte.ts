import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import type { Looked, SyncWorld } from '../../../lib/features/sync/sync-world.ts';
import type { FoundThere } from '../../../lib/sync/look/look-into.ts';
import type { LogStream } from '../../../lib/sync/model/synced-tables.ts';
import type { SyncServer } from '../../../lib/sync/server/sync-server.ts';
import type { SyncProblem } from '../../../lib/sync/storage.ts';
import { type ServerForm, serverOf } from './server-form.ts';

/** What the reader wants besides the place. */
export interface Wishes {
  readonly device: string;
  readonly wanted: readonly LogStream[];
  /** '' for none. */
  readonly passphrase: string;
}

type Place =
  | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle }
  | (SyncServer & Pick<ServerForm, 'kind'>);

/** How far connecting is. */
export type Stage =
  | {
      readonly is: 'entering';
      readonly wrong?: 'badAddress' | 'insecure' | 'notGranted' | 'beginFailed';
      readonly host?: string;
    }
  | { readonly is: 'looking' }
  | { readonly is: 'begun' }
  | { readonly is: 'failed'; readonly code: SyncProblem; readonly detail: string; readonly host: string }
  | {
      readonly is: 'asking';
      readonly place: Place;
      readonly found: FoundThere & { readonly key: CryptoKey | null };
      readonly here: number;
    };

/** The way from what is entered to syncing: permission, a test, both sides' counts, and the reader's word. */
export function createConnecting(world: SyncWorld) {
  let stage = $state.raw<Stage>({ is: 'entering' });

  async function look(place: Place, passphrase: string, host: string): Promise<void> {
    stage = { is: 'looking' };
    const looked: Looked = await world
      .look(place, passphrase)
      .catch((error: unknown) => ({ ok: false, problem: { code: 'refused', detail: String(error) } }) as const);
    if (looked.ok) stage = { is: 'asking', place, found: looked.value, here: await world.essaysHere() };
    else stage = { is: 'failed', code: looked.problem.code, detail: looked.problem.detail ?? '', host };
  }

  return {
    get stage(): Stage {
      return stage;
    },
    /** Tries the server out that was entered. To be called from a press: the browser asks for the permission in it. */
    async tryServer(form: ServerForm, passphrase: string): Promise<void> {
      const server = serverOf(form);
      if (typeof server === 'string') {
        stage = { is: 'entering', wrong: server };
        return;
      }
      const { host } = new URL(server.address);
      // Asked for before anything is awaited: browsers grant only within the press.
      const granted = await world.allow(server).catch(() => false);
      if (granted) await look({ kind: form.kind, ...server }, passphrase, host);
      else stage = { is: 'entering', wrong: 'notGranted', host };
    },
    async tryFolder(handle: FileSystemDirectoryHandle, passphrase: string): Promise<void> {
      const granted = await world.allow({ handle }).catch(() => false);
      if (granted) await look({ kind: 'folder', handle }, passphrase, handle.name);
      else stage = { is: 'entering', wrong: 'notGranted', host: handle.name };
    },
    /** Begins with what was found, as the reader saw it. */
    async begin({ device, wanted }: Wishes): Promise<void> {
      if (stage.is !== 'asking') return;
      const { place, found } = stage;
      const common = { lock: found.lock, key: found.key, device, wanted };
      const target: SyncTarget =
        place.kind === 'folder' ? { ...place, name: place.handle.name, ...common } : { ...place, ...common };
      try {
        await world.begin(target);
        stage = { is: 'begun' };
      } catch {
        stage = { is: 'entering', wrong: 'beginFailed' };
      }
    },
    /** Lets the reader change what was entered. */
    back(): void {
      stage = { is: 'entering' };
    },
  };
}

export type Connecting = ReturnType<typeof createConnecting>;
