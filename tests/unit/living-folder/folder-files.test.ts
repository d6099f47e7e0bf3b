import { expect, it } from 'vitest';
import { filesOfHandle } from '../../../lib/living-folder/folder-files.ts';
import { MemoryHandle } from '../../support/memory-handle.ts';

const gone = (): DOMException => new DOMException('', 'NotFoundError');

function folder() {
  const root = new MemoryHandle('directory');
  const year = root.entry('2005', 'directory', true);
  const note = year.entry('一.md', 'file', true);
  root.entry('二.md', 'file', true);
  // The browser's handles tell their names.
  const name = (handle: MemoryHandle, own: string) => Object.assign(handle, { name: own });
  for (const [own, handle] of [...root.inside, ...year.inside]) name(handle, own);
  return { root, year, note, files: filesOfHandle(root as unknown as FileSystemDirectoryHandle) };
}

it('lists what stands there while another program takes a folder away', async () => {
  const { root, year, files } = folder();
  expect([...(await files.list())].toSorted()).toEqual(['2005/一.md', '二.md']);
  year.values = async function* () {
    root.inside.delete('2005');
    yield* [];
    throw gone();
  };
  expect(await files.list()).toEqual(['二.md']);
});

it('takes no folder out of reach for an empty one', async () => {
  const { root, year, files } = folder();
  for (const handle of [root, year])
    handle.values = async function* () {
      yield* [];
      throw gone();
    };
  await expect(files.list()).rejects.toThrow();
});

it('reads nothing of a file that is taken away while it is read', async () => {
  const { note, files } = folder();
  note.getFile = () => Promise.reject(gone());
  expect(await files.read('2005/一.md')).toBeNull();
});
