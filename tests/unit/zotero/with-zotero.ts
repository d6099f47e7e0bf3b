import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { afterEach } from 'vitest';
import { addHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { askTarget } from '../../../lib/zotero/connector/target.ts';
import { askForKey, askLocalApi, localPlace } from '../../../lib/zotero/local/server.ts';
import { type Sending, sendEssays, type ZoteroWay } from '../../../lib/zotero/send-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping, samplePage } from '../../support/keepings.ts';
import { type StandIn, serveZotero } from '../../support/zotero/stand-in.ts';
import { emptyState, type StandInOptions, type StandInState } from '../../support/zotero/state.ts';

export const html = { document: new JSDOM('').window.document };
export const running: StandIn[] = [];
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.close();
});

/** A Zotero of these options, which ends with its test. */
export async function zotero(
  options: Partial<StandInOptions> = {},
): Promise<{ state: StandInState; standIn: StandIn }> {
  const state = emptyState(options);
  const standIn = await serveZotero(state);
  running.push(standIn);
  return { state, standIn };
}

/** An essay with a tag, a note, a marked passage and a second page. */
export async function oneEssay(): Promise<{ collection: Collection; id: string }> {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, { ...sampleKeeping(), otherPages: [samplePage(2)] }));
  await tagEssays(collection, [id], { add: ['县域', '待读, 二'] });
  await setNote(collection, id, '要再读');
  const quote = { exact: '县域是城乡之间的纽带', prefix: '', suffix: '' };
  await addHighlight(collection, {
    essayId: id,
    colour: 'yellow',
    note: '可引',
    quote,
    position: { start: 0, end: 10 },
  });
  return { collection, id };
}

/** Nobody stops it. */
export const watch = { signal: new AbortController().signal, onProgress: () => undefined };
export const send = (collection: Collection, ids: readonly string[], way: ZoteroWay): Promise<Sending> =>
  sendEssays(collection, ids, way, watch);

export async function connectorWay({ ask }: StandIn): Promise<ZoteroWay> {
  const told = expectValue(await askTarget(ask));
  const target = told.targets.find(({ id }) => id === told.selected);
  if (target === undefined) throw new Error('no target');
  return { is: 'connector', ask, target, html };
}

export async function localWay({ ask }: StandIn, id?: string): Promise<ZoteroWay> {
  const told = expectValue(await askTarget(ask));
  const api = await askLocalApi(ask, told.version);
  const place = await localPlace(ask, told, id ?? told.selected);
  if (api.is !== 'open' || place === null) throw new Error('no local interface');
  let key = expectValue(await askForKey(ask));
  const renew = async () => {
    const asked = await askForKey(ask);
    if (asked.ok) key = asked.value;
    return asked;
  };
  return { is: 'local', ask, place, server: api.server, key: () => key, renew, html };
}

export const objects = ({ objects: held }: StandInState, itemType: string) =>
  [...held.values()].filter(({ data }) => data['itemType'] === itemType).map(({ data }) => data);
export const fine = { left: [], bare: [], failed: [], ended: null };
