import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Sync from '../../../entrypoints/options/sync/Sync.svelte';
import { neverSynced, type SyncStatus } from '../../../lib/collection/sync-store/sync-status.ts';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import type { SyncView } from '../../../lib/features/sync/sync-view.svelte.ts';
import type { Looked, SyncWorld } from '../../../lib/features/sync/sync-world.ts';
import { newLock } from '../../../lib/sync/lock/vault-lock.ts';
import type { SyncProblem } from '../../../lib/sync/storage.ts';
import { allowDialogs } from '../../support/dialogs.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));
beforeEach(() => allowDialogs());
afterEach(cleanup);

const empty = { vault: null, lock: null, key: null, devices: [], bytes: { acts: 0, originals: 0, images: 0 } };

function worldOf(looked: () => Looked | Promise<Looked>, granted = true) {
  const begun: SyncTarget[] = [];
  const world = {
    hasFolders: () => false,
    lookAtFolder: vi.fn(async () => undefined),
    pickFolder: async () => null,
    allow: vi.fn(async () => granted),
    look: vi.fn(async () => looked()),
    essaysHere: async () => 320,
    begin: async (target: SyncTarget) => void begun.push(target),
    syncNow: vi.fn(async () => undefined),
    stop: async () => undefined,
    leave: vi.fn(async () => undefined),
    change: vi.fn(async () => undefined),
  } satisfies SyncWorld;
  return { world, begun };
}
const viewOf = (target: SyncTarget | null, status: Partial<SyncStatus> = {}, waiting = 0): SyncView => ({
  target,
  status: { ...neverSynced, ...status },
  waiting,
  others: [{ id: 'bbbb', name: '宿舍', at: '2026-11-26T06:02:00.000Z' }],
  follow: () => () => undefined,
});
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const kind = (value: string) =>
  fireEvent.click(screen.getByTestId('sync-kind').querySelector(`[data-choice="${value}"] input`) ?? document.body);

async function enter(user = 'me@example.org'): Promise<void> {
  await type('sync-user', user);
  await type('sync-password', 'app-password');
  await fireEvent.submit(screen.getByTestId('sync-connect'));
}

