import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import BackupDialog from '../../../entrypoints/library/backup/BackupDialog.svelte';
import type { BackupActions } from '../../../entrypoints/library/backup/backup-actions.ts';
import type { Manifest } from '../../../lib/collection/backup/manifest.ts';
import type { Backup } from '../../../lib/collection/backup/open-backup.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

const counts = (essays: number, captures = 0): Manifest['counts'] => ({ essays, captures }) as Manifest['counts'];
const manifest: Manifest = {
  format: 'wencun-backup',
  version: 1,
  madeAt: '2026-05-01T08:00:00.000Z',
  counts: counts(1234, 1300),
  quarantine: [],
  damaged: [],
  collection: '',
  leftOut: counts(0),
  settings: {},
  entries: [],
};
const backup: Backup = { blob: new Blob([]), files: new Map(), manifest };
const report = { essays: { added: 3, changed: 1, same: 20 }, versions: 4, duplicates: 20 };

function show(actions: Partial<BackupActions> = {}) {
  const restore = vi.fn<BackupActions['restore']>(async () => succeed(report));
  const usual: BackupActions = { backUp: async () => succeed(manifest), open: async () => succeed(backup), restore };
  render(BackupDialog, { actions: { ...usual, ...actions }, onclose: vi.fn() });
  return { restore };
}

const choose = async (file = new File(['x'], 'b.zip')) => {
  const input = screen.getByTestId<HTMLInputElement>('backup-file');
  Object.defineProperty(input, 'files', { value: [file] });
  await fireEvent.change(input);
};

it('saves a backup and tells what is in it, and what could not be', async () => {
  show({ backUp: async () => succeed({ ...manifest, leftOut: counts(2) }) });
  await fireEvent.click(screen.getByTestId('backup-save'));
  expect((await screen.findByTestId('backup-saved')).textContent).toContain('1,234');
  expect(screen.getByRole('alert').textContent).toContain('2 条损坏的记录');
});

it('goes back to the start when no file was chosen', async () => {
  show({ backUp: async () => null });
  await fireEvent.click(screen.getByTestId('backup-save'));
  expect(await screen.findByTestId('backup-save')).toBeTruthy();
});

it('tells what a backup holds and adds it to the library, unless told to replace it', async () => {
  const { restore } = show();
  await choose();
  expect((await screen.findByTestId('backup-holds')).textContent).toContain('1,300');
  await fireEvent.click(screen.getByTestId('backup-restore'));
  expect((await screen.findByTestId('backup-restored')).textContent).toMatch(/新增 3 篇.*补充了 1 篇.*20 篇原已一致/s);
  expect(restore.mock.calls[0]?.slice(0, 2)).toEqual([backup, 'merge']);
});

it('says plainly that replacing deletes what is there', async () => {
  const { restore } = show();
  await choose();
  await fireEvent.click(await screen.findByLabelText(/替换文库/));
  const button = screen.getByTestId('backup-restore');
  expect(button.textContent).toContain('删去现有的');
  await fireEvent.click(button);
  await screen.findByTestId('backup-restored');
  expect(restore.mock.calls[0]?.[1]).toBe('replace');
});

it('says why a file cannot be restored, and that nothing changed', async () => {
  const { restore } = show({ open: async () => fail('damaged', 'essays/00001.jsonl') });
  await choose();
  const words = (await screen.findByTestId('backup-problem')).textContent;
  expect(words).toContain('essays/00001.jsonl');
  expect(words).toContain('没有任何改动');
  expect(restore).not.toHaveBeenCalled();
});

it('stops when told', async () => {
  show({
    open: (_, { signal }) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve(fail('stopped')))),
  });
  await choose();
  await fireEvent.click(await screen.findByTestId('backup-stop'));
  expect((await screen.findByTestId('backup-problem')).textContent).toContain('已停止');
});
