import 'fake-indexeddb/auto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeHanded } from '../../../lib/collection/backup/handed/write-handed.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { isAsStored } from '../../../lib/collection/checked/body-digest.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { givenAddress } from '../../../lib/essay/identity.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';

const about = { title: '县域研究', from: '王芳', own: false };
const merge = async (collection: Collection, blob: Blob) =>
  expectValue(await restoreBackup(collection, expectValue(await openBackup(blob)), 'merge'));

describe('an essay from the disk', () => {
  const path = 'file:///C:/Users/%E7%8E%8B%E8%8A%B3/%E7%A7%81%E4%BA%BA/show.asp_id=1.htm';

  it('leaves the computer with its file’s name, and without the folders of its sender, in no part of the file', async () => {
    const collection = emptyCollection();
    const keeping = sampleKeeping({ originalUrl: path });
    const missing = { ...keeping.essay.provenance, missingPages: [path] };
    const essay = { ...keeping.essay, provenance: missing };
    const { id } = expectValue(
      await keepEssay(collection, { ...keeping, essay, capture: { ...keeping.capture, pageUrl: path } }),
    );
    const parts: Uint8Array<ArrayBuffer>[] = [];
    expectValue(await writeHanded(collection, [id], about, (bytes) => void parts.push(bytes)));
    const blob = new Blob(parts);
    const texts = Object.values(unzipSync(new Uint8Array(await blob.arrayBuffer())))
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    expect(texts).toContain('file:///show.asp_id=1.htm');
    expect(texts).not.toContain('%E7%8E%8B');
    const other = emptyCollection();
    expect(await merge(other, blob)).toMatchObject({ essays: { added: 1 } });
    const [body] = await other.bodies.toArray();
    expect(body && (await isAsStored(body))).toBe(true);
    // Back at its sender it is the essay that it was.
    expect(await merge(collection, blob)).toMatchObject({ essays: { added: 0, changed: 0, same: 1 } });
    expect((await collection.essays.get(id))?.originalUrl).toBe(path);
  });

  it('keeps a folder that is nothing but a digest of the file', () => {
    expect(givenAddress('file:///0123456789abcdef/a.htm')).toBe('file:///0123456789abcdef/a.htm');
    expect(givenAddress('file://server/share/wang/a.htm#top')).toBe('file:///a.htm');
    expect(givenAddress('FILE:///D:/wang%5Ca.htm')).toBe('file:///a.htm');
    expect(givenAddress('http://a.example/users/wang/a.htm')).toBe('http://a.example/users/wang/a.htm');
  });
});