describe('connecting', () => {
  it('asks for the one server alone, shows both sides, and begins when the reader says so', async () => {
    const devices = [{ name: '书房', at: '2026-11-26T06:02:00.000Z', essays: 1234 }];
    const bytes = { acts: 4_000_000, originals: 60_000_000, images: 0 };
    const { world, begun } = worldOf(() => succeed({ ...empty, vault: 'v', devices, bytes }));
    render(Sync, { view: viewOf(null), world });
    await enter();
    expect(world.allow).toHaveBeenCalledWith(expect.objectContaining({ address: 'https://dav.jianguoyun.com/dav/' }));
    const shown = (await screen.findByTestId('sync-first')).textContent ?? '';
    for (const words of ['本机：320 篇', '那里：1,234 篇', '“书房”在', '不会删除任何一篇', '64MB'])
      expect(shown.replaceAll(/\s+/g, '')).toContain(words.replaceAll(' ', ''));
    expect(begun).toEqual([]);
    await fireEvent.submit(screen.getByTestId('sync-first'));
    expect(begun).toEqual([
      {
        kind: 'jianguoyun',
        address: 'https://dav.jianguoyun.com/dav/',
        user: 'me@example.org',
        password: 'app-password',
        lock: null,
        key: null,
        device: expect.any(String),
        wanted: ['acts', 'originals', 'images'],
      },
    ]);
  });

  it('sends nothing where the reader does not allow it, or the address is none', async () => {
    const { world } = worldOf(() => succeed(empty), false);
    render(Sync, { view: viewOf(null), world });
    await enter();
    expect((await screen.findByTestId('sync-wrong')).textContent).toContain('dav.jianguoyun.com');
    await kind('webdav');
    await type('sync-address', 'http://dav.example.org/');
    await enter();
    expect((await screen.findByTestId('sync-wrong')).textContent).toContain('https://');
    expect(world.look).not.toHaveBeenCalled();
  });

  it.each<[SyncProblem, string, string]>([
    ['unreachable', '', '连不上'],
    ['not-let-in', '401', '应用密码'],
    ['forbidden', '403', '403'],
    ['no-folder', '', '没有这个文件夹'],
    ['locked', '423', '423'],
    ['later', String(Date.UTC(2026, 10, 27, 4)), '自动继续'],
    ['full', '507', '空间满了'],
    ['refused', '405', '405'],
    ['newer-format', '', '更新本机'],
    ['needs-passphrase', '', '请填口令'],
    ['wrong-passphrase', '', '口令不对'],
    ['not-encrypted', '', '没有加密'],
    ['not-kept', '', '拿不出来'],
    ['no-database', 'essays', '没有数据库“essays”'],
  ])('names what fails: %s', async (code, detail, words) => {
    const { world } = worldOf(() => fail(code, detail));
    render(Sync, { view: viewOf(null), world });
    await enter();
    expect((await screen.findByTestId('sync-failed')).textContent).toContain(words);
  });

  it('takes a database of a CouchDB, `wencun` where the server alone is named', async () => {
    const { world, begun } = worldOf(() => succeed(empty));
    render(Sync, { view: viewOf(null), world });
    await kind('couchdb');
    expect(screen.getByTestId('sync-connect').textContent).toContain('能读到全部内容');
    await type('sync-address', 'https://couch.example.org');
    await enter('li');
    await fireEvent.submit(await screen.findByTestId('sync-first'));
    expect(begun).toMatchObject([{ kind: 'couchdb', address: 'https://couch.example.org/wencun/', user: 'li' }]);
  });

  it('has a new passphrase entered twice', async () => {
    const unlocked = await newLock('一句');
    const { world, begun } = worldOf(() => succeed({ ...empty, ...unlocked }));
    render(Sync, { view: viewOf(null), world });
    await type('sync-passphrase', '一句');
    await enter();
    await screen.findByTestId('sync-first');
    await type('sync-passphrase-again', '两句');
    await fireEvent.submit(screen.getByTestId('sync-first'));
    expect([begun.length, screen.getByRole('alert').textContent]).toEqual([0, '两次输入的口令不一样。']);
    await type('sync-passphrase-again', '一句');
    await fireEvent.submit(screen.getByTestId('sync-first'));
    expect(begun).toMatchObject([unlocked]);
  });

  it('opens the field of the passphrase that is wanted, and leaves it open while it is typed anew', async () => {
    const { world } = worldOf(() => fail('needs-passphrase'));
    render(Sync, { view: viewOf(null), world });
    const fold = screen.getByTestId('sync-passphrase').closest('details');
    expect(fold?.open).toBe(false);
    await enter();
    await vi.waitFor(() => expect(fold?.open).toBe(true));
    await type('sync-passphrase', '口令');
    await type('sync-passphrase', '');
    expect(fold?.open).toBe(true);
  });

  it('says why a browser without folders offers none', async () => {
    render(Sync, { view: viewOf(null), world: worldOf(() => succeed(empty)).world });
    await kind('folder');
    expect(screen.getByTestId('sync-no-folder').textContent).toContain('Firefox');
    expect(screen.queryByTestId('sync-test')).toBeNull();
  });
});

