import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { ZoteroWorld } from '../../../lib/features/zotero/world.ts';
import ZoteroDialog from '../../../lib/features/zotero/ZoteroDialog.svelte';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { answerer } from '../../support/zotero/answerer.ts';
import { emptyState, type StandInOptions, type StandInState } from '../../support/zotero/state.ts';

beforeEach(() => allowDialogs());
afterEach(cleanup);

async function kept(count: number): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  return { collection, ids };
}

/** A browser whose reader has granted the host, unless told otherwise, and the Zotero of a state. */
function worldOf(state: StandInState | null, allowed = true): ZoteroWorld {
  const held = { allowed, keys: new Map<string, string>() };
  return {
    ask: state === null ? async () => ({ ok: false, problem: { code: 'not-running' } }) : answerer(state),
    isAllowed: async () => held.allowed,
    allow: async () => {
      held.allowed = true;
      return true;
    },
    readKey: async (server) => held.keys.get(server) ?? '',
    writeKey: async (server, key) => void held.keys.set(server, key),
  };
}

const at = (stage: string) =>
  vi.waitFor(() => expect(screen.getByTestId('zotero').dataset['stage']).toBe(stage), { timeout: 15_000 });
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const itemsIn = ({ objects }: StandInState) => [...objects.values()].filter(({ data }) => !data['parentItem']);

async function open(count: number, options: Partial<StandInOptions> = {}, ready = 'ready') {
  const state = emptyState(options);
  const { collection, ids } = await kept(count);
  const world = worldOf(state);
  const show = async () => {
    cleanup();
    render(ZoteroDialog, { collection, ids, world, onclose: vi.fn() });
    await at(ready);
  };
  await show();
  return { state, collection, ids, show };
}

describe('sending to Zotero', () => {
  it('asks for the permission first, and goes on when it is given', async () => {
    const { collection, ids } = await kept(1);
    render(ZoteroDialog, { collection, ids, world: worldOf(emptyState(), false), onclose: vi.fn() });
    await at('not-allowed');
    await press('zotero-allow');
    await at('ready');
  });

  it('says what to do where none runs, and looks again', async () => {
    const { collection, ids } = await kept(1);
    render(ZoteroDialog, { collection, ids, world: worldOf(null), onclose: vi.fn() });
    await at('barred');
    expect(screen.getByTestId('zotero-problem').textContent).toContain('请打开 Zotero');
    expect(screen.queryByTestId('zotero-anyway')).toBeNull();
    await press('zotero-retry');
    await at('barred');
  });

  it('shows where they will go, lets another place be chosen, and sends there', async () => {
    const { state } = await open(2);
    const target = screen.getByTestId<HTMLSelectElement>('zotero-target');
    expect(target.value).toBe('C2');
    await fireEvent.change(target, { target: { value: 'C6' } });
    await vi.waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('zotero-target').value).toBe('C6'));
    await press('zotero-start');
    await at('done');
    expect(screen.getByTestId('zotero-done').textContent).toContain('送入了 2 篇');
    expect(itemsIn(state).map(({ data }) => data['place'])).toEqual(['C6', 'C6']);
  });

  it('asks what to do with those that were sent before, where they would be there twice', async () => {
    const { state, show } = await open(2);
    await press('zotero-start');
    await at('done');
    await show();
    expect(screen.getByTestId('zotero-before').textContent).toContain('其中 2 篇送过');
    expect(screen.getByTestId<HTMLButtonElement>('zotero-start').disabled).toBe(true);
    const all = screen.getByTestId('zotero-again').querySelector('[data-choice="all"] input');
    await fireEvent.click(all as Element);
    await press('zotero-start');
    await at('done');
    expect(itemsIn(state)).toHaveLength(4);
  });

  it('updates them by the interface of Zotero 10, and asks Zotero for a key once', async () => {
    const { state, show } = await open(2, { version: '10.0.0', localApi: 'open' });
    expect(screen.getByTestId('zotero-updates').textContent).toContain('会更新');
    await press('zotero-start');
    await at('done');
    await show();
    expect(screen.getByTestId('zotero-updates').textContent).toContain('其中 2 篇送过');
    await press('zotero-start');
    await at('done');
    expect(screen.getByTestId('zotero-done').textContent).toContain('更新了 2 篇');
    expect(itemsIn(state)).toHaveLength(2);
    expect(state.keys.size).toBe(1);
  });

  it('goes on without updating where Zotero was let do one change alone', async () => {
    const { state } = await open(1, { version: '10.0.0', localApi: 'open', answer: 'once' });
    await press('zotero-start');
    await at('barred');
    expect(screen.getByTestId('zotero-problem').textContent).toContain('始终允许');
    await press('zotero-anyway');
    await at('done');
    expect(itemsIn(state)).toHaveLength(1);
  });

  it('tells how to have them updated where Zotero could and may not', async () => {
    await open(1, { version: '10.0.0', localApi: 'off' });
    expect(screen.getByTestId('zotero-off').textContent).toContain('设置 › 高级');
  });

  it('says that a library takes nothing, and that one takes no files', async () => {
    await open(1, { editable: false }, 'barred');
    expect(screen.getByTestId('zotero-problem').textContent).toContain('不能写入');
    cleanup();
    const { state } = await open(1, { filesEditable: false });
    expect(screen.getByTestId('zotero').textContent).toContain('不收附件');
    await press('zotero-start');
    await at('done');
    expect(screen.getByTestId('zotero-bare').textContent).toContain('附件没有送全');
    expect(state.files.size).toBe(0);
  });
});
