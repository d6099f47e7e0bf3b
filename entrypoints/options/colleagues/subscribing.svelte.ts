import { i18n } from '#i18n';
import type { ColleaguesWorld } from '../../../lib/features/sync/colleagues-world.ts';
import { readingSentence } from '../../../lib/features/sync/reading-words.ts';
import type { LogSought } from '../../../lib/messages/protocol.ts';
import type { LogStream } from '../../../lib/sync/model/synced-tables.ts';
import type { FoundLog } from '../../../lib/sync/read/find-log.ts';
import { sharePlaces } from '../../../lib/sync/read/share-places.ts';

type Found = FoundLog & { readonly key: CryptoKey | null };

/** How far subscribing is; `wrong` is a sentence, '' for none; `wantsPassword` where it is for want of the right one. */
export type SubscribingStage =
  | { readonly is: 'entering'; readonly wrong: string; readonly wantsPassword: boolean }
  | { readonly is: 'looking' }
  | { readonly is: 'found'; readonly found: Found; readonly host: string };

/** The way from a link to a subscription: permission for its server, a look, and the reader's word. */
export function createSubscribing(world: ColleaguesWorld) {
  let stage = $state.raw<SubscribingStage>({ is: 'entering', wrong: '', wantsPassword: false });
  const wrong = (sentence: string): void => {
    stage = { is: 'entering', wrong: sentence, wantsPassword: false };
  };
  return {
    get stage(): SubscribingStage {
      return stage;
    },
    /** To be called from a press: the browser asks for the permission in it. */
    async look(sought: LogSought): Promise<void> {
      const places = sharePlaces(sought);
      if (typeof places === 'string') return wrong(i18n.t(`sync.${places}`));
      const { address } = places[0] ?? { address: '' };
      const { host } = new URL(address);
      const granted = await world.allow(address).catch(() => false);
      if (!granted) return wrong(i18n.t('sync.notGranted', [host]));
      stage = { is: 'looking' };
      const found = await world.find({ ...sought });
      if (found.ok) stage = { is: 'found', found: found.value, host };
      else {
        const { code, detail = '' } = found.problem;
        stage = {
          is: 'entering',
          wrong: readingSentence(code, detail, host, false),
          wantsPassword: code === 'not-let-in',
        };
      }
    },
    async begin(name: string, wanted: readonly LogStream[]): Promise<void> {
      if (stage.is !== 'found') return;
      try {
        await world.subscribe(stage.found, name, wanted);
        wrong('');
      } catch {
        wrong(i18n.t('colleagues.failed'));
      }
    },
    back(): void {
      wrong('');
    },
  };
}