describe('a computer that syncs', () => {
  const target: SyncTarget = {
    kind: 'nextcloud',
    address: 'https://cloud.example.org/remote.php/dav/files/me/',
    user: 'me',
    password: 'p',
    lock: null,
    key: null,
    device: '书房',
    wanted: ['acts', 'originals'],
  };
  const doneAt = Date.UTC(2026, 10, 27, 4);

  it('shows when it was, what waits, and who else syncs', () => {
    render(Sync, { view: viewOf(target, { doneAt }, 3), world: worldOf(() => succeed(empty)).world });
    expect(screen.getByTestId('sync-last').textContent).toMatch(/上次同步：.*，3 处改动待发送/);
    expect(screen.getByTestId('sync-devices').textContent).toMatch(/书房.*本机.*宿舍.*上次同步/s);
  });

  it('shows how far it is, and stops it', async () => {
    const running = { requests: 4, received: 3_200_000, sent: 0 };
    const { world } = worldOf(() => succeed(empty));
    const stop = vi.fn(async () => undefined);
    render(Sync, { view: viewOf(target, { running }), world: { ...world, stop } });
    expect(screen.getByTestId('sync-running').textContent).toContain('3.2');
    await press('sync-stop');
    expect(stop).toHaveBeenCalled();
  });

  it.each(['emptied', 'own-missing', 'other-vault', 'twin', 'newer-format'] as const)(
    'says what %s means, and what to do',
    (code) => {
      render(Sync, {
        view: viewOf(target, { problem: { code, detail: '' } }),
        world: worldOf(() => succeed(empty)).world,
      });
      expect(screen.getByTestId('sync-problem').textContent).toMatch(/重新连接|更新/);
    },
  );

  it('tells of other devices what is odd', () => {
    const notices = (['missing', 'shrunken', 'half', 'newer'] as const).map((notice) => ({
      device: notice,
      name: `机${notice}`,
      notice,
    }));
    render(Sync, { view: viewOf(target, { notices }), world: worldOf(() => succeed(empty)).world });
    const told = screen.getAllByTestId('sync-notice').map(({ textContent }) => textContent ?? '');
    expect(told.map((text) => /机\w+/.exec(text)?.[0])).toEqual(['机missing', '机shrunken', '机half', '机newer']);
  });

  it('tells of one device all that is odd about it', () => {
    const notices = (['half', 'newer', 'clock'] as const).map((notice) => ({ device: 'bbbb', name: '宿舍', notice }));
    render(Sync, { view: viewOf(target, { notices }), world: worldOf(() => succeed(empty)).world });
    expect(
      screen
        .getAllByTestId('sync-notice')
        .map(({ textContent }) => /传完整|更新版本|时钟/.exec(textContent ?? '')?.[0]),
    ).toEqual(['传完整', '更新版本', '时钟']);
  });

  it('asks for the permission where the browser has it no more, and goes on', async () => {
    const { world } = worldOf(() => succeed(empty));
    render(Sync, { view: viewOf(target, { problem: { code: 'not-allowed', detail: '' } }), world });
    await press('sync-allow');
    await vi.waitFor(() => expect(world.syncNow).toHaveBeenCalledWith(false));
  });

  it('does not call amiss what the reader stopped, or goes on by itself at its moment', () => {
    const { world } = worldOf(() => succeed(empty));
    const problem = screen.queryByTestId.bind(screen, 'sync-problem');
    for (const [code, detail, role] of [
      ['stopped', '', 'status'],
      ['later', '1795968000000', 'status'],
      ['full', '507', 'alert'],
    ] as const) {
      render(Sync, { view: viewOf(target, { problem: { code, detail } }), world });
      expect(problem()?.getAttribute('role')).toBe(role);
      cleanup();
    }
  });

  it('goes on while it is connected anew, until the new place is begun with', async () => {
    const { world, begun } = worldOf(() => succeed(empty));
    render(Sync, { view: viewOf(target), world });
    await press('sync-again');
    expect(screen.getByTestId('sync-goes-on').textContent).toBe('在新的地方开始同步之前，这台电脑照旧同步。');
    await press('sync-keep');
    expect(screen.getByTestId('sync-connected')).toBeTruthy();
    await press('sync-again');
    await enter();
    await fireEvent.submit(await screen.findByTestId('sync-first'));
    await screen.findByTestId('sync-connected');
    expect([begun.length, world.leave.mock.calls]).toEqual([1, []]);
  });

  it('stops syncing here only when the reader means it', async () => {
    const { world } = worldOf(() => succeed(empty));
    render(Sync, { view: viewOf(target), world });
    await press('sync-leave');
    expect(world.leave).not.toHaveBeenCalled();
    // jsdom closes no dialog by its form.
    screen.getByTestId<HTMLDialogElement>('sync-leaving').close('yes');
    await vi.waitFor(() => expect(world.leave).toHaveBeenCalled());
  });
});
