import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import BackupDialog from '../../../entrypoints/library/backup/BackupDialog.svelte';
import type { BackupActions, SavedBackup } from '../../../entrypoints/library/backup/backup-actions.ts';
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
const backup: Backup = { blob: new Blob([]), files: new Map(), manifest, openedAt: manifest.madeAt };
const report = { essays: { added: 3, changed: 1, same: 20 }, versions: 4, duplicates: 20, withheld: [] };
const looked = { here: 2, inTrash: 1, notes: 3, tags: ['经济'], shelves: ['课题', '县域'] };
const practice = { essays: 40, versions: 44, damaged: 0, same: 35, changed: 3, onlyHere: 2, onlyThere: 2 };
const saved = (facts: Partial<SavedBackup> = {}): SavedBackup => ({
  manifest,
  name: 'wencun-2026-05-01-0800.zip',
  sure: true,
  confirm: vi.fn(async () => undefined),
  ...facts,
});

function show(actions: Partial<BackupActions> = {}) {
  const restore = vi.fn<BackupActions['restore']>(async () => succeed(report));
  const usual: BackupActions = {
    backUp: async () => succeed(saved()),
    open: async () => succeed(backup),
    look: async () => succeed(looked),
    restore,
    practise: async () => succeed(practice),
    savesElse: async () => false,
  };
  render(BackupDialog, { actions: { ...usual, ...actions }, onclose: vi.fn() });
  return { restore };
}

const choose = async (testid = 'backup-file', file = new File(['x'], 'b.zip')) => {
  const input = screen.getByTestId<HTMLInputElement>(testid);
  Object.defineProperty(input, 'files', { value: [file] });
  await fireEvent.change(input);
};

it('saves a backup and tells what is in it, under which name, and what of it was damaged', async () => {
  const file = { name: 'quarantine/00001.jsonl', rows: 2, bytes: 9, sha256: '' };
  const damaged = [{ table: 'essays', key: 'x', reason: 'mended', title: '论县域' }];
  show({ backUp: async () => succeed(saved({ manifest: { ...manifest, quarantine: [file], damaged } })) });
  await fireEvent.click(screen.getByTestId('backup-save'));
  expect((await screen.findByTestId('backup-saved')).textContent).toContain('1,234');
  expect(document.body.textContent).toContain('wencun-2026-05-01-0800.zip');
  expect(screen.getByTestId('backup-damaged').textContent).toMatch(/2 条记录损坏.*《论县域》文章记录/s);
});

it('counts a backup only when the reader has seen the file, where the browser does not tell', async () => {
  const one = saved({ sure: false });
  show({ backUp: async () => succeed(one) });
  await fireEvent.click(screen.getByTestId('backup-save'));
  expect((await screen.findByTestId('backup-unsure')).textContent).toContain('没有告诉文存是否写成');
  expect(one.confirm).not.toHaveBeenCalled();
  await fireEvent.click(screen.getByTestId('backup-confirm'));
  expect(one.confirm).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(screen.queryByTestId('backup-unsure')).toBeNull());
});

it('practises a restore, and tells what it would bring back', async () => {
  show();
  await choose('backup-practise');
  const words = (await screen.findByTestId('backup-practised')).textContent;
  expect(words).toMatch(
    /40 篇文章、44 个版本.*全部完好.*35 篇与文库里相同.*3 篇在备份之后.*2 篇是备份之后.*没有任何改动/s,
  );
});

it('says which settings of a backup were left off', async () => {
  show({ restore: async () => succeed({ ...report, withheld: ['keepByItself', 'recogniseEverywhere'] }) });
  await choose();
  await fireEvent.click(await screen.findByTestId('backup-restore'));
  expect((await screen.findByTestId('backup-withheld')).textContent).toContain('自动收存、在所有网站识别');
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

it('tells what somebody handed over before it is merged, offers nothing but merging, and takes it back', async () => {
  const handed = { title: '县域研究', from: '王芳', own: true };
  const file: Backup = {
    ...backup,
    manifest: { ...manifest, format: 'wencun-collection', handed, counts: { ...counts(5, 6), highlights: 4 } },
  };
  const undo = vi.fn(async () => succeed({ trashed: 3, restored: 1, changed: 2 }));
  const restore = vi.fn<BackupActions['restore']>(async () => succeed({ ...report, undo }));
  show({ open: async () => succeed(file), restore });
  await choose();
  const words = (await screen.findByTestId('handed-holds')).textContent;
  expect(words).toMatch(/县域研究.*来自王芳.*5 篇文章，6 个版本/s);
  await screen.findByTestId('handed-here');
  const list = screen.getByTestId('handed-holds').textContent;
  expect(list).toMatch(/2 篇已在.*1 篇在回收站.*4 处标注.*3 条笔记.*文集：课题、县域.*标签：经济/s);
  expect(screen.queryByLabelText(/替换文库/)).toBeNull();
  await fireEvent.click(screen.getByTestId('handed-merge'));
  expect((await screen.findByTestId('backup-restored')).textContent).toContain('已并入文库');
  expect(restore.mock.calls[0]?.slice(0, 2)).toEqual([file, 'merge']);
  await fireEvent.click(screen.getByTestId('handed-undo'));
  expect((await screen.findByTestId('handed-undone')).textContent).toMatch(/3 篇文章已移入回收站.*1 项/s);
  expect(undo).toHaveBeenCalledOnce();
});

it('says what of a handed file could not be compared with the library, and still merges it', async () => {
  const handed = { title: '县域研究', from: '王芳', own: true };
  const file: Backup = { ...backup, manifest: { ...manifest, format: 'wencun-collection', handed } };
  show({ open: async () => succeed(file), look: async () => fail('storage-failed') });
  await choose();
  expect((await screen.findByRole('alert')).textContent).toContain('文库');
  expect(screen.getByTestId('handed-merge')).toBeTruthy();
});
